using Transparency.Contracts;
using Transparency.Contracts.Disclosure;
using Transparency.Contracts.Disclosure.Reports;
using Transparency.Publishing.Site;
using static Transparency.Publishing.Tests.Duties.DutyWorld;

namespace Transparency.Publishing.Tests.Duties;

/// <summary>
/// Nothing happens but that days pass: exactly the cells change that should, and with them exactly the files. September's statement is due on 10 October,
/// the third quarter's report on 20 October; one village has published its statement, the other nothing.
/// </summary>
public sealed class TurningTheClock
{
    private static readonly string[] Grid = ["calendar/index.html"];
    private static readonly string[] Strip = ["index.html"];
    private static readonly string[] Late = ["late.atom"];
    private static readonly string[] Data = ["data/calendar-2026.csv"];

    private static readonly DutyWorld World = Made();

    [Fact]
    public void A_day_on_which_nothing_falls_due_changes_the_date_on_the_calendar_alone()
    {
        Assert.Empty(Cells("2026-10-08", "2026-10-09"));
        Assert.Equal(InBoth(Grid), Files("2026-10-08", "2026-10-09"));
    }

    [Fact]
    public void Ten_days_before_its_last_day_what_has_ended_is_due_soon()
    {
        Assert.Equal(["grants/04/2026-Q3: NotYetDue → DueSoon", "grants/09/2026-Q3: NotYetDue → DueSoon"], Cells("2026-10-09", "2026-10-10"));
        Assert.Equal(InBoth([.. Grid, .. Data, .. Village("04"), .. Village("09")]), Files("2026-10-09", "2026-10-10"));
    }

    [Fact]
    public void The_day_after_the_due_day_makes_one_cell_late_and_the_other_village_hears_nothing_of_it()
    {
        Assert.Equal(["escrow-statement/09/2026-09: DueSoon → Late 1"], Cells("2026-10-10", "2026-10-11"));
        Assert.Equal(InBoth([.. Grid, .. Strip, .. Late, .. Data, .. Village("09"), "villages/09/late.atom"]), Files("2026-10-10", "2026-10-11"));
    }

    [Fact]
    public void Another_day_of_silence_counts_on_and_leaves_feeds_and_calendar_file_alone()
    {
        Assert.Equal(["escrow-statement/09/2026-09: Late 1 → Late 2"], Cells("2026-10-11", "2026-10-12"));
        Assert.Equal(InBoth([.. Grid, .. Strip, .. Data, .. Village("09")]), Files("2026-10-11", "2026-10-12"));
    }

    [Fact]
    public void With_a_new_quarter_the_old_one_is_owed_and_the_running_one_stands_in_the_calendar_file()
    {
        Assert.Equal(
            ["escrow-statement/04/2026-10: new NotYetDue", "escrow-statement/09/2026-09: NotYetDue → DueSoon", "escrow-statement/09/2026-10: new NotYetDue", "grants/04/2026-Q4: new NotYetDue", "grants/09/2026-Q4: new NotYetDue"],
            Cells("2026-09-30", "2026-10-01"));
        Assert.Equal(InBoth([.. Grid, .. Data, .. Village("04"), .. Village("09"), SiteMap.CalendarFile]), Files("2026-09-30", "2026-10-01"));
    }

    [Fact]
    public void Weeks_later_all_that_was_not_published_is_late_and_nothing_else()
    {
        Assert.Equal(["escrow-statement/09/2026-09: DueSoon → Late 14", "grants/04/2026-Q3: DueSoon → Late 4", "grants/09/2026-Q3: DueSoon → Late 4"], Cells("2026-10-10", "2026-10-24"));
        // The second quarter fell due on 20 July: ninety days later its event leaves the calendar file.
        Assert.Equal(
            InBoth([.. Grid, .. Strip, .. Late, .. Data, .. Village("04"), .. Village("09"), "villages/04/late.atom", "villages/09/late.atom", SiteMap.CalendarFile]),
            Files("2026-10-10", "2026-10-24"));
    }

    private static DutyWorld Made()
    {
        var world = new DutyWorld();
        foreach (var village in new[] { One, Other })
        {
            world.Statement(village, "2026-08", new(2026, 9, 9));
            world.Report(village, "2026-Q2", new(2026, 7, 15));
        }
        world.Statement(One, "2026-09", new(2026, 10, 8));
        return world;
    }

    private static string[] Village(string code) => [$"villages/{code}/index.html"];

    private static IEnumerable<string> InBoth(params IEnumerable<string> paths) => paths.SelectMany(p => new[] { p, $"en/{p}" }).Order(StringComparer.Ordinal);

    private static List<string> Cells(string before, string after)
    {
        var was = World.On(Day(before)).Duties.ToDictionary(Key, Word);
        return [.. World.On(Day(after)).Duties.Where(d => was.GetValueOrDefault(Key(d)) != Word(d)).Select(d => was.TryGetValue(Key(d), out var old) ? $"{Key(d)}: {old} → {Word(d)}" : $"{Key(d)}: new {Word(d)}")];
    }

    private static IEnumerable<string> Files(string before, string after)
    {
        var was = Tree(before);
        var now = Tree(after);
        return was.Keys.Union(now.Keys).Where(path => was.GetValueOrDefault(path) != now.GetValueOrDefault(path)).Order(StringComparer.Ordinal);
    }

    private static Dictionary<string, string> Tree(string day) => WholeSite.Outputs(World.On(Day(day))).ToDictionary(o => o.Path, o => Convert.ToHexString(o.Render()));

    private static string Key(SiteDuty d) => $"{d.Cell.Obligation.Code}/{d.Cell.Village}/{d.Cell.Period}";

    private static string Word(SiteDuty d) => d.Status is CellStatus.Late late ? $"Late {late.Days}" : d.Status.GetType().Name;

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
