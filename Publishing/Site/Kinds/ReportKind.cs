using System.Collections.Immutable;
using Transparency.Contracts;
using Transparency.Contracts.Disclosure.Reports;
using Transparency.Publishing.Components;
using Transparency.Publishing.Components.Lists;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Notices.Reports;
using Transparency.Publishing.OpenData;
using Transparency.Publishing.Pages;
using Transparency.Publishing.Register;
using Transparency.Publishing.Texts;
using Transparency.Publishing.Site.Suppressions;

namespace Transparency.Publishing.Site.Kinds;

/// <summary>村务公开事项, by the villages.</summary>
internal sealed class ReportKind() : PublicCase<ReportOnRegister>(
    CaseKind.Report, "report", 2, typeof(ReportEvent), ReportOnRegister.Evolve)
{
    internal override IEnumerable<DataKind> Data => [DutyData.Reports];

    protected override string Path(ReportOnRegister r) => SiteMap.Report(r.Of);

    protected override byte[] Page(PageContext here, ReportOnRegister r) => Page(here, r, r.Current);

    protected override Text Title(ReportOnRegister r) => ReportWording.Title(r.Section);

    protected override string Summary(Language language, ReportOnRegister r) =>
        Catalogue.Say(language, r.Section.Nothing ? "feed.report-nothing" : "feed.report", r.Section.Body, r.Current.Unit);

    protected override CaseItem Item(Language language, ReportOnRegister r) => CaseItem.Of(language, r);

    protected override byte[] YearPage(PageContext here, int year) => PageRenderer.Render<ReportYearPage>(here, ("Year", year));

    protected override IEnumerable<Output> Outputs(SiteModel site, ReportOnRegister r)
    {
        ImmutableArray<string> own = [Slices.Report(r.Of)];
        return r.Editions.SelectMany(edition => Edition(
            site, PlaceOf(r, edition), edition, own, [Slices.Town, .. own], () => NoticeJson.Of(edition), here => Page(here, r, edition)));
    }

    protected override IEnumerable<PublicEdition> Editions(ReportOnRegister r) => r.Editions.Select(edition =>
        PlaceOf(r, edition).With(r.PublicKey, edition.Hash, [], edition, () => NoticeJson.Of(edition)));

    protected override ReportOnRegister Without(ReportOnRegister r, Func<int, bool> gone) => r with
    {
        Editions = [.. r.Editions.Select(e => gone(e.Ordinal) ? e with { Section = Redacted.Of(e.Section) } : e)],
    };

    private static EditionPlace PlaceOf(ReportOnRegister r, ReportEdition edition) =>
        new(SiteMap.ReportFolder(r.Of), edition.Ordinal, edition.Ordinal == r.Current.Ordinal);

    private static byte[] Page(PageContext here, ReportOnRegister r, ReportEdition edition) =>
        PageRenderer.Render<ReportPage>(here, ("Report", r), ("Edition", edition));
}
