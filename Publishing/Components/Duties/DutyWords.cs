using Transparency.Contracts;
using Transparency.Contracts.Disclosure;
using Transparency.Publishing.Notices.Reports;
using Transparency.Publishing.Site;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Components.Duties;

/// <summary>A cell in a sign and a word: no status rests on its colour.</summary>
/// <param name="Colour">good, waiting, stopped, or empty</param>
internal sealed record DutyWords(string Sign, string Word, string Colour)
{
    /// <summary>Columns of a table: a year of months, five quarters, two years of halves, three years.</summary>
    public static int Columns(Frequency frequency) => frequency switch
    {
        Frequency.Month => 12,
        Frequency.Quarter => 5,
        Frequency.HalfYear => 4,
        _ => 3,
    };

    public static DutyWords Of(Language language, SiteDuty duty)
    {
        return duty.Status switch
        {
            CellStatus.Published { DaysLate: > 0 and var days } => new("✓", Say("PublishedLate", days), "waiting"),
            CellStatus.Published => new("✓", Say("Published"), "good"),
            CellStatus.NothingToReport { DaysLate: > 0 and var days } => new("○", Say("NothingToReportLate", days), "waiting"),
            CellStatus.NothingToReport => new("○", Say("NothingToReport"), "good"),
            CellStatus.DueSoon => new("!", Say("DueSoon"), "waiting"),
            CellStatus.NotYetDue => new("·", Say("NotYetDue"), ""),
            CellStatus.Late late => new("✕", Say("Late", late.Days), "stopped"),
            CellStatus.NotApplicable => new("—", Say("NotApplicable"), ""),
            _ => new("?", Say("Uncountable"), ""),
        };

        string Say(string name, params IReadOnlyList<object> arguments) => Catalogue.Say(language, $"duty.cell.{name}", arguments);
    }

    /// <summary>The newest periods that are over, newest first; while none is, nothing is owed yet.</summary>
    public static IReadOnlyList<Period> Ended(Obligation obligation, DateOnly asOf) =>
        [.. DisclosureCalendar.Periods(obligation, asOf).Where(p => p.Last < asOf).Reverse().Take(Columns(obligation.Frequency))];

    /// <summary>Late ones, the one that has waited longest on top.</summary>
    public static IReadOnlyList<SiteDuty> Late(IEnumerable<SiteDuty> duties) =>
        [.. duties.Where(d => d.IsLate).OrderBy(d => d.Cell.Due)];

    /// <summary>固堤场村 · 代管资金月报 · 2026年8月.</summary>
    public static Phrase Item(Language language, SiteModel site, Cell cell) => Phrase.Say(
        language, "duty.item",
        site.Town.Villages.First(v => v.Code == cell.Village).Name, cell.Obligation.Name, PeriodWording.Of(language, cell.Period));
}
