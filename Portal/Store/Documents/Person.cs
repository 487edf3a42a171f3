namespace Transparency.Portal.Store.Documents;

/// <summary>A person's own values: never in an event, and deletable without changing one published byte.</summary>
/// <param name="Id">value of a <see cref="Contracts.PersonId"/></param>
/// <param name="IdHash">
/// keyed hash of an officer's identity number, by which one human being is one person; the number itself is not kept
/// </param>
public sealed record Person(
    string Id, string Name, string? IdNumber = null, string? Phone = null, string? BankAccount = null, string? Address = null,
    string? IdHash = null);
