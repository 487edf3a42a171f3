using Transparency.Contracts.Declarations;

namespace Transparency.Contracts.Suppressions;

/// <summary>What happened to one suppression, on the stream <c>suppression/{id}</c>, in order of life.</summary>
public abstract record SuppressionEvent : ISigned
{
    public abstract Signature By { get; init; }

    public virtual Text? Said => null;
}

/// <summary>Not public: it would show where to look.</summary>
public sealed record SuppressionProposed(SuppressionWords Words, Signature By) : SuppressionEvent
{
    public override Text? Said => Words.Reason;
}

/// <summary>By another person: nothing leaves. Not public.</summary>
public sealed record SuppressionDeclined(Text Reason, Signature By) : SuppressionEvent
{
    public override Text? Said => Reason;
}

/// <summary>
/// By another person, public at once: the bytes leave tree, shelves, served copies and coming backups; number, hashes, reason and law stay.
/// </summary>
public sealed record SuppressionConfirmed(
    SuppressionNumber Number, SuppressionWords Words, IReadOnlyList<SuppressedEdition> Editions, IReadOnlyList<SuppressedFile> Files,
    PublicAct Proposed, Signature By) : SuppressionEvent;

/// <summary>On the stream <c>numbers/suppression/{yyyy}</c>, in the transaction of the confirmation; its version is the ordinal.</summary>
public sealed record SuppressionNumberTaken(int Ordinal, SuppressionId Suppression, DateTimeOffset At);

/// <summary>A number whose record was lost: it was public once, so nobody takes it again.</summary>
public sealed record SuppressionNumberLost(int Ordinal, DateTimeOffset At);
