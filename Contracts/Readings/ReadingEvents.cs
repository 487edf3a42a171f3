namespace Transparency.Contracts.Readings;

/// <summary>
/// What happened on <c>reading/{officer}/{yyyy-mm}</c>: what one officer looked at in one local month. Private, and for administrators.
/// </summary>
public abstract record ReadingEvent : ISigned
{
    public abstract Signature By { get; init; }
}

/// <summary>An officer was shown it, for the first time on that local day.</summary>
public sealed record ReadingRecorded(ReadingKind Kind, string Of, Signature By) : ReadingEvent;
