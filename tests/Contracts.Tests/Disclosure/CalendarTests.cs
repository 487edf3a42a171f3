using CsCheck;
using Transparency.Contracts.Deadlines;
using Transparency.Contracts.Disclosure;
using Transparency.Samples;

namespace Transparency.Contracts.Tests.Disclosure;

public sealed class CalendarTests
{
    private static readonly Obligation Grants = SampleRules.Grants;
    private static readonly Period Q2 = Period.Parse("2026-Q2")!.Value;

    [Theory]
    [InlineData("2026-06-30", "NotYetDue")]
    [InlineData("2026-07-01", "NotYetDue")]
    [InlineData("2026-07-09", "NotYetDue")]
    [InlineData("2026-07-10", "DueSoon")]
    [InlineData("2026-07-20", "DueSoon")]
    [InlineData("2026-07-21", "Late")]
    [InlineData("2026-09-18", "Late")]
    public void Silence_becomes_visible(string asOf, string expected) =>
        Assert.Equal(expected, Cell(DateOnly.Parse(asOf, System.Globalization.CultureInfo.InvariantCulture), Finding.Silence).Status.GetType().Name);

    [Fact]
    public void Late_counts_its_days_and_the_moment_is_the_end_of_the_due_day()
    {
        var cell = Cell(new(2026, 7, 22), Finding.Silence);
        Assert.Equal(new CellStatus.Late(2), cell.Status);
        Assert.Equal((new DateOnly(2026, 7, 20), Shanghai.At(new(2026, 7, 21), new(0, 0))), (cell.Due, cell.LateFrom));
    }

    [Fact]
    public void What_is_public_is_in_time_up_to_the_last_minute_of_the_due_day()
    {
        Assert.Equal(new CellStatus.Published(At(20, 23, 59), 0), Cell(new(2026, 9, 18), new(At(20, 23, 59))).Status);
        Assert.Equal(new CellStatus.Published(At(21, 0, 0), 1), Cell(new(2026, 9, 18), new(At(21, 0, 0))).Status);
        Assert.Equal(new CellStatus.NothingToReport(At(3, 9, 0), 0), Cell(new(2026, 9, 18), new(At(3, 9, 0), Nothing: true)).Status);
        Assert.Equal(new CellStatus.NotApplicable(), Cell(new(2026, 9, 18), Finding.Inapplicable).Status);
    }

    [Fact]
    public void A_year_without_holidays_is_never_guessed()
    {
        var rule = new DeadlineRule("WORKED", new("工作日"), 5, DayUnit.WorkingDay, new("镇"), Limit.AtMost);
        CellStatus Of(DateOnly asOf, Finding found) => DisclosureCalendar.Of([Grants], [SampleRules.Gudichang], asOf, (_, _, _) => found, (_, _, period) => Deadline.Count(rule, period.Last, HolidayTable.Empty)).First().Status;
        Assert.Equal(new CellStatus.Uncountable(Refused.As("deadline.year-unknown", 2026)), Of(new(2027, 7, 1), Finding.Silence));
        Assert.Equal(new CellStatus.Published(At(25, 9, 0), null), Of(new(2027, 7, 1), new(At(25, 9, 0))));
        Assert.Equal(new CellStatus.NotYetDue(), Of(new(2026, 6, 30), Finding.Silence));
    }

    [Fact]
    public void Cells_run_from_the_first_period_in_force_to_the_running_one()
    {
        var cells = Cells(new(2026, 12, 31), [Grants, SampleRules.RentOfYear]);
        Assert.Equal(["2026-Q2", "2026-Q3", "2026-Q4", "2025", "2026"], cells.Where(c => c.Village == SampleRules.Gudichang).Select(c => c.Period.ToString()));
        Assert.Equal("2026-Q3", (Grants with { InForceFrom = new(2026, 4, 2) }).First.ToString());
        Assert.Empty(Cells(new(2026, 3, 31), [Grants]));
    }

    [Fact]
    public void A_village_with_a_rule_of_its_own_is_late_by_that_rule()
    {
        var own = SampleRules.Book.Deadlines.Rows.Single(r => r.Code == "REPORT_DUE") with { Value = 10, Scope = RuleScope.Village, Village = SampleRules.Gudichang };
        var rules = new DeadlineRules([.. SampleRules.Book.Deadlines.Rows, own]);
        var cells = DisclosureCalendar.Of([Grants], [SampleRules.Gudichang, SampleRules.Jiajiahewu], new(2026, 7, 15), (_, _, _) => Finding.Silence, (o, v, p) => rules.Count(o.DueRule, p.Last, v, HolidayTable.Empty)).ToList();
        Assert.Equal([new CellStatus.Late(5), new CellStatus.DueSoon()], cells.Where(c => c.Period == Q2).Select(c => c.Status));
    }

