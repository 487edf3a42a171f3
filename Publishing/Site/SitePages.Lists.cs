using System.Collections.Immutable;
using Transparency.Contracts;
using Transparency.Publishing.Components;
using Transparency.Publishing.Pages;
using Transparency.Publishing.Register;

namespace Transparency.Publishing.Site;

/// <summary>Home, villages, years, town, calendar, search, data and the page for what is not there.</summary>
public static partial class SitePages
{
    private static readonly ImmutableArray<string> Everything = [Slices.Town, Slices.Cases];

    public static byte[] Home(SiteModel model, Language language, string? linkBase = null) => PageRenderer.Render<HomePage>(At(model, language, SiteMap.Home, linkBase));

    public static byte[] Village(SiteModel model, Village village, Language language, string? linkBase = null) =>
        PageRenderer.Render<VillagePage>(At(model, language, SiteMap.Village(village.Code), linkBase), ("Village", village));

    private static IEnumerable<Output> Lists(SiteModel model, Language language)
    {
        yield return Index(SiteMap.Home, [.. Everything, .. Glance(model), Slices.Open, Slices.Duties, Slices.AsOf], here => PageRenderer.Render<HomePage>(here));
        yield return Index(SiteMap.Town, [Slices.Town, Slices.Village(null), Slices.Cases, .. Glance(model)], here => PageRenderer.Render<TownPage>(here));
        yield return Index(SiteMap.Calendar, [Slices.Town, Slices.Kind(CaseKind.Declaration), Slices.Open, Slices.Duties, Slices.AsOf], here => PageRenderer.Render<CalendarPage>(here));
        yield return Index(SiteMap.Rules, Everything, here => PageRenderer.Render<RulesPage>(here));
        yield return Index(SiteMap.Search, Everything, here => PageRenderer.Render<SearchPage>(here));
        yield return Index(SiteMap.Data, [.. Everything, Slices.Rents, Slices.CleanUps, Slices.Duties, Slices.AsOf], here => PageRenderer.Render<DataPage>(here, ("Files", DataFiles.Of(model))));
        // A server shows it at any depth, so its links are absolute.
        yield return Index(SiteMap.NotFound, Everything, here => PageRenderer.Render<NotFoundPage>(here with { LinkBase = $"{model.Settings.PublicAddress}/" }));
        foreach (var output in Years(CaseKind.Declaration, (here, year) => PageRenderer.Render<DeclarationYearPage>(here, ("Year", year)))) yield return output;
        foreach (var output in Years(CaseKind.Agreement, (here, year) => PageRenderer.Render<AgreementYearPage>(here, ("Year", year)))) yield return output;
        foreach (var output in Years(CaseKind.Statement, (here, year) => PageRenderer.Render<StatementYearPage>(here, ("Year", year)))) yield return output;
        foreach (var output in Years(CaseKind.Report, (here, year) => PageRenderer.Render<ReportYearPage>(here, ("Year", year)))) yield return output;
        foreach (var output in Years(CaseKind.Inspection, (here, year) => PageRenderer.Render<InspectionYearPage>(here, ("Year", year)))) yield return output;
        if (model.CasesIn(Slices.Kind(CaseKind.Inspection)).Any())
            yield return Index(SiteMap.Inspections, [Slices.Town, Slices.Kind(CaseKind.Inspection)], here => PageRenderer.Render<InspectionsPage>(here));
        foreach (var drive in model.In<DriveOnRegister>(Slices.CleanUps))
        {
            // An agreement gets a link once it has a page of its own.
            var agreements = model.In<CleanUpOnRegister>(Slices.Drive(drive.Drive)).Select(c => Slices.Agreement(c.Agreement));
            yield return Index(SiteMap.CleanUp(drive.Drive), [Slices.Town, Slices.Drive(drive.Drive), .. agreements], here => PageRenderer.Render<CleanUpPage>(here, ("Drive", drive)));
        }
        foreach (var output in Years(CaseKind.Tender, (here, year) => PageRenderer.Render<TenderYearPage>(here, ("Year", year)))) yield return output;
        foreach (var output in Seasons(model, language)) yield return output;
        yield return Index(SiteMap.Works, [Slices.Town, Slices.Works, .. model.Works.SelectMany(w => w.Inputs)], here => PageRenderer.Render<WorksPage>(here));
        foreach (var work in model.Works)
            yield return Index(SiteMap.Work(work.Id), [Slices.Town, .. work.Inputs], here => PageRenderer.Render<WorkPage>(here, ("Work", work)));
        foreach (var output in Villages(model, language)) yield return output;

        IEnumerable<Output> Years(CaseKind kind, Func<PageContext, int, byte[]> render) =>
            model.Years(year => Slices.KindYear(kind, year)).Select(year => Index(SiteMap.KindYear(kind, year), [Slices.Town, Slices.KindYear(kind, year)], here => render(here, year)));

        Output Index(string path, ImmutableArray<string> inputs, Func<PageContext, byte[]> render) => Page(model, language, path, Stage.Index, inputs, render);
    }

    // What the overview of the whole town counts.
    private static IEnumerable<string> Glance(SiteModel model) =>
        [Slices.Works, Slices.CleanUps, Slices.Kind(CaseKind.Tender), Slices.Kind(CaseKind.Statement), Slices.Kind(CaseKind.Inspection), .. model.Works.SelectMany(w => w.Inputs)];

    private static IEnumerable<Output> Villages(SiteModel model, Language language)
    {
        foreach (var village in model.Town.Villages)
        {
            yield return Page(model, language, SiteMap.Village(village.Code), Stage.Index, [Slices.Town, Slices.Village(village.Code), Slices.DutiesOf(village.Code), Slices.AsOf], here => PageRenderer.Render<VillagePage>(here, ("Village", village)));
            foreach (var year in model.Years(year => Slices.VillageYear(village.Code, year)))
            {
                ImmutableArray<string> inputs = [Slices.Town, Slices.VillageYear(village.Code, year)];
                yield return Page(model, language, SiteMap.VillageYear(village.Code, year), Stage.Index, inputs, here => PageRenderer.Render<VillageYearPage>(here, ("Village", village), ("Year", year)));
                if (model.In<StatementOnRegister>(inputs[1]).Any())
                    yield return Page(model, language, SiteMap.VillageMoney(village.Code, year), Stage.Index, inputs, here => PageRenderer.Render<VillageMoneyPage>(here, ("Village", village), ("Year", year)));
            }
        }
    }
}
