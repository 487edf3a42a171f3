using System.Collections.Immutable;
using Transparency.Contracts;
using Transparency.Contracts.Coal;
using Transparency.Contracts.Tenders;
using Transparency.Publishing.Calendars;
using Transparency.Publishing.Components;
using Transparency.Publishing.Components.Lists;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Notices.Tenders;
using Transparency.Publishing.OpenData;
using Transparency.Publishing.Pages;
using Transparency.Publishing.Register;
using Transparency.Publishing.Texts;
using Transparency.Publishing.Site.Suppressions;

namespace Transparency.Publishing.Site.Kinds;

/// <summary>Tenders, and the winters that coal is bought for.</summary>
internal sealed class TenderKind() : PublicCase<TenderOnRegister>(
    CaseKind.Tender, "tender", 5, typeof(TenderEvent), TenderOnRegister.Evolve)
{
    internal override IEnumerable<DataKind> Data => [TenderData.Tenders, TenderData.Bids];

    internal override Func<SiteModel, Language, IEnumerable<IcsEvent>> Calendar => BidEvents.Of;

    protected override string Path(TenderOnRegister t) => SiteMap.Tender(t.Tender);

    protected override byte[] Page(PageContext here, TenderOnRegister t) => Page(here, t, t.Current);

    protected override Text Title(TenderOnRegister t) => t.Section.Title;

    protected override string Summary(Language language, TenderOnRegister t) => Catalogue.Say(
        language, "feed.tender", t.Tender.Value, new Word($"tender.status.{t.Status}"), t.Section.Buyer, t.Section.What,
        t.Section.Estimate);

    protected override CaseItem Item(Language language, TenderOnRegister t) => CaseItem.Of(language, t);

    protected override byte[] YearPage(PageContext here, int year) => PageRenderer.Render<TenderYearPage>(here, ("Year", year));

    internal override IEnumerable<Output> Lists(SiteModel site, Language language) =>
        base.Lists(site, language).Concat(Seasons(site, language));

    protected override IEnumerable<Output> Outputs(SiteModel site, TenderOnRegister t)
    {
        // Its declaration, agreements and the next call get links once they have pages of their own.
        ImmutableArray<string> inputs =
        [
            Slices.Town,
            Slices.Tender(t.Tender),
            .. Slices.DeclarationOf(t.Declaration),
            .. t.Contracts.Select(c => c.Agreement).OfType<AgreementId>().Select(Slices.Agreement),
            .. Slices.TenderOf(t.Next),
        ];
        return t.Editions.SelectMany(edition => Edition(
            site, PlaceOf(t, edition), edition, [Slices.Tender(t.Tender)], inputs,
            () => TenderJson.Of(t.AsOf(edition), edition), here => Page(here, t, edition)));
    }

    protected override IEnumerable<Sheet> Sheets(SiteModel site, TenderOnRegister t) => t.Editions.Select(edition => Sheet.Of(
        PlaceOf(t, edition), "result.pdf", [Slices.Tender(t.Tender)], () => TenderJson.Of(t.AsOf(edition), edition),
        json => TenderSheet.Of(t.AsOf(edition), edition, site.Settings.First, site.Town.Settings, site.Settings, json)));

    // Each edition shows all that was known by then, so they are suppressed together: by the plan that all of them show.
    protected override IEnumerable<PublicEdition> Editions(TenderOnRegister t) => t.Editions.Select(edition =>
        PlaceOf(t, edition).With(t.Tender.Value, t.Hash, [], edition, () => TenderJson.Of(t.AsOf(edition), edition)));

    protected override TenderOnRegister Without(TenderOnRegister t, Func<int, bool> gone) => Redacted.Of(t);

    private static EditionPlace PlaceOf(TenderOnRegister t, TenderEdition edition) =>
        new(SiteMap.TenderFolder(t.Tender), edition.Ordinal, edition.Ordinal == t.Current.Ordinal);

    private static byte[] Page(PageContext here, TenderOnRegister t, TenderEdition edition) =>
        PageRenderer.Render<TenderPage>(here, ("Tender", t.AsOf(edition)), ("Edition", edition));

    private static IEnumerable<Output> Seasons(SiteModel site, Language language) =>
        from first in site.Years(year => Slices.Season(new(year)))
        let season = new HeatingSeason(first)
        let tenders = site.In<TenderOnRegister>(Slices.Season(season)).Select(t => Slices.Tender(t.Tender))
        select SitePages.Index(
            site, language, SiteMap.CoalSeason(season), [Slices.Town, Slices.Season(season), .. tenders],
            here => PageRenderer.Render<CoalSeasonPage>(here, ("Season", season)));
}