    /// <summary>Random days of publication against a model that knows the statuses by comparing days only, for every day of half a year.</summary>
    [Fact]
    public void Agrees_with_a_model_on_every_day()
    {
        var seen = new HashSet<string>();
        Gen.Select(Gen.Int[-1, 200], Gen.Int[0, 2], Gen.Int[0, 200], Gen.Int[1, 28]).Sample((published, kind, asOf, dueDay) =>
        {
            var (end, today) = (new DateOnly(2026, 6, 30), new DateOnly(2026, 6, 1).AddDays(asOf));
            var rule = new DeadlineRule("DUE", new("次月"), dueDay, DayUnit.DayOfNextMonth, new("镇"), Limit.AtMost);
            var due = new DateOnly(2026, 7, dueDay);
            DateOnly? on = published < 0 ? null : end.AddDays(1 + published) is var day && day <= today ? day : null;
            var found = kind == 2 ? Finding.Inapplicable : new Finding(on is { } d ? Shanghai.At(d, new(12, 0)) : null, kind == 1);
            var cell = DisclosureCalendar.Of([Grants], [SampleRules.Gudichang], today, (_, _, _) => found, (_, _, p) => Deadline.Count(rule, p.Last, HolidayTable.Empty)).First();
            var expected = kind == 2 ? "NotApplicable"
                : on is not null ? (kind == 1 ? "NothingToReport" : "Published") + Math.Max(0, on.Value.DayNumber - due.DayNumber)
                : today > due ? "Late" + (today.DayNumber - due.DayNumber)
                : today <= end || due.DayNumber - today.DayNumber > 10 ? "NotYetDue" : "DueSoon";
            Assert.Equal(expected, cell.Status switch
            {
                CellStatus.Met met => met.GetType().Name + met.DaysLate,
                CellStatus.Late late => "Late" + late.Days,
                var other => other.GetType().Name,
            });
            lock (seen) seen.Add(cell.Status.GetType().Name);
        }, iter: Amount.OfRandom(20_000));
        Assert.Equal(["DueSoon", "Late", "NotApplicable", "NotYetDue", "NothingToReport", "Published"], seen.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("2026-08", "2026-08-01", "2026-08-31")]
    [InlineData("2026-Q1", "2026-01-01", "2026-03-31")]
    [InlineData("2026-Q4", "2026-10-01", "2026-12-31")]
    [InlineData("2026-H2", "2026-07-01", "2026-12-31")]
    [InlineData("2024", "2024-01-01", "2024-12-31")]
    public void A_period_knows_its_days_and_its_written_form(string text, string first, string last)
    {
        var period = Period.Parse(text)!.Value;
        Assert.Equal((text, first, last), (period.ToString(), Iso(period.First), Iso(period.Last)));
        Assert.Equal(period, Period.Of(period.Kind, period.Last));
        Assert.Equal(period.Last.AddDays(1), period.Next.First);
        static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-Q5")]
    [InlineData("2026-H0")]
    [InlineData("2026-13")]
    [InlineData("9999")]
    [InlineData("26-Q1")]
    [InlineData("2026-Q1 ")]
    public void What_is_no_period_is_none(string text) => Assert.Null(Period.Parse(text));

    private static Cell Cell(DateOnly asOf, Finding found) =>
        DisclosureCalendar.Of([Grants], [SampleRules.Gudichang], asOf, (_, _, _) => found, (o, v, p) => SampleRules.Book.Count(o.DueRule, p.Last, v)).Single(c => c.Period == Q2);

    private static List<Cell> Cells(DateOnly asOf, IReadOnlyList<Obligation> obligations) =>
        [.. DisclosureCalendar.Of(obligations, [.. SampleRules.Book.Villages.Keys], asOf, (_, _, _) => Finding.Silence, (o, v, p) => SampleRules.Book.Count(o.DueRule, p.Last, v))];

    private static DateTimeOffset At(int day, int hour, int minute) => Shanghai.At(new(2026, 7, day), new(hour, minute));
}
