using Transparency.Contracts.Disclosure.Reports;

namespace Transparency.Contracts.Disclosure;

/// <summary>What shows that an obligation was met.</summary>
public enum Evidence
{
    /// <summary>The monthly statement of escrow funds.</summary>
    Statement,

    /// <summary>The accounts of rent of all leases of the village in that year.</summary>
    Rent,

    /// <summary>A village report of its own, 村务公开事项.</summary>
    Report,
}

/// <summary>What every village must make public, how often, and until when: one row of the town's <c>obligations.csv</c>.</summary>
/// <param name="Code">lower-case letters, digits and hyphens; part of addresses, never used again for something else</param>
/// <param name="What">what has to be in it, in a sentence for villagers</param>
/// <param name="Body">which body owes it: the villagers' committee and the collective economic organisation are two (Organic Law;
/// Law on Rural Collective Economic Organisations)</param>
/// <param name="DueRule">code of a deadline row, counted from the period's last day</param>
/// <param name="Law">the rule's source as a page prints it</param>
/// <param name="InForceFrom">local; periods that begin before this day are not owed</param>
public sealed record Obligation(
    string Code, Text Name, Text What, Text Body, Frequency Frequency, string DueRule, Evidence Evidence, Text Law, DateOnly InForceFrom)
{
    public bool IsOwedFor(Period period) => period.Kind == Frequency && period.First >= InForceFrom;

    /// <summary>The first period that is owed.</summary>
    public Period First => Period.Of(Frequency, InForceFrom) is var period && period.First >= InForceFrom ? period : period.Next;
}
