namespace Transparency.Contracts;

/// <summary>The rules in force, handed in as data: the town's matters, deadline rows and holidays.</summary>
public sealed record RuleBook;
