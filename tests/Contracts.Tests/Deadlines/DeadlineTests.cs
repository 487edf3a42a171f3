using System.Globalization;
using Transparency.Contracts.Deadlines;
using static System.Globalization.CultureInfo;

namespace Transparency.Contracts.Tests.Deadlines;

/// <summary>Every row of <c>vectors.csv</c>, counted by the shipped rules and holidays or by a rule of its own, and what the rows prove together.</summary>
public sealed class DeadlineTests
{
    private static readonly Lazy<IReadOnlyList<Vector>> All = new(() => [.. Lines("vectors.csv").Select(Vector.Read)]);

    private static readonly HolidayTable Holidays = HolidayTable.Of(Lines("holidays.csv").Select(c => new Holiday(Day(c[0]), c[1] == "make-up workday", new(c[3], c[2]))));

    public static TheoryData<string> Names => [.. All.Value.Select(v => v.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Counts(string name)
    {
        var v = All.Value.Single(x => x.Name == name);
        switch (Deadline.Count(v.Rule, v.Trigger, Holidays))
        {
            case Result<Deadline>.Refused no:
                Assert.Equal(v.Last, $"{no.Why.Code} {string.Join(' ', no.Why.Arguments)}");
                break;
            case Result<Deadline>.Of(var counted):
                Assert.Equal(v.Last, counted.Last.ToString("yyyy-MM-dd", InvariantCulture));
                Assert.Equal(v.Trigger, counted.Trigger);
                Assert.Equal(Shanghai.EndOf(counted.Last), counted.Ends);
                Assert.DoesNotContain(counted.Last, counted.LeftOut);
                break;
        }
    }

    [Fact]
    public void There_are_enough_of_them_and_each_names_its_law()
    {
        Assert.True(All.Value.Count >= 60, $"{All.Value.Count} vectors");
        Assert.All(All.Value, v => Assert.NotEmpty(v.Law));
        Assert.Equal(All.Value.Count, All.Value.Select(v => v.Name).Distinct().Count());
    }

    [Theory]
    [InlineData("2026-09-18", "2026-09-19", "2026-09-20")]
    [InlineData("2026-09-23", "2026-09-25 2026-09-26 2026-09-27", "")]
    public void Says_which_days_were_left_out_and_which_weekends_were_made_up(string opened, string leftOut, string madeUp)
    {
        var counted = Count("5 working-day at-least", Day(opened));
        Assert.Equal(leftOut, string.Join(' ', counted.LeftOut.Where(d => d < Day("2026-10-01")).Select(d => d.ToString("yyyy-MM-dd", InvariantCulture))));
        Assert.Equal(madeUp, string.Join(' ', counted.MadeUp.Select(d => d.ToString("yyyy-MM-dd", InvariantCulture))));
    }

    [Fact]
    public void A_working_day_window_is_as_long_as_its_days_and_those_left_out()
    {
        for (var day = Day("2026-01-05"); day <= Day("2026-12-01"); day = day.AddDays(1))
        {
            var counted = Count("7 working-day at-least", day);
            Assert.Equal(counted.Last.DayNumber - day.DayNumber, 7 + counted.LeftOut.Count);
        }
    }

    private static Deadline Count(string rule, DateOnly trigger) => Assert.IsType<Result<Deadline>.Of>(Deadline.Count(Vector.RuleOf(rule), trigger, Holidays)).Value;

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", InvariantCulture);

    private static IEnumerable<string[]> Lines(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Deadlines", file)).Skip(1).Where(l => l.Length > 0).Select(l => l.Split(','));

    /// <param name="Last">the day, or the code of the refusal with its arguments</param>
    private sealed record Vector(string Name, DeadlineRule Rule, DateOnly Trigger, string Last, string Law)
    {
        public static Vector Read(string[] c) => new(c[0], RuleOf(c[1]), Instant(c[2]), c[3], c[4]);

        /// <summary><c>3 calendar-day at-least rolled</c></summary>
        public static DeadlineRule RuleOf(string words)
        {
            var w = words.Split(' ');
            return new("VECTOR", new("规则"), int.Parse(w[0], InvariantCulture), Enum.Parse<DayUnit>(w[1].Replace("-", ""), true), new("法"), Enum.Parse<Limit>(w[2].Replace("-", ""), true),
                w.Contains("same-day") ? CountFrom.SameDay : CountFrom.NextDay, w.Contains("before") ? CountDirection.Before : CountDirection.After, w.Contains("rolled"));
        }

        /// <summary>A day, or a moment with its offset: which day it is, Shanghai says.</summary>
        private static DateOnly Instant(string text) => text.Length == 10 ? Day(text) : Shanghai.DayOf(DateTimeOffset.Parse(text, InvariantCulture, DateTimeStyles.None));
    }
}
