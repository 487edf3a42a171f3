using System.Collections.Immutable;
using Transparency.Publishing.Notices.Certificates;
using Transparency.Publishing.Notices.Inspections;
using Transparency.Publishing.Notices.Statements;
using Transparency.Publishing.Notices.Tenders;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;

namespace Transparency.Publishing.Notices;

/// <summary>One PDF that the tree should hold. It is frozen with its edition: typeset once, kept outside the tree, then only copied.</summary>
/// <param name="Key">names the edition for ever: <c>declarations/2026/0012/e1</c></param>
/// <param name="Path">the case's address for the newest edition, below <c>e/{n}/</c> for a superseded one</param>
/// <param name="Inputs">slices whose change may bring a new sheet or move this one</param>
public sealed record Sheet(string Key, string Path, ImmutableArray<string> Inputs, Func<byte[]> NoticeJson, Func<byte[], NoticeDocument> Document)
{
    /// <summary>Every sheet of every edition, in the first language.</summary>
    public static IEnumerable<Sheet> All(SiteModel site) => site.Register.Rows.Values.OrderBy(row => row.Id, StringComparer.Ordinal).SelectMany(row => Of(site, row));

    /// <summary>The sheets of one case's editions; none for kinds without a sheet.</summary>
    public static IEnumerable<Sheet> Of(SiteModel site, IPublicRow row) => row switch
    {
        DeclarationOnRegister d => d.Editions.Select(edition => Of(site, d, edition)).Concat(PublicityCertificate.All(site, d).Select(certificate => Of(site, certificate))),
        StatementOnRegister s => s.Editions.Select(edition => Of(site, s, edition)),
        TenderOnRegister t => t.Editions.Select(edition => Of(site, t, edition)),
        InspectionOnRegister i => i.Editions.Select(edition => Of(site, i, edition)),
        _ => [],
    };

    private static Sheet Of(SiteModel site, InspectionOnRegister i, InspectionEdition edition)
    {
        var folder = SiteMap.InspectionFolder(i.Plan.Id);
        return new(
            $"{folder}e{edition.Ordinal}",
            (edition.Ordinal == i.Current.Ordinal ? folder : SiteMap.Superseded(folder, edition.Ordinal)) + "notice.pdf",
            [Slices.Inspection(i.Plan.Id)],
            () => InspectionJson.Of(i, edition),
            json => InspectionNotice.Of(i, edition, site.Settings.First, site.Town.Settings, site.Settings, json));
    }

    private static Sheet Of(SiteModel site, TenderOnRegister t, TenderEdition edition)
    {
        var folder = SiteMap.TenderFolder(t.Tender);
        return new(
            $"{folder}e{edition.Ordinal}",
            (edition.Ordinal == t.Current.Ordinal ? folder : SiteMap.Superseded(folder, edition.Ordinal)) + "result.pdf",
            [Slices.Tender(t.Tender)],
            () => TenderJson.Of(t, edition),
            json => TenderSheet.Of(t, edition, site.Settings.First, site.Town.Settings, site.Settings, json));
    }

    private static Sheet Of(SiteModel site, DeclarationOnRegister d, Edition edition)
    {
        var folder = SiteMap.DeclarationFolder(d.Number);
        return new(
            $"{folder}e{edition.Ordinal}",
            (edition.Ordinal == d.Current.Ordinal ? folder : SiteMap.Superseded(folder, edition.Ordinal)) + "notice.pdf",
            [Slices.Declaration(d.Id)],
            () => Notices.NoticeJson.Of(d, edition),
            json => DeclarationNotice.Of(d, edition, site.Settings.First, site.Town.Settings, site.Settings, json));
    }

    private static Sheet Of(SiteModel site, PublicityCertificate c)
    {
        var folder = SiteMap.CertificateFolder(c.Declaration.Number, c.Round);
        return new(
            folder[..^1], $"{folder}certificate.pdf", [Slices.Declaration(c.Declaration.Id), Slices.Publicity(c.Declaration.Id)],
            () => CertificateJson.Of(c), json => CertificateNotice.Of(c, site.Settings.First, site.Town.Settings, site.Settings, json));
    }

    private static Sheet Of(SiteModel site, StatementOnRegister s, StatementEdition edition)
    {
        var folder = SiteMap.StatementFolder(s.Of);
        return new(
            $"{folder}e{edition.Ordinal}",
            (edition == s.Current ? folder : SiteMap.Superseded(folder, edition.Ordinal)) + "statement.pdf",
            [Slices.Statement(s.Of)],
            () => Notices.NoticeJson.Of(edition),
            json => StatementNotice.Of(edition, site.Settings.First, site.Town.Settings, site.Settings, json));
    }
}
