namespace Transparency.Contracts.Deadlines;

public enum DayUnit
{
    /// <summary>By the State Council's yearly table, make-up working weekends included.</summary>
    WorkingDay,

    CalendarDay,

    /// <summary>Ends on the matching day, or on the month's last day where there is none (Civil Code, art. 202).</summary>
    Month,

    /// <summary>The value is a day of the month after the trigger's, 1 to 28.</summary>
    DayOfNextMonth,
}

public enum CountFrom
{
    /// <summary>Day one is the day after the trigger (Civil Code, art. 201).</summary>
    NextDay,

    /// <summary>Day one is the trigger itself, where a rule of its own says so (art. 204).</summary>
    SameDay,
}

public enum CountDirection
{
    After,

    /// <summary>Back from an end: the last day on which something may still happen. It is never moved later.</summary>
    Before,
}

/// <summary>What a narrower rule may do: lengthen what must be given, or shorten what may be taken.</summary>
public enum Limit
{
    AtLeast,
    AtMost,
}

/// <summary>Whose law it is; the two procurement laws never share a figure.</summary>
public enum Regime
{
    TownRules,
    VillageOrganic,
    Collective,
    Bidding,
    Procurement,
    Petition,
}

/// <summary>From the widest to the most specific.</summary>
public enum RuleScope
{
    Nation,
    Province,
    County,
    Town,
    Village,
}

/// <summary>A deadline as data, one row of <c>rules.csv</c>. Who uses it stores the row with what was counted by it.</summary>
/// <param name="Code">for example <c>PUBLICITY_DEFAULT</c>; several rows may share it, one per scope and time</param>
/// <param name="Value">1 to 366; of <see cref="DayUnit.DayOfNextMonth"/> 1 to 28</param>
/// <param name="Law">the rule's source as a page prints it</param>
/// <param name="Rolls">when the last day is a day off, the first working day after it is the last (Civil Code, art. 203)</param>
/// <param name="Village">of a village's own rule; null for all others</param>
/// <param name="InForceFrom">first day, local; null = always</param>
/// <param name="InForceUntil">last day, local; null = still in force</param>
public sealed record DeadlineRule(
    string Code, Text Name, int Value, DayUnit Unit, Text Law, Limit Limit = Limit.AtLeast,
    CountFrom From = CountFrom.NextDay, CountDirection Direction = CountDirection.After, bool Rolls = false,
    Regime Regime = Regime.TownRules, RuleScope Scope = RuleScope.Town, VillageCode? Village = null,
    DateOnly? InForceFrom = null, DateOnly? InForceUntil = null)
{
    public bool IsInForce(DateOnly day) => !(day < InForceFrom) && !(day > InForceUntil);

    public bool IsFor(VillageCode? village) => Village is null || Village == village;
}
