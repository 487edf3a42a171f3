using Transparency.Contracts.Declarations;

namespace Transparency.Contracts.Deliberations;

public enum MoneyFlow
{
    /// <summary>Nothing is paid and nothing comes in.</summary>
    None,

    /// <summary>The amounts are the most that may be spent.</summary>
    Spent,

    /// <summary>The amounts are the least that must come in.</summary>
    Received,
}

/// <summary>How much of what: 砂石路 2,800 米.</summary>
/// <param name="Quantity">with its unit, as written</param>
public sealed record VotedItem(Text Item, Text Quantity);

/// <summary>With whom the village shall bind itself, and for how long.</summary>
/// <param name="Name">as the public reads it, a private person masked</param>
/// <param name="From">first day; null where the vote leaves it open</param>
/// <param name="Until">last day; null where the vote leaves it open</param>
public sealed record VotedParty(Text Name, DateOnly? From, DateOnly? Until);

/// <summary>
/// What a vote binds beside its words: money, quantity, term and party. The matters are named by the Organic Law of Villagers'
/// Committees, art. 28, and the Law on Rural Collective Economic Organisations, art. 26; that a declaration may not go beyond the vote
/// follows from them.
/// </summary>
/// <param name="Amounts">yuan by source; none where no money moves</param>
/// <param name="Items">empty where quantities say nothing</param>
/// <param name="Parties">empty where there is no contract, or where a tender finds the party</param>
/// <param name="ByTender">the party is found by tender</param>
public sealed record VotedTerms(
    MoneyFlow Flow, IReadOnlyList<SourceAmount> Amounts, IReadOnlyList<VotedItem> Items, IReadOnlyList<VotedParty> Parties, bool ByTender)
{
    public Yuan Total => Amounts.Sum(a => a.Amount);

    public IEnumerable<Text> Texts =>
        [.. Amounts.Select(a => a.Source), .. Items.SelectMany(i => new[] { i.Item, i.Quantity }), .. Parties.Select(p => p.Name)];
}

/// <summary>What the hands were raised for, word for word.</summary>
public sealed record VotedText(Text Title, Text What, VotedTerms Terms)
{
    /// <summary>Whether another says the same, entry by entry.</summary>
    public bool Says(VotedText other) =>
        (Title, What, Terms.Flow, Terms.ByTender) == (other.Title, other.What, other.Terms.Flow, other.Terms.ByTender)
        && Terms.Amounts.SequenceEqual(other.Terms.Amounts) && Terms.Items.SequenceEqual(other.Terms.Items)
        && Terms.Parties.SequenceEqual(other.Terms.Parties);
}

/// <summary>What a village gives to a purchase that several villages make together.</summary>
/// <param name="Amount">yuan, of this village's own money</param>
public sealed record VillageShare(DeliberationId Deliberation, Yuan Amount);

/// <summary>The same as the public sees it, with the village's own decision.</summary>
public sealed record SharedDecision(Text VillageName, Yuan Amount, VillageDecision Decision);
