using System.Collections.Immutable;
using Transparency.Contracts;
using Transparency.Contracts.Coal;
using Transparency.Publishing.Components;
using Transparency.Publishing.Notices.Tenders;
using Transparency.Publishing.Pages;
using Transparency.Publishing.Register;

namespace Transparency.Publishing.Site;

/// <summary>Pages and notice.json of tenders, their years, and the winters that coal is bought for.</summary>
public static partial class SitePages
{
    public static byte[] Tender(SiteModel model, TenderOnRegister tender, Language language, string? linkBase = null) =>
        Tender(At(model, language, SiteMap.Tender(tender.Tender), linkBase), tender, tender.Current);

    private static byte[] Tender(PageContext here, TenderOnRegister tender, TenderEdition edition) =>
        PageRenderer.Render<TenderPage>(here, ("Tender", tender), ("Edition", edition));

    private static IEnumerable<Output> Outputs(SiteModel model, TenderOnRegister t)
    {
        // Its declaration, agreements and the next call get links once they have pages of their own.
        ImmutableArray<string> inputs =
        [
            Slices.Town, Slices.Tender(t.Tender), .. t.Declaration is { } d ? [Slices.Declaration(d)] : Array.Empty<string>(),
            .. t.Contracts.Select(c => c.Agreement).OfType<AgreementId>().Select(Slices.Agreement), .. t.Next is { } next ? [Slices.Tender(next)] : Array.Empty<string>(),
        ];
        foreach (var edition in t.Editions)
        {
            var newest = edition.Ordinal == t.Current.Ordinal;
            var folder = newest ? SiteMap.TenderFolder(t.Tender) : SiteMap.Superseded(SiteMap.TenderFolder(t.Tender), edition.Ordinal);
            yield return new($"{folder}notice.json", Stage.Leaf, [Slices.Tender(t.Tender)], () => TenderJson.Of(t, edition));
            foreach (var language in model.Settings.Languages)
                yield return Page(model, language, $"{folder}index.html", newest ? Stage.Page : Stage.Leaf, inputs, here => Tender(here, t, edition));
        }
    }

    private static IEnumerable<Output> Seasons(SiteModel model, Language language) =>
        from first in model.Years(year => Slices.Season(new(year)))
        let season = new HeatingSeason(first)
        let tenders = model.In<TenderOnRegister>(Slices.Season(season)).Select(t => Slices.Tender(t.Tender))
        select Page(model, language, SiteMap.CoalSeason(season), Stage.Index, [Slices.Town, Slices.Season(season), .. tenders], here => PageRenderer.Render<CoalSeasonPage>(here, ("Season", season)));
}
