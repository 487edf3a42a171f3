using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Town;
using Transparency.Publishing.Notices.Words;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Notices;

/// <summary>The sheet that is pinned up. A function of its edition alone: what came later never changes it.</summary>
public static class DeclarationNotice
{
    /// <param name="noticeJson">the bytes of this edition's notice.json, for the check code</param>
    public static NoticeDocument Of(
        DeclarationOnRegister declaration, Edition edition, Language language, TownSettings town, SiteSettings settings,
        ReadOnlySpan<byte> noticeJson)
    {
        var section = edition.Section;
        var day = Shanghai.DayOf(edition.At);
        var status = edition.StatusThen();
        return new(
            SiteMap.Tag(language),
            Say(language, status == PublicStatus.InPublicity ? "sheet.publicity" : "sheet.announcement", section.Town),
            declaration.Number.ToString(),
            section.Title.In(language),
            Say(language, $"status.{status}"),
            [.. DeclarationSentences.Of(language, declaration.Number, edition, status).Select(s => s.OnSheet())],
            [.. Official(declaration.Number, edition, status, language), .. MarkdownBlocks.From(section.Body.In(language))],
            NoticeTables.Of(language, section),
            town.Government.In(language),
            Wording.Day(language, day),
            day,
            CaseWords.EditionLine(language, edition.Ordinal, edition.At, NoticeJson.CheckCode(noticeJson)),
            QrAddress(settings, declaration.Number, edition),
            Say(language, "sheet.qr"),
            NoticeWords.Banner(town),
            NoticeWords.Of(language, "sheet.attached"));
    }

    /// <summary>The case's address at this edition's line in the list of editions, which stands there for ever.</summary>
    public static string QrAddress(SiteSettings settings, DeclarationNumber number, Edition edition) =>
        $"{settings.PublicAddress}/{SiteMap.DeclarationFolder(number)}#e{edition.Ordinal}";

    private static IEnumerable<Block> Official(DeclarationNumber number, Edition edition, PublicStatus status, Language language)
    {
        var section = edition.Section;
        var (first, last) = (Day(edition.Window.Trigger), Day(edition.Window.Last));
        if (section.Decision is { } d)
        {
            yield return Paragraph(
                $"official.decided.{DecisionWords.Who(d)}", section.Discloser, Day(d.Date), d.Due, d.Present, d.For, section.Title);
            var steps = d.Steps.Select(held =>
                Say(language, "official.step", Day(held.Meeting.On), DecisionWords.Step(language, d, held).ToString()));
            yield return Paragraph(
                "official.steps", d.Number.Value, string.Join(Say(language, "mark.comma") + Wording.Gap(language), steps), Day(d.Posted));
            if (d.Voted is { } voted)
                yield return Paragraph("official.voted", voted.What, VotedWords.Line(language, voted.Terms));
            if (d.Merged) yield return Paragraph(d.Number.Village is null ? "decided.merged.town" : "decided.merged");
            if (d.Mandate is { } mandate) yield return Paragraph("decided.mandate", mandate);
        }
        if (section.Shares is { Count: > 0 } shares)
        {
            var each = shares.Select(s =>
                Say(language, "official.share", s.VillageName, s.Amount, s.Decision.Number.Value, s.Decision.Due, s.Decision.For));
            yield return Paragraph("official.shares", string.Join(Say(language, "mark.semicolon") + Wording.Gap(language), each));
        }
        if (status == PublicStatus.InPublicity)
        {
            var span = CaseWords.Span(language, edition.Window.Rule);
            yield return Paragraph("official.publicity", edition.Unit, section.Law, first, last, span);
            yield return Paragraph("official.objections");
        }
        else
        {
            yield return Paragraph($"official.{status}", edition.Unit, Wording.Day(language, Shanghai.DayOf(edition.At)), first, last);
        }
        if (edition.Note is { IsEmpty: false } note) yield return Paragraph(NoteCode(edition.Kind), note);
        if (edition.Law is { } law) yield return Paragraph("edition.law", law);

        string Day(DateOnly day) => CaseWords.DayIn(language, number.Year, day);
        Block Paragraph(string code, params IReadOnlyList<object> arguments) => new("paragraph", [[new(Say(language, code, arguments))]]);
    }

    /// <summary>Whether an edition's note says what changed or gives the reason.</summary>
    internal static string NoteCode(EditionKind kind) =>
        kind is EditionKind.WordingFix or EditionKind.Reopening ? "edition.changed" : "edition.reason";

    private static string Say(Language language, string code, params IReadOnlyList<object> arguments) =>
        Catalogue.Say(language, code, arguments);
}
