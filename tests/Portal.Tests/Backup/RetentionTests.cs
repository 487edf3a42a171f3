using Transparency.Portal.Backup;

namespace Transparency.Portal.Tests.Backup;

public sealed class RetentionTests
{
    private static readonly DateOnly Last = new(2026, 11, 30); // a Monday

    [Fact]
    public void Of_two_years_of_days_seven_days_five_weeks_and_twelve_months_stay() => Assert.Equal(
        [
            new(2025, 12, 31), new(2026, 1, 31), new(2026, 2, 28), new(2026, 3, 31), new(2026, 4, 30), new(2026, 5, 31),
            new(2026, 6, 30), new(2026, 7, 31), new(2026, 8, 31), new(2026, 9, 30), new(2026, 10, 31),
            new(2026, 11, 8), new(2026, 11, 15), new(2026, 11, 22),
            new(2026, 11, 24), new(2026, 11, 25), new(2026, 11, 26), new(2026, 11, 27), new(2026, 11, 28), new(2026, 11, 29), Last,
        ],
        Retention.Kept(Enumerable.Range(0, 730).Select(back => Last.AddDays(-back))).Order());

    [Theory]
    [InlineData("2026-01-05")]
    [InlineData("2024-02-29 2025-06-01 2026-11-30")]
    [InlineData("2026-11-24 2026-11-25 2026-11-26 2026-11-27 2026-11-28 2026-11-29 2026-11-30")]
    public void However_old_they_are_few_stay_all(string days) => Assert.Equal(Days(days), Retention.Kept(Days(days)).Order());

    [Fact]
    public void The_week_goes_over_the_turn_of_the_year()
    {
        // Daily for a week of January; before it one backup a week, and two in the week that 2026 and 2027 share.
        var daily = Days("2027-01-04 2027-01-05 2027-01-06 2027-01-07 2027-01-08 2027-01-09 2027-01-10");
        var before = Days("2026-12-06 2026-12-07 2026-12-13 2026-12-20 2026-12-27 2026-12-30 2027-01-02");
        Assert.Equal([.. Days("2026-12-13 2026-12-20 2026-12-27 2026-12-30 2027-01-02"), .. daily], Retention.Kept([.. before, .. daily]).Order());
    }

    [Fact]
    public void Day_after_day_what_stays_is_never_more_than_twenty_four_and_the_newest_is_among_them()
    {
        var kept = new List<DateOnly>();
        for (var day = Last.AddDays(-800); day <= Last; day = day.AddDays(1))
        {
            kept = [.. Retention.Kept([.. kept, day])];
            Assert.Contains(day, kept);
            Assert.InRange(kept.Count, 1, 24);
        }
        Assert.Equal(12, kept.Select(day => (day.Year, day.Month)).Distinct().Count());
    }

    private static IEnumerable<DateOnly> Days(string days) => days.Split(' ').Select(day => DateOnly.ParseExact(day, "yyyy-MM-dd"));
}
