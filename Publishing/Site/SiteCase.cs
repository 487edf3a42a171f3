using Transparency.Contracts;
using Transparency.Publishing.Components.Lists;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site.Kinds;

namespace Transparency.Publishing.Site;

/// <summary>One case that has a page of its own, as lists, search and sitemaps know it, whatever its kind.</summary>
/// <param name="path">of its page</param>
public abstract class SiteCase(IPublicRow row, CaseEntry entry, string path, Text title)
{
    public IPublicRow Row { get; } = row;

    public CaseKind Kind => entry.Kind;

    public string Path { get; } = path;

    public string Number => entry.Number;

    public Text Title { get; } = title;

    /// <summary>Null for the town as a discloser.</summary>
    public VillageCode? Village => entry.Village;

    /// <summary>Null for a row that stands on others' pages only.</summary>
    public static SiteCase? Of(IPublicRow row) => PublicKinds.Of(row).CaseOf(row);

    /// <summary>Its page with the newest edition.</summary>
    /// <param name="linkBase">null for the tree; the absolute address before every link in a preview, with its slash at the end</param>
    public abstract byte[] Page(SiteModel site, Language language, string? linkBase);

    public abstract CaseItem Item(Language language);

    /// <summary>What feeds say of it.</summary>
    public abstract string Summary(Language language);
}
