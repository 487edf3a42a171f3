using System.Collections.Immutable;
using Transparency.Contracts;
using Transparency.Publishing.Components;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Pages;
using Transparency.Publishing.Register;

namespace Transparency.Publishing.Site;

/// <summary>Village reports: page and notice.json, with their superseded editions.</summary>
public static partial class SitePages
{
    public static byte[] Report(SiteModel model, ReportOnRegister report, Language language, string? linkBase = null) =>
        Report(At(model, language, SiteMap.Report(report.Of), linkBase), report, report.Current);

    private static byte[] Report(PageContext here, ReportOnRegister report, ReportEdition edition) =>
        PageRenderer.Render<ReportPage>(here, ("Report", report), ("Edition", edition));

    private static IEnumerable<Output> Outputs(SiteModel model, ReportOnRegister r)
    {
        ImmutableArray<string> own = [Slices.Report(r.Of)];
        foreach (var edition in r.Editions)
        {
            var newest = edition.Ordinal == r.Current.Ordinal;
            var folder = newest ? SiteMap.ReportFolder(r.Of) : SiteMap.Superseded(SiteMap.ReportFolder(r.Of), edition.Ordinal);
            yield return new($"{folder}notice.json", Stage.Leaf, own, () => NoticeJson.Of(edition));
            foreach (var language in model.Settings.Languages)
                yield return Page(model, language, $"{folder}index.html", newest ? Stage.Page : Stage.Leaf, [Slices.Town, .. own], here => Report(here, r, edition));
        }
    }
}
