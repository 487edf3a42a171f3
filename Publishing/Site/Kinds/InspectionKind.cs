using System.Collections.Immutable;
using Transparency.Contracts;
using Transparency.Contracts.Escrow.Inspections;
using Transparency.Publishing.Components;
using Transparency.Publishing.Components.Inspections;
using Transparency.Publishing.Components.Lists;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Notices.Inspections;
using Transparency.Publishing.OpenData;
using Transparency.Publishing.Pages;
using Transparency.Publishing.Register;
using Transparency.Publishing.Texts;
using Transparency.Publishing.Site.Suppressions;

namespace Transparency.Publishing.Site.Kinds;

/// <summary>Inspections of the villages' money.</summary>
internal sealed class InspectionKind() : PublicCase<InspectionOnRegister>(
    CaseKind.Inspection, "inspection", 1, typeof(InspectionEvent), InspectionOnRegister.Evolve)
{
    internal override IEnumerable<DataKind> Data => [InspectionData.Findings];

    internal override Type? Beside(Place place) => place == Place.Village ? typeof(VillageInspections) : null;

    protected override string Path(InspectionOnRegister i) => SiteMap.Inspection(i.Plan.Id);

    protected override byte[] Page(PageContext here, InspectionOnRegister i) => Page(here, i, i.Current);

    protected override Text Title(InspectionOnRegister i) => i.Plan.Title;

    protected override string Summary(Language language, InspectionOnRegister i) => Catalogue.Say(
        language, "feed.inspection", InspectionWording.Number(language, i.Plan.Id), new Word($"inspection.status.{i.Status}"),
        InspectionWording.Months(language, i.Plan), i.Results.Count, i.Results.Sum(r => r.Findings.Count), i.Open);

    protected override CaseItem Item(Language language, InspectionOnRegister i) => CaseItem.Of(language, i);

    protected override byte[] YearPage(PageContext here, int year) => PageRenderer.Render<InspectionYearPage>(here, ("Year", year));

    internal override IEnumerable<Output> Lists(SiteModel site, Language language)
    {
        foreach (var year in base.Lists(site, language)) yield return year;
        var all = Slices.Kind(CaseKind.Inspection);
        if (site.On(all).Length > 0)
            yield return SitePages.Index(
                site, language, SiteMap.Inspections, [Slices.Town, all], here => PageRenderer.Render<InspectionsPage>(here));
    }

    protected override IEnumerable<Output> Outputs(SiteModel site, InspectionOnRegister i)
    {
        ImmutableArray<string> own = [Slices.Inspection(i.Plan.Id)];
        return i.Editions.SelectMany(edition => Edition(
            site, PlaceOf(i, edition), edition, own, [Slices.Town, .. own],
            () => InspectionJson.Of(i, edition), here => Page(here, i, edition)));
    }

    protected override IEnumerable<Sheet> Sheets(SiteModel site, InspectionOnRegister i) => i.Editions.Select(edition => Sheet.Of(
        PlaceOf(i, edition), "notice.pdf", [Slices.Inspection(i.Plan.Id)], () => InspectionJson.Of(i, edition),
        json => InspectionNotice.Of(i, edition, site.Settings.First, site.Town.Settings, site.Settings, json)));

    // As with a tender: each edition shows all that was known by then.
    protected override IEnumerable<PublicEdition> Editions(InspectionOnRegister i)
    {
        var first = InspectionJson.HashOf(i, i.Editions[0]);
        return i.Editions.Select(edition =>
            PlaceOf(i, edition).With(i.PublicKey, first, [], edition, () => InspectionJson.Of(i, edition)));
    }

    protected override InspectionOnRegister Without(InspectionOnRegister i, Func<int, bool> gone) => Redacted.Of(i);

    private static EditionPlace PlaceOf(InspectionOnRegister i, InspectionEdition edition) =>
        new(SiteMap.InspectionFolder(i.Plan.Id), edition.Ordinal, edition.Ordinal == i.Current.Ordinal);

    private static byte[] Page(PageContext here, InspectionOnRegister i, InspectionEdition edition) =>
        PageRenderer.Render<InspectionPage>(here, ("Whole", i), ("Edition", edition));
}
