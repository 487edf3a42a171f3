namespace Transparency.Publishing.Register;

/// <summary>One row of the public register: what the public may know of one stream.</summary>
public interface IPublicRow
{
    /// <summary>The stream's key; internal, on no page.</summary>
    string Id { get; }

    /// <summary>What sets rows of the same moment in order: a public number, never an internal id where there is one.</summary>
    string PublicKey { get; }

    /// <summary>Public acts so far; their sum over all rows is the tree's edition.</summary>
    int Acts { get; }

    /// <summary>Business time of the newest act, UTC.</summary>
    DateTimeOffset LastAct { get; }

    /// <summary>How lists know it; null for a row that stands on others' pages only.</summary>
    CaseEntry? Entry { get; }

    /// <summary>The slices it stands in, but for those of lists, which follow from <see cref="Entry"/>.</summary>
    IEnumerable<string> OwnSlices();

    /// <summary>The same row with what its editions have in common held once: read from the store, each has a copy of its own.</summary>
    IPublicRow Shared() => this;
}
