using System.Collections.Immutable;
using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Publishing.Components;
using Transparency.Publishing.Components.Lists;
using Transparency.Publishing.Notices;
using Transparency.Publishing.OpenData;
using Transparency.Publishing.Pages;
using Transparency.Publishing.Register;
using Transparency.Publishing.Texts;
using Transparency.Publishing.Site.Suppressions;

namespace Transparency.Publishing.Site.Kinds;

internal sealed class AgreementKind() : PublicCase<AgreementOnRegister>(
    CaseKind.Agreement, "agreement", 3, typeof(AgreementEvent), AgreementOnRegister.Evolve)
{
    internal override IEnumerable<DataKind> Data => [AgreementData.Agreements];

    protected override string Path(AgreementOnRegister a) => SiteMap.Agreement(a.Agreement);

    protected override byte[] Page(PageContext here, AgreementOnRegister a) => Page(here, a, a.Current);

    protected override Text Title(AgreementOnRegister a) => a.Section.Title;

    protected override string Summary(Language language, AgreementOnRegister a) => Catalogue.Say(
        language, "feed.agreement", a.Agreement.Value, new Word($"agreement.kind.{a.Section.Kind}"), a.Section.VillageName, a.Section.Total,
        a.Current.Number);

    protected override CaseItem Item(Language language, AgreementOnRegister a) => CaseItem.Of(language, a);

    protected override byte[] YearPage(PageContext here, int year) => PageRenderer.Render<AgreementYearPage>(here, ("Year", year));

    protected override IEnumerable<Output> Outputs(SiteModel site, AgreementOnRegister a)
    {
        ImmutableArray<string> own = [Slices.Agreement(a.Agreement)];
        return a.Editions.SelectMany(edition => Edition(
            site, PlaceOf(a, edition), edition, own, [Slices.Town, .. own], () => NoticeJson.Of(edition), here => Page(here, a, edition)));
    }

    protected override IEnumerable<PublicEdition> Editions(AgreementOnRegister a) => a.Editions.Select(edition =>
        PlaceOf(a, edition).With(a.Agreement.Value, edition.Hash, [], edition, () => NoticeJson.Of(edition)));

    protected override AgreementOnRegister Without(AgreementOnRegister a, Func<int, bool> gone) => a with
    {
        Editions = [.. a.Editions.Select(e => gone(e.Ordinal) ? e with { Section = Redacted.Of(e.Section) } : e)],
    };

    private static EditionPlace PlaceOf(AgreementOnRegister a, AgreementEdition edition) =>
        new(SiteMap.AgreementFolder(a.Agreement), edition.Ordinal, edition.Ordinal == a.Current.Ordinal);

    private static byte[] Page(PageContext here, AgreementOnRegister a, AgreementEdition edition) =>
        PageRenderer.Render<AgreementPage>(here, ("Agreement", a), ("Edition", edition));
}
