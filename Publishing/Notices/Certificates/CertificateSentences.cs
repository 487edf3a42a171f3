using Transparency.Contracts;
using Transparency.Contracts.Publicity;
using Transparency.Publishing.Register;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Notices.Certificates;

/// <summary>公示什么 · 公示多久 · 变过没有 · 看得到吗 · 有没有意见.</summary>
public static class CertificateSentences
{
    public static IReadOnlyList<CaseSentence> Of(Language language, PublicityCertificate c) =>
    [
        new(Say(language, "certificate.what"), Phrase.Of(language, c.Last.Section.Title), Phrase.Plain(c.Declaration.Number.ToString())),
        new(
            Say(language, "certificate.long"),
            Phrase.Plain(Say(language, "certificate.from-to", c.Window.Trigger, c.Window.Last)),
            Phrase.Say(language, "until.rule", CaseWords.Span(language, c.Window.Rule), c.Window.Rule.Law)),
        new(Say(language, "certificate.same"), Phrase.Plain(Same(language, c)), null),
        Seen(language, c),
        new(Say(language, "certificate.objections"), Phrase.Plain(Objections(language, c)), null),
    ];

    private static string Same(Language language, PublicityCertificate c) =>
        c.Editions.Count(e => e.Kind == EditionKind.WordingFix) is > 0 and var fixes
            ? Say(language, "certificate.same.wording", fixes)
            : Say(language, "certificate.same.yes");

    private static CaseSentence Seen(Language language, PublicityCertificate c)
    {
        var (stood, made) = (c.Count(CheckResult.Stood), c.Checks.Count);
        var words = made == 0 ? Say(language, "certificate.seen.none")
            : stood == made && made == c.Planned ? Say(language, "certificate.seen.always", made)
            : Say(language, "certificate.seen.counted", c.Planned, made, stood);
        return new(Say(language, "certificate.seen"), Phrase.Plain(words), made == 0 ? null : Phrase.Say(language, "certificate.seen.how"));
    }

    private static string Objections(Language language, PublicityCertificate c) =>
        c.Answered.Count == 0 ? Say(language, "objections.none")
        : Say(
            language, "certificate.objections.counted",
            c.Answered.Count, c.Answered.Count(a => !a.SetAside), c.Answered.Count(a => a.SetAside));

    private static string Say(Language language, string code, params IReadOnlyList<object> arguments) =>
        Catalogue.Say(language, code, arguments);
}
