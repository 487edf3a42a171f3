using System.Collections.Immutable;
using Transparency.Contracts;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site.Kinds;

namespace Transparency.Publishing.Site;

/// <summary>
/// A file that the tree should hold because a public edition names it. Editions never go, so neither does the file; its bytes lie
/// outside the press and are only copied.
/// </summary>
/// <param name="Inputs">slices whose change may bring it</param>
public sealed record AttachedFile(Attachment Of, ImmutableArray<string> Inputs)
{
    /// <summary>By its hash; a file that is kept from a lost record stands where it stood.</summary>
    public string Path { get; init; } = SiteMap.File(Of);

    /// <summary>Each file once, whoever names it; by path.</summary>
    public static IEnumerable<AttachedFile> All(SiteModel site) => Distinct(site.Register.Rows.Values.SelectMany(row => In(site, row)));

    /// <summary>What editions of one row name, but for what was suppressed.</summary>
    public static IEnumerable<AttachedFile> In(SiteModel site, IPublicRow row) =>
        NamedIn(row).Where(file => !site.Register.IsWithheld(file.Of));

    /// <summary>What editions of one row name, suppressed or not.</summary>
    public static IEnumerable<AttachedFile> NamedIn(IPublicRow row) => PublicKinds.Of(row).Files(row);

    /// <summary>Each once, by path.</summary>
    public static IEnumerable<AttachedFile> Distinct(IEnumerable<AttachedFile> files) =>
        files.OrderBy(file => file.Path, StringComparer.Ordinal).DistinctBy(file => file.Path);
}
