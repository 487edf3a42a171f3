using Transparency.Contracts;
using Transparency.Contracts.Town;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Notices.Inspections;

/// <summary>
/// The sheet of an inspection that is pinned up in the villages: how they were drawn, and what was found in each.
/// A function of its edition alone.
/// </summary>
public static class InspectionNotice
{
    /// <param name="json">the bytes of this edition's notice.json, for the check code</param>
    public static NoticeDocument Of(
        InspectionOnRegister whole, InspectionEdition edition, Language language, TownSettings town, SiteSettings settings,
        ReadOnlySpan<byte> json)
    {
        var (i, day) = (whole.At(edition), Shanghai.DayOf(edition.At));
        return new(
            SiteMap.Tag(language),
            Say(language, "inspection.masthead", i.Plan.Town),
            InspectionWording.Number(language, i.Plan.Id),
            i.Plan.Title.In(language),
            Say(language, $"inspection.status.{i.Status}"),
            [.. InspectionSentences.Of(language, i, town.Contact).Select(x => x.OnSheet())],
            [.. Body(language, i)],
            [
                .. i.Results.Where(r => r.Findings.Count > 0).Select(r => Findings(language, r)),
                .. i.Draw is { } draw ? [Places(language, i, draw)] : Array.Empty<NoticeTable>(),
            ],
            edition.Unit.In(language),
            Wording.Day(language, day),
            day,
            CaseWords.EditionLine(language, edition.Ordinal, edition.At, NoticeJson.CheckCode(json)),
            $"{settings.PublicAddress}/{SiteMap.InspectionFolder(i.Plan.Id)}#e{edition.Ordinal}",
            Say(language, "inspection.qr"),
            NoticeWords.Banner(town),
            NoticeWords.Of(language, "sheet.attached"));
    }

    private static IEnumerable<Block> Body(Language language, InspectionOnRegister i)
    {
        if (i.End?.Cancelled is { } reason) yield return Paragraph(Say(language, "edition.reason", reason));
        yield return Paragraph(Say(language, "inspection.official", i.Plan.Team, i.Plan.First, i.Plan.Last, i.Plan.Law));
        foreach (var clean in i.Results.Where(r => r.Findings.Count == 0))
            yield return Paragraph(Say(language, "inspection.clean", clean.Of.VillageName, InspectionWording.Months(language, i.Plan)));
        yield return Paragraph(Say(language, "inspection.how-bound", i.Plan.Commitment));
        if (i.Draw?.Of is { } drawn)
            yield return Paragraph(Say(language, "inspection.how-drawn", drawn.Half, drawn.Number, drawn.Seed, i.Plan.Count));
    }

    private static NoticeTable Findings(Language language, PublicResult result) => new(
        result.Of.VillageName.In(language),
        [
            Head(language, "inspection.finding"), Head(language, "inspection.what-found"),
            Head(language, "inspection.cure-by"), Head(language, "inspection.cure"),
        ],
        [.. result.Findings.Select(f => (IReadOnlyList<string>)
        [
            f.Of.Name.In(language), f.Of.What.In(language),
            Wording.Day(language, f.Of.CureUntil), InspectionWording.Cure(language, f),
        ])],
        null);

    private static NoticeTable Places(Language language, InspectionOnRegister i, PublicDraw draw) => new(
        Say(language, "inspection.draw"),
        [Head(language, "inspection.place"), Head(language, "inspection.village"), Head(language, "inspection.hash")],
        [.. draw.Of.Places.Select((p, n) => (IReadOnlyList<string>)
        [
            Say(language, n < i.Plan.Count ? "inspection.place-drawn" : "inspection.place-not", n + 1),
            i.Plan.NameOf(p.Village).In(language), p.Hash,
        ])],
        null);

    private static NoticeColumn Head(Language language, string code) => new(Say(language, code), false);

    private static Block Paragraph(string words) => new("paragraph", [[new(words)]]);

    private static string Say(Language language, string code, params IReadOnlyList<object> arguments) =>
        Catalogue.Say(language, code, arguments);
}
