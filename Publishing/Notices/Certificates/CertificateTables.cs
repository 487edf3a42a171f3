using System.Globalization;
using Transparency.Contracts;
using Transparency.Contracts.Publicity;
using Transparency.Publishing.Register;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Notices.Certificates;

/// <summary>The tables of a certificate, for page and sheet alike.</summary>
public static class CertificateTables
{
    public static IEnumerable<NoticeTable> Of(Language language, PublicityCertificate c)
    {
        yield return Editions(language, c);
        yield return Days(language, c);
        if (c.Findings.Any()) yield return Findings(language, c);
    }

    private static NoticeTable Editions(Language language, PublicityCertificate c) => new(
        Say(language, "certificate.editions"),
        [
            Words(language, "certificate.edition"), Words(language, "certificate.since"), Words(language, "certificate.kind"),
            Words(language, "certificate.hash"), Words(language, "certificate.code"),
        ],
        [.. c.Editions.Select(e => (IReadOnlyList<string>)
        [
            Say(language, "edition.ordinal", e.Ordinal), Moment(language, c, e.At), Say(language, $"edition.{e.Kind}"),
            e.Hash.Value[..16], NoticeJson.CheckCodeOf(c.Declaration, e),
        ])],
        null);

    private static NoticeTable Days(Language language, PublicityCertificate c) => new(
        Say(language, "certificate.checks"),
        [
            Words(language, "certificate.day"), Count(language, "certificate.planned"), Count(language, "certificate.stood"),
            Count(language, "certificate.not-stood"), Count(language, "certificate.missed"),
        ],
        [.. c.Days.Select(d => Row(CaseWords.DayIn(language, c.Declaration.Number.Year, d.Day), d.Planned, d.Checks))],
        Row(Say(language, "certificate.sum"), c.Planned, c.Checks));

    private static NoticeTable Findings(Language language, PublicityCertificate c) => new(
        Say(language, "certificate.findings"),
        [Words(language, "certificate.when"), Words(language, "certificate.found")],
        [.. c.Findings.Select(f => (IReadOnlyList<string>)[Moment(language, c, f.At), Found(language, f)])],
        null);

    private static string Found(Language language, PageCheck check) => check.Status is { } status
        ? Say(language, $"certificate.{check.Result}-status", status)
        : Say(language, $"certificate.{check.Result}");

    private static NoticeColumn Words(Language language, string code) => new(Say(language, code), Number: false);

    private static NoticeColumn Count(Language language, string code) => new(Say(language, code), Number: true);

    private static IReadOnlyList<string> Row(string day, int planned, IReadOnlyList<PageCheck> checks)
    {
        var stood = checks.Count(c => c.Result == CheckResult.Stood);
        return [day, N(planned), N(stood), N(checks.Count - stood), N(planned - checks.Count)];
    }

    private static string N(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Moment(Language language, PublicityCertificate c, DateTimeOffset at) => Say(
        language, "certificate.moment",
        CaseWords.DayIn(language, c.Declaration.Number.Year, Shanghai.DayOf(at)),
        Shanghai.Local(at).ToString("HH:mm", CultureInfo.InvariantCulture));

    private static string Say(Language language, string code, params IReadOnlyList<object> arguments) =>
        Catalogue.Say(language, code, arguments);
}
