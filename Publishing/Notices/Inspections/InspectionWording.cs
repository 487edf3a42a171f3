using Transparency.Contracts;
using Transparency.Contracts.Escrow.Inspections;
using Transparency.Publishing.Register;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Notices.Inspections;

/// <summary>Words about one inspection that lists, page and sheet share.</summary>
public static class InspectionWording
{
    /// <summary>2026年第 2 号 · No. 2 of 2026.</summary>
    public static string Number(Language language, InspectionId id) => Catalogue.Say(language, "inspection.number", id.Year, id.Ordinal);

    /// <summary>2026年1月 至 2026年6月.</summary>
    public static string Months(Language language, InspectionPlan plan) => Months(language, plan.From, plan.To);

    public static string Months(Language language, Month from, Month to) =>
        from == to
            ? Wording.Month(language, from)
            : Catalogue.Say(language, "inspection.months", Wording.Month(language, from), Wording.Month(language, to));

    /// <summary>Villages in a row.</summary>
    public static Phrase Villages(Language language, IEnumerable<Text> names) =>
        Phrase.Join(language == Language.En ? ", " : "、", names.Select(n => Phrase.Of(language, n)));

    /// <summary>What an edition was made for; a result names its village.</summary>
    public static Phrase Edition(Language language, InspectionOnRegister i, InspectionEdition edition) =>
        i.Results.FirstOrDefault(r => r.Act == edition.Act) is { } result
            ? Phrase.Say(language, "inspection.edition-result", result.Of.VillageName)
            : Phrase.Say(language, $"inspection.edition.{edition.Kind}");

    /// <summary>Cured in time, cured late, or open until when.</summary>
    public static string Cure(Language language, PublicFinding finding) => finding.Cure switch
    {
        null => Catalogue.Say(language, "inspection.cure-open", finding.Of.CureUntil),
        { DaysLate: 0, By.On: var on } => Catalogue.Say(language, "inspection.cured", on),
        { DaysLate: var days, By.On: var on } => Catalogue.Say(language, "inspection.cured-late", on, days),
    };

    /// <summary>没有发现问题, or how many and how many of them are cured.</summary>
    public static string Result(Language language, PublicResult result) =>
        result.Findings.Count == 0 ? Catalogue.Say(language, "inspection.no-finding")
        : Catalogue.Say(language, "inspection.found", result.Findings.Count, result.Findings.Count(f => f.Cure is not null));
}
