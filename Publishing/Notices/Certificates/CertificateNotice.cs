using Transparency.Contracts;
using Transparency.Contracts.Town;
using Transparency.Publishing.Site;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Notices.Certificates;

/// <summary>The sheet of a certificate, signed by the body that opened the window.</summary>
public static class CertificateNotice
{
    /// <param name="json">the bytes of certificate.json, for the check code</param>
    public static NoticeDocument Of(
        PublicityCertificate c, Language language, TownSettings town, SiteSettings settings, ReadOnlySpan<byte> json) => new(
        SiteMap.Tag(language),
        Say(language, "certificate.masthead", c.Last.Section.Town),
        c.Declaration.Number.ToString(),
        c.Last.Section.Title.In(language),
        Say(language, "certificate.status"),
        [.. CertificateSentences.Of(language, c).Select(s => s.OnSheet())],
        [.. Body(language, c)],
        [.. CertificateTables.Of(language, c)],
        c.Editions[0].Unit.In(language),
        Wording.Day(language, c.IssuedOn),
        c.IssuedOn,
        Say(language, "certificate.line", c.IssuedOn, NoticeJson.CheckCode(json)),
        $"{settings.PublicAddress}/{SiteMap.CertificateFolder(c.Declaration.Number, c.Round)}",
        Say(language, "certificate.qr"),
        NoticeWords.Banner(town),
        NoticeWords.Of(language, "certificate.attached"));

    private static IEnumerable<Block> Body(Language language, PublicityCertificate c)
    {
        yield return new("paragraph", [[new(DeadlineWords.Explain(language, c.Window))]]);
        if (c.Answered.Count == 0) yield break;
        yield return new("heading", [[new(Say(language, "objections.title"))]]);
        foreach (var one in c.Answered)
        {
            yield return Said(one.Summary, "objections.question", Day(one.Received));
            yield return Said(one.Answer, one.SetAside ? "objections.set-aside" : "objections.answer", Day(one.On), one.Unit);
        }

        Block Said(Text words, string by, params IReadOnlyList<object> arguments) =>
            new("paragraph", [[new(Say(language, by, arguments), Strong: true), new(words.In(language))]]);
        string Day(DateOnly day) => CaseWords.DayIn(language, c.Declaration.Number.Year, day);
    }

    private static string Say(Language language, string code, params IReadOnlyList<object> arguments) =>
        Catalogue.Say(language, code, arguments);
}
