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
    public string Path => SiteMap.File(Of);

    /// <summary>Each file once, whoever names it; by path.</summary>
    public static IEnumerable<AttachedFile> All(SiteModel site) => Distinct(site.Register.Rows.Values);

    /// <summary>The same of some rows.</summary>
    public static IEnumerable<AttachedFile> Distinct(IEnumerable<IPublicRow> rows) =>
        rows.SelectMany(row => PublicKinds.Of(row).Files(row))
            .OrderBy(file => file.Path, StringComparer.Ordinal).DistinctBy(file => file.Path);
}
