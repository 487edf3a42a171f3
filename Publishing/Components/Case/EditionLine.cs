using Transparency.Contracts;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Notices.Inspections;
using Transparency.Publishing.Notices.Tenders;
using Transparency.Publishing.Notices.Treasury;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Components.Case;

/// <summary>One line of 前后版本.</summary>
/// <param name="NoteCode">frame of the note: what changed, or the reason</param>
/// <param name="Code">check code of that edition's notice.json</param>
/// <param name="Path">where a superseded edition stands; null for the newest, which is this page</param>
public sealed record EditionLine(int Ordinal, Phrase What, DateOnly On, Text? Note, string NoteCode, string Code, string? Path)
{
    public static IReadOnlyList<EditionLine> Of(Language language, DeclarationOnRegister d) =>
    [
        .. d.Editions.Select(e => new EditionLine(
            e.Ordinal, Phrase.Say(language, $"edition.{e.Kind}"), Shanghai.DayOf(e.At), e.Note, DeclarationNotice.NoteCode(e.Kind),
            NoticeJson.CheckCodeOf(d, e), e == d.Current ? null : Superseded(SiteMap.DeclarationFolder(d.Number), e.Ordinal))),
    ];

    public static IReadOnlyList<EditionLine> Of(Language language, TenderOnRegister t) =>
    [
        .. t.Editions.Select(e => new EditionLine(
            e.Ordinal, Phrase.Say(language, $"tender.edition.{e.Kind}"), Shanghai.DayOf(e.At), e.Note, TenderSheet.NoteCode(e.Kind),
            TenderJson.CheckCodeOf(t, e), e == t.Current ? null : Superseded(SiteMap.TenderFolder(t.Tender), e.Ordinal))),
    ];

    public static IReadOnlyList<EditionLine> Of(Language language, AgreementOnRegister a) =>
    [
        .. a.Editions.Select(e => new EditionLine(
            e.Ordinal, Phrase.Say(language, "edition.disclosed", e.Number), Shanghai.DayOf(e.At), null, "edition.changed",
            NoticeJson.CheckCodeOf(e), e == a.Current ? null : Superseded(SiteMap.AgreementFolder(a.Agreement), e.Ordinal))),
    ];

    public static IReadOnlyList<EditionLine> Of(Language language, StatementOnRegister s) =>
    [
        .. s.Editions.Select(e => new EditionLine(
            e.Ordinal, Phrase.Say(language, e.Ordinal == 1 ? "statement.first-edition" : "statement.corrected"), Shanghai.DayOf(e.At),
            e.Ordinal == 1 ? null : e.Section.Note, "edition.changed",
            NoticeJson.CheckCodeOf(e), e == s.Current ? null : Superseded(SiteMap.StatementFolder(s.Of), e.Ordinal))),
    ];

    public static IReadOnlyList<EditionLine> Of(Language language, ReportOnRegister r) =>
    [
        .. r.Editions.Select(e => new EditionLine(
            e.Ordinal, Phrase.Say(language, e.Ordinal == 1 ? "report.first-edition" : "report.corrected"), Shanghai.DayOf(e.At),
            e.Ordinal == 1 ? null : e.Section.Note, "edition.changed",
            NoticeJson.CheckCodeOf(e), e == r.Current ? null : Superseded(SiteMap.ReportFolder(r.Of), e.Ordinal))),
    ];

    public static IReadOnlyList<EditionLine> Of(Language language, InspectionOnRegister i) =>
    [
        .. i.Editions.Select(e => new EditionLine(
            e.Ordinal, InspectionWording.Edition(language, i, e), Shanghai.DayOf(e.At),
            e.Kind == InspectionEditionKind.Cancellation ? i.End?.Cancelled : null, "edition.reason",
            InspectionJson.CheckCodeOf(i, e), e == i.Current ? null : Superseded(SiteMap.InspectionFolder(i.Plan.Id), e.Ordinal))),
    ];

    public static IReadOnlyList<EditionLine> Of(Language language, TreasuryOnRegister t) =>
    [
        .. t.Editions.Select(e => new EditionLine(
            e.Ordinal, Phrase.Say(language, e.Ordinal == 1 ? "treasury.first-edition" : "treasury.added"), Shanghai.DayOf(e.At),
            null, "edition.changed", TreasuryNotice.CheckCodeOf(e),
            e == t.Current ? null : Superseded(SiteMap.TreasuryFolder(t.Month), e.Ordinal))),
    ];

    private static string Superseded(string folder, int ordinal) => $"{SiteMap.Superseded(folder, ordinal)}index.html";
}
