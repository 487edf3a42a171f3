using Transparency.Contracts.Deadlines;
using Transparency.Samples;

namespace Transparency.Contracts.Tests.Deadlines;

public sealed class DeadlineTests
{
    [Theory]
    [InlineData("2026-09-18", 5, "2026-09-24")] // Friday; Saturday off, Sunday 20th made up
    [InlineData("2026-09-18", 3, "2026-09-22")]
    [InlineData("2026-09-18", 7, "2026-09-29")] // over Mid-autumn
    [InlineData("2026-09-24", 1, "2026-09-28")]
    [InlineData("2026-09-30", 1, "2026-10-08")] // over National Day
    [InlineData("2026-09-30", 3, "2026-10-10")] // Saturday 10 October made up
    [InlineData("2026-10-09", 1, "2026-10-10")]
    [InlineData("2026-10-10", 1, "2026-10-12")]
    [InlineData("2026-02-27", 1, "2026-03-02")]
    public void Working_days_begin_on_the_day_after_and_skip_what_does_not_work(string opened, int days, string last)
    {
        var deadline = Deadline.Count(Rule(days, DayKind.Working), Day(opened), SampleRules.Book.Holidays, out _);
        Assert.Equal(Day(last), deadline!.Last);
        Assert.Equal(deadline.Last.DayNumber - deadline.Trigger.DayNumber, days + deadline.LeftOut.Count);
    }

    [Fact]
    public void Calendar_days_skip_nothing() =>
        Assert.Equal(Day("2026-10-08"), Deadline.Count(Rule(20, DayKind.Calendar), Day("2026-09-18"), SampleRules.Book.Holidays, out _)!.Last);

    [Fact]
    public void An_unknown_year_is_named_and_not_guessed()
    {
        Assert.Null(Deadline.Count(Rule(5, DayKind.Working), Day("2026-12-29"), SampleRules.Book.Holidays, out var year));
        Assert.Equal(2027, year);
        Assert.NotNull(Deadline.Count(Rule(2, DayKind.Working), Day("2026-12-29"), SampleRules.Book.Holidays, out _));
    }

    [Fact]
    public void It_ends_at_24_00_in_Shanghai() =>
        Assert.Equal(new DateTimeOffset(2026, 9, 24, 16, 0, 0, TimeSpan.Zero), Deadline.Count(Rule(5, DayKind.Working), Day("2026-09-18"), SampleRules.Book.Holidays, out _)!.Ends);

    private static DeadlineRule Rule(int days, DayKind kind) => new("TEST", days, kind, new("规则"));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
