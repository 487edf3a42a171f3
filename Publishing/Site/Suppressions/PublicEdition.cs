using Transparency.Contracts;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site.Kinds;

namespace Transparency.Publishing.Site.Suppressions;

/// <summary>One edition of a case as it stands in public, whatever the kind.</summary>
/// <param name="Key">names it for ever: <c>declarations/2026/0012/e1</c></param>
/// <param name="Folder">where its page and data stand now</param>
/// <param name="Number">of the case, as people know it</param>
/// <param name="Content">hash of the section that it shows; the same for all editions of a case that add to one section</param>
/// <param name="Parts">hashes of the sections of other cases that it holds whole</param>
/// <param name="Of">what the check code on the pages is of</param>
public sealed record PublicEdition(
    string Key, string Folder, string Number, int Ordinal, ContentHash Content, IReadOnlyList<ContentHash> Parts,
    object Of, Func<byte[]> Notice)
{
    /// <summary>Those of one row, oldest first; none for a row that has no page of its own.</summary>
    public static IEnumerable<PublicEdition> In(IPublicRow row) => PublicKinds.Of(row).Editions(row);

    /// <summary>Whether it shows this section, as its own or as that of a subject.</summary>
    public bool Shows(ContentHash content) => Content == content || Parts.Contains(content);
}
