using Transparency.Contracts;
using Transparency.Publishing.Register;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Notices.Inspections;

/// <summary>查什么 · 查哪些村 · 查出什么 · 改得怎样 · 找谁 of one inspection.</summary>
public static class InspectionSentences
{
    public static IReadOnlyList<CaseSentence> Of(Language language, InspectionOnRegister i, Text ask) =>
    [
        new(Say(language, "inspection.what"), Plain(language, "inspection.what-words", InspectionWording.Months(language, i.Plan)), null),
        new(Say(language, "inspection.which"), Which(language, i), Plain(language, "inspection.of-pool", i.Plan.Pool.Count, i.Plan.Count)),
        new(Say(language, "inspection.result"), Phrase.Plain(Found(language, i)), null),
        new(Say(language, "inspection.cure"), Phrase.Plain(Cured(language, i)), null),
        new(Say(language, "sentence.ask"), Phrase.Of(language, ask), null),
    ];

    private static Phrase Which(Language language, InspectionOnRegister i) => i.Draw is null
        ? Phrase.Plain(Say(language, i.End is null ? "inspection.not-drawn-yet" : "inspection.never-drawn"))
        : InspectionWording.Villages(language, i.Drawn.Select(i.Plan.NameOf));

    private static string Found(Language language, InspectionOnRegister i) =>
        i.Results.Count == 0 ? Say(language, i.End is null ? "inspection.nothing-public" : "inspection.no-result")
        : Say(
            language, "inspection.found-words",
            i.Results.Count, i.Results.Count(r => r.Findings.Count == 0), i.Results.Sum(r => r.Findings.Count));

    private static string Cured(Language language, InspectionOnRegister i)
    {
        var found = i.Results.SelectMany(r => r.Findings).ToList();
        var late = found.Count(f => f.Cure is { DaysLate: > 0 });
        return i.Results.Count == 0 ? Say(language, i.End is null ? "inspection.not-there-yet" : "inspection.nothing-to-cure")
            : found.Count == 0 ? Say(language, "inspection.nothing-to-cure")
            : i.Open == 0 && late > 0 ? Say(language, "inspection.all-cured", found.Count, late)
            : i.Open == 0 ? Say(language, "inspection.all-in-time", found.Count)
            : Say(
                language, "inspection.open-words",
                found.Count, found.Count - i.Open, i.Open, found.Where(f => f.Cure is null).Max(f => f.Of.CureUntil));
    }

    private static Phrase Plain(Language language, string code, params IReadOnlyList<object> arguments) =>
        Phrase.Plain(Say(language, code, arguments));

    private static string Say(Language language, string code, params IReadOnlyList<object> arguments) =>
        Catalogue.Say(language, code, arguments);
}
