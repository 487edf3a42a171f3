using Transparency.Contracts;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Contracts.Town;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Notices.Statements;

/// <summary>The monthly sheet that is pinned up. A function of its edition alone.</summary>
public static class StatementNotice
{
    /// <param name="noticeJson">the bytes of this edition's notice.json, for the check code</param>
    public static NoticeDocument Of(
        StatementEdition edition, Language language, TownSettings town, SiteSettings settings, ReadOnlySpan<byte> noticeJson)
    {
        var (s, day) = (edition.Section, Shanghai.DayOf(edition.At));
        return new(
            SiteMap.Tag(language),
            Say(language, "statement.masthead", s.Town),
            Say(language, "statement.issue", s.Village.Value, s.Month.ToString()),
            StatementWording.Title(s).In(language),
            StatementWording.Verdict(language, s.Reconciliation),
            [.. StatementSentences.Of(language, edition, town.Contact).Select(x => x.OnSheet())],
            [.. Official(edition, language)],
            StatementTables.Of(language, s),
            edition.Unit.In(language),
            Wording.Day(language, day),
            day,
            CaseWords.EditionLine(language, edition.Ordinal, edition.At, NoticeJson.CheckCode(noticeJson)),
            $"{settings.PublicAddress}/{SiteMap.StatementFolder(new(s.Village, s.Month))}#e{edition.Ordinal}",
            Say(language, "statement.qr"),
            NoticeWords.Banner(town),
            NoticeWords.Of(language, "sheet.attached"));
    }

    private static IEnumerable<Block> Official(StatementEdition e, Language language)
    {
        yield return Paragraph(
            "statement.official", e.Prepared.Unit, e.Prepared.On, e.Checked.Unit, e.Checked.On, e.Unit, Shanghai.DayOf(e.At));
        if (e.Section.Note is { IsEmpty: false } note) yield return Paragraph(e.Ordinal == 1 ? "statement.note" : "edition.changed", note);
        if (CoverShare.Of([e.Section]) is { Count: > 0 } share)
        {
            yield return new("paragraph", [[new(share.Words(language))]]);
            foreach (var (_, line) in share.Orphans)
            {
                yield return Paragraph(
                    "cover.on-sheet", line.Number, line.Summary, line.Out, StatementWording.WhyNoCase(language, line).ToString());
            }
        }
        foreach (var refused in e.Section.Refused) yield return Paragraph("statement.refused-one", refused.Number, refused.Reason);

        Block Paragraph(string code, params IReadOnlyList<object> arguments) => new("paragraph", [[new(Say(language, code, arguments))]]);
    }

    private static string Say(Language language, string code, params IReadOnlyList<object> arguments) =>
        Catalogue.Say(language, code, arguments);
}
