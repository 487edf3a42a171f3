using System.Collections.Immutable;
using Transparency.Contracts;
using Transparency.Contracts.Treasury;
using Transparency.Publishing.Components;
using Transparency.Publishing.Components.Lists;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Notices.Treasury;
using Transparency.Publishing.OpenData;
using Transparency.Publishing.Pages;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site.Suppressions;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Site.Kinds;

/// <summary>镇级财政支付: the town's payments of one month, with sheet and data.</summary>
internal sealed class TreasuryKind() : PublicCase<TreasuryOnRegister>(
    CaseKind.Treasury, "treasury", 1, typeof(TreasuryEvent), TreasuryOnRegister.Evolve)
{
    internal override IEnumerable<DataKind> Data => [TreasuryData.Payments];

    protected override string Path(TreasuryOnRegister t) => SiteMap.Treasury(t.Month);

    protected override byte[] Page(PageContext here, TreasuryOnRegister t) => Page(here, t, t.Current);

    protected override Text Title(TreasuryOnRegister t) => TreasuryWording.Title(t.Section);

    protected override string Summary(Language language, TreasuryOnRegister t) =>
        Catalogue.Say(language, "feed.treasury", t.Section.Lines.Count, t.Section.Total, t.Current.Unit);

    protected override CaseItem Item(Language language, TreasuryOnRegister t) => CaseItem.Of(language, t);

    protected override byte[] YearPage(PageContext here, int year) => PageRenderer.Render<TreasuryYearPage>(here, ("Year", year));

    protected override IEnumerable<Output> Outputs(SiteModel site, TreasuryOnRegister t)
    {
        ImmutableArray<string> own = [Slices.Treasury(t.Month)];
        return t.Editions.SelectMany(edition =>
        {
            // What a line belongs to gets a link once it has a page of its own.
            ImmutableArray<string> inputs =
                [Slices.Town, .. own, .. edition.Section.Lines.SelectMany(TreasuryOnRegister.LinkedTo).Distinct(StringComparer.Ordinal)];
            return Edition(
                site, PlaceOf(t, edition), edition, own, inputs, () => TreasuryNotice.Json(edition), here => Page(here, t, edition));
        });
    }

    protected override IEnumerable<Sheet> Sheets(SiteModel site, TreasuryOnRegister t) => t.Editions.Select(edition => Sheet.Of(
        PlaceOf(t, edition), "statement.pdf", [Slices.Treasury(t.Month)], () => TreasuryNotice.Json(edition),
        json => TreasuryNotice.Sheet(edition, site.Settings.First, site.Town.Settings, site.Settings, json)));

    protected override IEnumerable<PublicEdition> Editions(TreasuryOnRegister t) => t.Editions.Select(edition =>
        PlaceOf(t, edition).With(t.PublicKey, edition.Hash, [], edition, () => TreasuryNotice.Json(edition)));

    protected override TreasuryOnRegister Without(TreasuryOnRegister t, Func<int, bool> gone) => t with
    {
        Editions = [.. t.Editions.Select(e => gone(e.Ordinal) ? e with { Section = Redacted.Of(e.Section) } : e)],
    };

    private static EditionPlace PlaceOf(TreasuryOnRegister t, TreasuryEdition edition) =>
        new(SiteMap.TreasuryFolder(t.Month), edition.Ordinal, edition.Ordinal == t.Current.Ordinal);

    private static byte[] Page(PageContext here, TreasuryOnRegister t, TreasuryEdition edition) =>
        PageRenderer.Render<TreasuryPage>(here, ("Treasury", t), ("Edition", edition));
}
