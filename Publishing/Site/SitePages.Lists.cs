using System.Collections.Immutable;
using Transparency.Contracts;
using Transparency.Publishing.Components;
using Transparency.Publishing.Components.Escrow;
using Transparency.Publishing.Pages;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site.Kinds;

namespace Transparency.Publishing.Site;

/// <summary>Home, villages, town, calendar, works, search, data, the page for what is not there, and the lists of each kind.</summary>
public static partial class SitePages
{
    private static readonly ImmutableArray<string> Everything = [Slices.Town, Slices.Cases];

    private static IEnumerable<Part> Lists(SiteModel model, Language language)
    {
        yield return new($"glances/{language}", () => Glances(model, language));
        yield return new($"overviews/{language}", () => Overviews(model, language));
        foreach (var kind in PublicKinds.All) yield return new($"{kind.Stream}-lists/{language}", () => kind.Lists(model, language));
        yield return new($"works/{language}", () => Works(model, language));
        foreach (var village in model.Town.Villages)
            yield return new($"village/{village.Code}/{language}", () => Village(model, language, village));
    }

    private static IEnumerable<Output> Glances(SiteModel model, Language language)
    {
        string[] glance = [.. Glance(model)];
        yield return Index(
            model, language, SiteMap.Home, [.. Everything, .. glance, Slices.Open, Slices.Duties, Slices.AsOf],
            here => PageRenderer.Render<HomePage>(here));
        yield return Index(
            model, language, SiteMap.Town, [Slices.Town, Slices.Village(null), Slices.Cases, Slices.Losses, Slices.Suppressions, .. glance],
            here => PageRenderer.Render<TownPage>(here));
    }

    private static IEnumerable<Output> Overviews(SiteModel model, Language language)
    {
        yield return Of(
            SiteMap.Calendar,
            [Slices.Town, Slices.Kind(CaseKind.Declaration), Slices.Open, Slices.Duties, Slices.AsOf, .. OnCalendar],
            here => PageRenderer.Render<CalendarPage>(here));
        yield return Of(SiteMap.Rules, Everything, here => PageRenderer.Render<RulesPage>(here));
        yield return Of(SiteMap.Search, Everything, here => PageRenderer.Render<SearchPage>(here));
        yield return Of(
            SiteMap.Data, [.. Everything, Slices.Rents, Slices.CleanUps, Slices.Duties, Slices.AsOf],
            here => PageRenderer.Render<DataPage>(here, ("Files", DataFiles.Of(model))));
        // A server shows it at any depth, so its links are absolute.
        yield return Of(
            SiteMap.NotFound, Everything,
            here => PageRenderer.Render<NotFoundPage>(here with { LinkBase = $"{model.Settings.PublicAddress}/" }));

        Output Of(string path, ImmutableArray<string> inputs, Func<PageContext, byte[]> render) =>
            Index(model, language, path, inputs, render);
    }

    private static IEnumerable<string> OnCalendar =>
        PublicKinds.All.Where(kind => kind.Beside(Place.Calendar) is not null).Select(kind => Slices.Kind(kind.Case!.Value));

    // What the overview of the whole town counts.
    private static IEnumerable<string> Glance(SiteModel model) =>
    [
        Slices.Works, Slices.CleanUps, Slices.Kind(CaseKind.Tender), Slices.Kind(CaseKind.Statement), Slices.Kind(CaseKind.Inspection),
        .. model.Works.SelectMany(w => w.Inputs),
    ];

    private static IEnumerable<Output> Works(SiteModel model, Language language) =>
    [
        Index(
            model, language, SiteMap.Works, [Slices.Town, Slices.Works, .. model.Works.SelectMany(w => w.Inputs)],
            here => PageRenderer.Render<WorksPage>(here)),
        .. model.Works.Select(work => Index(
            model, language, SiteMap.Work(work.Id), [Slices.Town, .. work.Inputs],
            here => PageRenderer.Render<WorkPage>(here, ("Work", work)))),
    ];

    private static IEnumerable<Output> Village(SiteModel model, Language language, Village village)
    {
        yield return Index(
            model, language, SiteMap.Village(village.Code),
            [Slices.Town, Slices.Village(village.Code), Slices.DutiesOf(village.Code), Slices.AsOf],
            here => PageRenderer.Render<VillagePage>(here, ("Village", village)));
        foreach (var year in model.Years(year => Slices.VillageYear(village.Code, year)))
        {
            var slice = Slices.VillageYear(village.Code, year);
            yield return Index(
                model, language, SiteMap.VillageYear(village.Code, year), [Slices.Town, slice],
                here => PageRenderer.Render<VillageYearPage>(here, ("Village", village), ("Year", year)));
            if (!model.In<StatementOnRegister>(slice).Any()) continue;
            var largest = LineCases.LargestOf(model.In<StatementOnRegister>(slice).Select(s => s.Section)).Select(l => l.Line);
            yield return Index(
                model, language, SiteMap.VillageMoney(village.Code, year), [Slices.Town, slice, .. StatementOnRegister.LinkedTo(largest)],
                here => PageRenderer.Render<VillageMoneyPage>(here, ("Village", village), ("Year", year)));
            yield return Index(
                model, language, SiteMap.Orphans(village.Code, year), [Slices.Town, slice],
                here => PageRenderer.Render<OrphansPage>(here, ("Village", village), ("Year", year)));
        }
    }
}
