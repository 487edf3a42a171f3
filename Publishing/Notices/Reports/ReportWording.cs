using Transparency.Contracts;
using Transparency.Contracts.Disclosure;
using Transparency.Contracts.Disclosure.Reports;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Notices.Reports;

/// <summary>Words about one village report that lists and page share.</summary>
public static class ReportWording
{
    /// <summary>
    /// 固堤场村2026年第二季度：政府补助、救灾救助和捐赠.
    /// In English only where village and obligation have English names.
    /// </summary>
    public static Text Title(ReportSection s) => new(
        Say(Language.Zh, s, s.VillageName.Zh, s.Name.Zh),
        s.VillageName.En is { } village && s.Name.En is { } name ? Say(Language.En, s, village, name) : null);

    /// <summary>Code of the word for what it says.</summary>
    public static string Status(ReportSection s) => s.Nothing ? "report.nothing" : "report.public";

    private static string Say(Language language, ReportSection s, string village, string name) =>
        Catalogue.Say(language, "report.title", village, PeriodWording.Of(language, s.Period), name);
}
