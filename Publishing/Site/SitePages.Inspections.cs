using System.Collections.Immutable;
using Transparency.Contracts;
using Transparency.Publishing.Components;
using Transparency.Publishing.Notices.Inspections;
using Transparency.Publishing.Pages;
using Transparency.Publishing.Register;

namespace Transparency.Publishing.Site;

/// <summary>Inspections of the villages' money: page and notice.json, with their superseded editions.</summary>
public static partial class SitePages
{
    public static byte[] Inspection(SiteModel model, InspectionOnRegister inspection, Language language, string? linkBase = null) =>
        Inspection(At(model, language, SiteMap.Inspection(inspection.Plan.Id), linkBase), inspection, inspection.Current);

    private static byte[] Inspection(PageContext here, InspectionOnRegister inspection, InspectionEdition edition) =>
        PageRenderer.Render<InspectionPage>(here, ("Whole", inspection), ("Edition", edition));

    private static IEnumerable<Output> Outputs(SiteModel model, InspectionOnRegister i)
    {
        ImmutableArray<string> own = [Slices.Inspection(i.Plan.Id)];
        foreach (var edition in i.Editions)
        {
            var newest = edition.Ordinal == i.Current.Ordinal;
            var folder = newest ? SiteMap.InspectionFolder(i.Plan.Id) : SiteMap.Superseded(SiteMap.InspectionFolder(i.Plan.Id), edition.Ordinal);
            yield return new($"{folder}notice.json", Stage.Leaf, own, () => InspectionJson.Of(i, edition));
            foreach (var language in model.Settings.Languages)
                yield return Page(model, language, $"{folder}index.html", newest ? Stage.Page : Stage.Leaf, [Slices.Town, .. own], here => Inspection(here, i, edition));
        }
    }
}
