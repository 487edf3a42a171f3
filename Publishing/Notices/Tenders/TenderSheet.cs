using Transparency.Contracts;
using Transparency.Contracts.Tenders;
using Transparency.Contracts.Town;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Notices.Tenders;

/// <summary>
/// The sheet of one edition of a tender: its head says what it is, 招标公告 or 中标结果公告. A function of that edition alone.
/// </summary>
public static class TenderSheet
{
    public static NoticeDocument Of(
        TenderOnRegister t, TenderEdition edition, Language language, TownSettings town, SiteSettings settings,
        ReadOnlySpan<byte> noticeJson)
    {
        var day = Shanghai.DayOf(edition.At);
        var status = StatusThen(edition.Kind);
        return new(
            SiteMap.Tag(language),
            Say(language, $"tender.sheet.{edition.Kind}", t.Section.Town),
            t.Tender.Value,
            t.Section.Title.In(language),
            Say(language, $"tender.status.{status}"),
            [.. TenderSentences.Of(language, t, edition, status).Select(s => s.OnSheet())],
            [.. Official(language, t, edition)],
            [.. TenderTables.Of(language, t, edition)],
            edition.Unit.In(language),
            Wording.Day(language, day),
            day,
            CaseWords.EditionLine(language, edition.Ordinal, edition.At, NoticeJson.CheckCode(noticeJson)),
            $"{settings.PublicAddress}/{SiteMap.TenderFolder(t.Tender)}#e{edition.Ordinal}",
            Say(language, "tender.sheet.qr"),
            NoticeWords.Banner(town),
            NoticeWords.Of(language, "sheet.attached"));
    }

    /// <summary>Where the case stood when an edition was made.</summary>
    public static TenderStatus StatusThen(TenderEditionKind kind) => kind switch
    {
        TenderEditionKind.Plan => TenderStatus.Planned,
        TenderEditionKind.Call or TenderEditionKind.Amendment => TenderStatus.Calling,
        TenderEditionKind.Opening => TenderStatus.Opened,
        TenderEditionKind.Candidates => TenderStatus.Candidates,
        TenderEditionKind.Award or TenderEditionKind.Change => TenderStatus.Awarded,
        TenderEditionKind.Failure => TenderStatus.Failed,
        _ => TenderStatus.Cancelled,
    };

    /// <summary>Whether an edition's note says what changed or gives the reason.</summary>
    internal static string NoteCode(TenderEditionKind kind) =>
        kind is TenderEditionKind.Amendment or TenderEditionKind.Change ? "edition.changed" : "edition.reason";

    private static IEnumerable<Block> Official(Language language, TenderOnRegister t, TenderEdition edition)
    {
        if (edition.Kind == TenderEditionKind.Plan)
            yield return t.DeclarationNumber is { } number
                ? Paragraph("tender.official.declared", number)
                : Paragraph("tender.official.routine", t.Section.MatterName);
        if (edition is { Kind: TenderEditionKind.Call or TenderEditionKind.Amendment, Notice: { } notice })
        {
            yield return Paragraph("tender.official.call", Moment(notice.Deadline), notice.Place);
            yield return Paragraph("tender.official.rules", notice.Rules);
            yield return Paragraph("tender.official.channels", notice.Channels);
        }
        if (edition.Kind == TenderEditionKind.Opening && t.Opening is { } opening)
            yield return Paragraph("tender.official.opening", Moment(opening.At), opening.Place, opening.Attended, opening.Bids.Count);
        if (edition.Kind == TenderEditionKind.Candidates && t.Window is { } window)
            yield return Paragraph("tender.official.candidates", Day(window.First), Day(window.Last), window.Rule.Law);
        if (edition.Kind == TenderEditionKind.Award)
            yield return Paragraph(
                t.Had(edition, TenderEditionKind.Candidates) ? "tender.official.award" : "tender.official.award-direct",
                TenderSentences.Awarded(t));
        if (t.ChangeIn(edition) is var (contract, change))
        {
            yield return Paragraph(
                "tender.official.change", contract.Lot, t.LotOf(contract.Lot).Title,
                Wording.ExactWithUnit(language, change.Before), Wording.ExactWithUnit(language, change.Total));
            if (change.Declaration is { } declared) yield return Paragraph("tender.official.change-declared", declared);
        }
        if (edition.Note is { IsEmpty: false } note) yield return Paragraph(NoteCode(edition.Kind), note);

        string Day(DateOnly day) => CaseWords.DayIn(language, t.Tender.Year, day);
        string Moment(DateTimeOffset at) => TenderSentences.Moment(language, t.Tender.Year, at);
        Block Paragraph(string code, params IReadOnlyList<object> arguments) => new("paragraph", [[new(Say(language, code, arguments))]]);
    }

    private static string Say(Language language, string code, params IReadOnlyList<object> arguments) =>
        Catalogue.Say(language, code, arguments);
}
