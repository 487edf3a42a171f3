namespace Transparency.Portal.Store.Documents;

/// <summary>An objection in its author's own words. They are read in the office only; public is the officer's summary.</summary>
/// <param name="Id">value of an <see cref="Contracts.ObjectionId"/></param>
/// <param name="Declaration">key of the declaration's stream</param>
/// <param name="Contact">telephone or address, if its author wants to be reached</param>
/// <param name="ReceiptHash">the receipt's code itself is known to its holder only</param>
public sealed record ObjectionLetter(
    string Id, string Declaration, DateTimeOffset ReceivedAt, string Words, string? Name, string? Contact, string ReceiptHash);
