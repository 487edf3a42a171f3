namespace Transparency.Contracts.Declarations;

/// <summary>
/// On the stream <c>numbers/{yyyy}</c>, in the transaction that opens the window; its version is the ordinal, so there are no gaps.
/// </summary>
public sealed record NumberTaken(int Ordinal, DeclarationId Declaration, DateTimeOffset At);

/// <summary>A number of a record that was lost: it was public once, so nobody takes it again.</summary>
public sealed record NumberLost(int Ordinal, DateTimeOffset At);
