using Transparency.Contracts;
using Transparency.Contracts.Suppressions;
using Transparency.Publishing.Register;

namespace Transparency.Publishing.Site.Suppressions;

/// <summary>All that was ever taken out of the public view. It only grows.</summary>
/// <param name="Editions">by their keys</param>
/// <param name="Files">by their names</param>
public sealed record Suppressed(IReadOnlyList<SuppressedEdition> Editions, IReadOnlyList<SuppressedFile> Files)
{
    public static readonly Suppressed None = new([], []);

    private readonly HashSet<ContentHash> contents = [.. Editions.Select(edition => edition.Content)];
    private readonly HashSet<ContentHash> files = [.. Files.Select(file => file.Sha256)];

    public bool IsEmpty => Editions.Count + Files.Count == 0;

    /// <summary>This object when it holds all of the row already.</summary>
    public Suppressed With(SuppressionOnRegister row)
    {
        var editions = Editions.Union(row.Editions).OrderBy(edition => edition.Key, StringComparer.Ordinal)
            .ThenBy(edition => edition.Content.Value, StringComparer.Ordinal);
        var more = new Suppressed([.. editions], [.. Files.Union(row.Files).OrderBy(file => file.Name, StringComparer.Ordinal)]);
        return Equals(more) ? this : more;
    }

    /// <summary>The suppressed section that an edition shows; null for an edition that may stand.</summary>
    public ContentHash? SectionIn(PublicEdition edition)
    {
        if (contents.Count == 0) return null;
        foreach (var section in edition.Parts.Prepend(edition.Content))
            if (contents.Contains(section)) return section;
        return null;
    }

    public bool Holds(Attachment file) => files.Contains(file.Sha256);

    public bool Equals(Suppressed? other) =>
        other is not null && Editions.SequenceEqual(other.Editions) && Files.SequenceEqual(other.Files);

    public override int GetHashCode() => HashCode.Combine(Editions.Count, Files.Count);
}

/// <summary>An edition that stands in the register and may not be shown.</summary>
/// <param name="Folder">where its page stands</param>
/// <param name="Because">the suppressed section that it shows: its own, or that of a subject</param>
/// <param name="Notice">SHA-256 of its notice.json: as it stood, or as it would have been</param>
/// <param name="Sheet">SHA-256 of its PDF; null where none is known</param>
/// <param name="Others">ordinals and folders of the case's other editions</param>
public sealed record WithheldEdition(
    string Folder, string Number, int Ordinal, ContentHash Content, ContentHash Because, ContentHash Notice, ContentHash? Sheet,
    IReadOnlyList<(int Ordinal, string Folder)> Others);
