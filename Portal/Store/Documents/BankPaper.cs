namespace Transparency.Portal.Store.Documents;

/// <summary>The bank's own words on each line of a month: they may name a person, so they stand in no event and may be deleted.</summary>
/// <param name="Id">the month's stream: <c>bank/09/2026-08</c></param>
/// <param name="Summaries">in the order of the stream's lines; empty where the bank said nothing</param>
public sealed record BankPaper(string Id, IReadOnlyList<string> Summaries);
