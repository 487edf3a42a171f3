using Transparency.Contracts;
using Transparency.Contracts.Deadlines;
using Transparency.Publishing.Notices;
using Transparency.Samples;

namespace Transparency.Publishing.Tests.Notices;

/// <summary>One sentence says rule, law, start and the days left out.</summary>
public sealed class DeadlineWordsTests
{
    private static readonly Text Law = new("《法》第1条", "the Law, art. 1");

    [Theory]
    [InlineData(5, DayUnit.WorkingDay, CountDirection.After, false, "2026-09-18", "公示期至少 5 个工作日（《法》第1条）：从 2026年9月18日的次日起算，9月19日不算，9月20日调休上班照算，到 2026年9月24日 24:00 止。")]
    [InlineData(3, DayUnit.CalendarDay, CountDirection.After, true, "2026-09-22", "公示期至少 3 天（《法》第1条）：从 2026年9月22日的次日起算，遇 9月25日至9月27日休息顺延，到 2026年9月28日 24:00 止。")]
    [InlineData(15, DayUnit.CalendarDay, CountDirection.Before, false, "2026-10-08", "公示期至少提前 15 天（《法》第1条）：从 2026年10月8日往回数，最迟 2026年9月23日。")]
    [InlineData(10, DayUnit.DayOfNextMonth, CountDirection.After, false, "2026-08-31", "公示期在次月 10 日前（《法》第1条）：从 2026年8月31日所在的月份起算，到 2026年9月10日 24:00 止。")]
    public void In_Chinese(int value, DayUnit unit, CountDirection direction, bool rolls, string trigger, string sentence) =>
        Assert.Equal(sentence, DeadlineWords.Explain(Language.Zh, SampleTown.Counted(new("X", new("公示期", "Publicity window"), value, unit, Law, Direction: direction, Rolls: rolls), DateOnly.Parse(trigger))));

    [Fact]
    public void In_English_and_with_what_was_added()
    {
        var window = SampleTown.Counted(SampleTown.FiveDays, new(2026, 9, 18));
        var longer = ((Result<Deadline>.Of)window.Longer(2, SampleTown.Holidays)).Value;
        Assert.Equal(
            "Publicity window, at least 5 working days (Town Rules on Public Declaration, art. 6): counted from the day after 18 September 2026, leaving out 19 September, 25 September to 27 September, with the make-up working day 20 September counted, with 2 working days added, it ends on 29 September 2026 at 24:00.",
            DeadlineWords.Explain(Language.En, longer));
    }
}
