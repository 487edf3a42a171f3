namespace Transparency.Contracts.Escrow.Inspections;

/// <summary>
/// What an inspection may find: one row of the town's <c>findings.csv</c>. A finding keeps name and law as they were when it was recorded.
/// </summary>
/// <param name="Code">lower-case letters, digits and hyphens; never used again for something else</param>
/// <param name="Law">the law or local rule that is broken, as a page prints it</param>
public sealed record FindingCode(string Code, Text Name, Text Law);
