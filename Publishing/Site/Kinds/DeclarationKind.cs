using System.Collections.Immutable;
using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Publishing.Calendars;
using Transparency.Publishing.Components;
using Transparency.Publishing.Components.Lists;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Notices.Certificates;
using Transparency.Publishing.OpenData;
using Transparency.Publishing.Pages;
using Transparency.Publishing.Register;
using Transparency.Publishing.Texts;
using Transparency.Publishing.Site.Suppressions;

namespace Transparency.Publishing.Site.Kinds;

/// <summary>重大事项公示, and 公示情况说明 of every window that ran to its end.</summary>
internal sealed class DeclarationKind() : PublicCase<DeclarationOnRegister>(
    CaseKind.Declaration, "declaration", 2, typeof(DeclarationEvent), DeclarationOnRegister.Evolve)
{
    internal override IEnumerable<DataKind> Data => [DeclarationData.Declarations];

    internal override IPublicRow Anew(IPublicRow row) => (DeclarationOnRegister)row with { };

    internal override Func<SiteModel, Language, IEnumerable<IcsEvent>> Calendar => WindowEvents.Of;

    protected override string Path(DeclarationOnRegister d) => SiteMap.Declaration(d.Number);

    protected override byte[] Page(PageContext here, DeclarationOnRegister d) => Page(here, d, d.Current);

    protected override Text Title(DeclarationOnRegister d) => d.Section.Title;

    protected override string Summary(Language language, DeclarationOnRegister d) => Catalogue.Say(
        language, "feed.declaration", d.Number.ToString(), new Word($"status.{d.Status}"), d.Section.What, d.Section.Amount, d.Window.Last);

    protected override CaseItem Item(Language language, DeclarationOnRegister d) => CaseItem.Of(language, d);

    protected override byte[] YearPage(PageContext here, int year) => PageRenderer.Render<DeclarationYearPage>(here, ("Year", year));

    protected override IEnumerable<Output> Outputs(SiteModel site, DeclarationOnRegister d) =>
        d.Editions.SelectMany(edition => Outputs(site, d, edition)).Concat(Certificates(site, d));

    protected override IEnumerable<Sheet> Sheets(SiteModel site, DeclarationOnRegister d) =>
        d.Editions.Select(edition => SheetOf(site, d, edition)).Concat(PublicityCertificate.All(site, d).Select(c => SheetOf(site, c)));

    protected override IEnumerable<AttachedFile> Files(DeclarationOnRegister d) =>
        from edition in d.Editions
        let minutes = edition.Section.Decision?.Steps.SelectMany(s => s.Meeting.Minutes) ?? []
        from file in edition.Section.Attachments.Concat(minutes)
        select new AttachedFile(file, [Slices.Declaration(d.Id)]);

    private static byte[] Page(PageContext here, DeclarationOnRegister d, Edition edition) =>
        PageRenderer.Render<DeclarationPage>(here, ("Declaration", d), ("Edition", edition));

    protected override IEnumerable<PublicEdition> Editions(DeclarationOnRegister d) => d.Editions.Select(edition =>
        PlaceOf(d, edition).With(d.Number.ToString(), edition.Hash,
        [.. edition.Section.Subjects.Select(s => s.Hash), .. (edition.Section.Plans ?? []).Select(p => p.Hash)],
        edition, () => NoticeJson.Of(d, edition)));

    private static Edition Without(Edition e) => e with { Section = Redacted.Of(e.Section), Note = Redacted.Maybe(e.Note) };

    protected override DeclarationOnRegister Without(DeclarationOnRegister d, Func<int, bool> gone)
    {
        var said = d.Editions.Where(e => gone(e.Ordinal)).Select(e => e.Note).OfType<Text>().ToHashSet();
        return d with
        {
            Editions = [.. d.Editions.Select(e => gone(e.Ordinal) ? Without(e) : e)],
            Timeline = [.. d.Timeline.Select(line => line.Note is { } note && said.Contains(note) ? line with { Note = null } : line)],
        };
    }

    private static EditionPlace PlaceOf(DeclarationOnRegister d, Edition edition) =>
        new(SiteMap.DeclarationFolder(d.Number), edition.Ordinal, edition.Ordinal == d.Current.Ordinal);

    private static IEnumerable<Output> Outputs(SiteModel site, DeclarationOnRegister d, Edition edition)
    {
        var at = PlaceOf(d, edition);
        // An agreement gets a link once it has a page of its own. The newest page also says what came of looking at it.
        ImmutableArray<string> inputs =
        [
            Slices.Town,
            Slices.Declaration(d.Id),
            Slices.Numbered(d.Number),
            .. edition.Section.Subjects.Select(s => Slices.Agreement(s.Id)),
            .. (edition.Section.Plans ?? []).Select(p => Slices.Tender(p.Id)),
            .. edition.Section.Decisions.Select(x => Slices.Deliberation(x.Number)),
            .. at.IsNewest ? [Slices.Publicity(d.Id)] : Array.Empty<string>(),
        ];
        return Edition(
            site, at, edition, [Slices.Declaration(d.Id)], inputs, () => NoticeJson.Of(d, edition), here => Page(here, d, edition));
    }

    private static IEnumerable<Output> Certificates(SiteModel site, DeclarationOnRegister d)
    {
        ImmutableArray<string> own = [Slices.Declaration(d.Id), Slices.Publicity(d.Id)];
        foreach (var certificate in PublicityCertificate.All(site, d))
        {
            var data = $"{SiteMap.CertificateFolder(d.Number, certificate.Round)}certificate.json";
            var path = SiteMap.Certificate(d.Number, certificate.Round);
            yield return new(data, Stage.Leaf, own, () => CertificateJson.Of(certificate))
            {
                Frozen = new(SiteMap.CertificateFolder(d.Number, certificate.Round)[..^1], certificate),
            };
            foreach (var language in site.Settings.Languages)
                yield return SitePages.Page(site, language, path, Stage.Page, [Slices.Town, .. own], here => Page(here, certificate));
        }
    }

    private static byte[] Page(PageContext here, PublicityCertificate certificate) =>
        PageRenderer.Render<CertificatePage>(here, ("Certificate", certificate));

    private static Sheet SheetOf(SiteModel site, DeclarationOnRegister d, Edition edition) => Sheet.Of(
        PlaceOf(d, edition), "notice.pdf", [Slices.Declaration(d.Id)], () => NoticeJson.Of(d, edition),
        json => DeclarationNotice.Of(d, edition, site.Settings.First, site.Town.Settings, site.Settings, json));

    private static Sheet SheetOf(SiteModel site, PublicityCertificate c)
    {
        var folder = SiteMap.CertificateFolder(c.Declaration.Number, c.Round);
        return new(
            folder[..^1], $"{folder}certificate.pdf", [Slices.Declaration(c.Declaration.Id), Slices.Publicity(c.Declaration.Id)],
            () => CertificateJson.Of(c), json => CertificateNotice.Of(c, site.Settings.First, site.Town.Settings, site.Settings, json));
    }
}
