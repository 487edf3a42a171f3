namespace Transparency.Contracts;

/// <summary>On the stream <c>officer/{id}</c>. The officer's own name stands in the person's document.</summary>
public sealed record OfficerAppointed(Officer Officer, DateTimeOffset At);
