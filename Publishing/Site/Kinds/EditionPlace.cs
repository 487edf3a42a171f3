using Transparency.Contracts;
using Transparency.Publishing.Site.Suppressions;

namespace Transparency.Publishing.Site.Kinds;

/// <summary>Where an edition of a case stands: the newest at the case's own address, a superseded one below it for ever.</summary>
/// <param name="Case">the case's folder</param>
/// <param name="Ordinal">1 for the first edition</param>
internal readonly record struct EditionPlace(string Case, int Ordinal, bool IsNewest)
{
    public string Folder => IsNewest ? Case : SiteMap.Superseded(Case, Ordinal);

    /// <summary>When its page is written: what is superseded points to nothing new.</summary>
    public Stage Stage => IsNewest ? Stage.Page : Stage.Leaf;

    /// <summary>Names the edition for ever.</summary>
    public string Key => $"{Case}e{Ordinal}";

    public PublicEdition With(string number, ContentHash content, IReadOnlyList<ContentHash> parts, object of, Func<byte[]> notice) =>
        new(Key, Folder, number, Ordinal, content, parts, of, notice);
}
