using System.Collections.Immutable;
using Transparency.Contracts;
using Transparency.Publishing.Components;
using Transparency.Publishing.Pages;

namespace Transparency.Publishing.Site;

/// <summary>Home, villages, years, town, calendar, search, data and the page for what is not there.</summary>
public static partial class SitePages
{
    private static readonly ImmutableArray<string> Everything = [Slices.Town, Slices.AllDeclarations, Slices.AllAgreements];

    public static byte[] Home(SiteModel model, Language language, string? linkBase = null) => PageRenderer.Render<HomePage>(At(model, language, SiteMap.Home, linkBase));

    public static byte[] Village(SiteModel model, Village village, Language language, string? linkBase = null) =>
        PageRenderer.Render<VillagePage>(At(model, language, SiteMap.Village(village.Code), linkBase), ("Village", village));

    private static IEnumerable<Output> Lists(SiteModel model, Language language, Func<IReadOnlyList<DataFile>> dataFiles)
    {
        yield return Index(SiteMap.Home, [.. Everything, Slices.AsOf], here => PageRenderer.Render<HomePage>(here));
        yield return Index(SiteMap.Town, [Slices.Town, Slices.Village(null)], here => PageRenderer.Render<TownPage>(here));
        yield return Index(SiteMap.Calendar, [Slices.Town, Slices.AllDeclarations, Slices.AsOf], here => PageRenderer.Render<CalendarPage>(here));
        yield return Index(SiteMap.Search, Everything, here => PageRenderer.Render<SearchPage>(here));
        yield return Index(SiteMap.Data, Everything, here => PageRenderer.Render<DataPage>(here, ("Files", dataFiles())));
        // A server shows it at any depth, so its links are absolute.
        yield return Index(SiteMap.NotFound, Everything, here => PageRenderer.Render<NotFoundPage>(here with { LinkBase = $"{model.Settings.PublicAddress}/" }));
        foreach (var year in model.DeclarationYears)
            yield return Index(SiteMap.Declarations(year), [Slices.Town, Slices.DeclarationYear(year)], here => PageRenderer.Render<DeclarationYearPage>(here, ("Year", year)));
        foreach (var year in model.AgreementYears)
            yield return Index(SiteMap.Agreements(year), [Slices.Town, Slices.AgreementYear(year)], here => PageRenderer.Render<AgreementYearPage>(here, ("Year", year)));
        foreach (var output in Villages(model, language)) yield return output;

        Output Index(string path, ImmutableArray<string> inputs, Func<PageContext, byte[]> render) => Page(model, language, path, Stage.Index, inputs, render);
    }

    private static IEnumerable<Output> Villages(SiteModel model, Language language)
    {
        var years = model.YearsOfVillages();
        foreach (var village in model.Town.Villages)
        {
            var inputs = Slices.Village(village.Code);
            yield return Page(model, language, SiteMap.Village(village.Code), Stage.Index, [Slices.Town, inputs, Slices.AsOf], here => PageRenderer.Render<VillagePage>(here, ("Village", village)));
            foreach (var year in years[village.Code].OrderDescending())
                yield return Page(model, language, SiteMap.VillageYear(village.Code, year), Stage.Index, [Slices.Town, inputs], here => PageRenderer.Render<VillageYearPage>(here, ("Village", village), ("Year", year)));
        }
    }
}
