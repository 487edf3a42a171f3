using System.Collections.Immutable;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Publishing.Site.Kinds;

namespace Transparency.Publishing.Notices;

/// <summary>
/// One PDF that the tree should hold. It is frozen with its edition: typeset once, kept outside the tree, then only copied.
/// </summary>
/// <param name="Key">names the edition for ever: <c>declarations/2026/0012/e1</c></param>
/// <param name="Path">the case's address for the newest edition, below <c>e/{n}/</c> for a superseded one</param>
/// <param name="Inputs">slices whose change may bring a new sheet or move this one</param>
public sealed record Sheet(
    string Key, string Path, ImmutableArray<string> Inputs, Func<byte[]> NoticeJson, Func<byte[], NoticeDocument> Document)
{
    /// <summary>Every sheet of every edition, in the first language.</summary>
    public static IEnumerable<Sheet> All(SiteModel site) =>
        site.Register.Rows.Values.OrderBy(row => row.Id, StringComparer.Ordinal).SelectMany(row => Of(site, row));

    /// <summary>The sheets of one case's editions but for the withheld; none for kinds without a sheet.</summary>
    public static IEnumerable<Sheet> Of(SiteModel site, IPublicRow row) =>
        PublicKinds.Of(row).Sheets(site, row).Where(sheet => !site.Register.Withheld.ContainsKey(sheet.Key));

    /// <param name="name">of the file, in the edition's folder</param>
    internal static Sheet Of(
        EditionPlace at, string name, ImmutableArray<string> inputs, Func<byte[]> json, Func<byte[], NoticeDocument> document) =>
        new(at.Key, $"{at.Folder}{name}", inputs, json, document);
}
