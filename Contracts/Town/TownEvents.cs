using Transparency.Contracts.Deadlines;
using Transparency.Contracts.Disclosure;
using Transparency.Contracts.Escrow.Inspections;
using Transparency.Contracts.Escrow.Ledgers;

namespace Transparency.Contracts.Town;

/// <summary>What became known of the town, on the stream <c>town</c>. Each fact replaces the one before.</summary>
public abstract record TownEvent;

public sealed record TownNamed(TownSettings Settings, DateTimeOffset At) : TownEvent;

public sealed record MattersSet(IReadOnlyList<Matter> Matters, DateTimeOffset At) : TownEvent;

public sealed record DeadlineRulesSet(IReadOnlyList<DeadlineRule> Rules, DateTimeOffset At) : TownEvent;

public sealed record HolidaysSet(IReadOnlyList<Holiday> Holidays, DateTimeOffset At) : TownEvent;

/// <summary>What every village owes the public; moves due days as rules and holidays do.</summary>
public sealed record ObligationsSet(IReadOnlyList<Obligation> Obligations, DateTimeOffset At) : TownEvent;

/// <summary>The chart by which villages keep their books.</summary>
public sealed record AccountsSet(IReadOnlyList<Account> Accounts, DateTimeOffset At) : TownEvent;

/// <summary>What an inspection of the villages' money may find.</summary>
public sealed record FindingCodesSet(IReadOnlyList<FindingCode> Findings, DateTimeOffset At) : TownEvent;

/// <summary>How far contracts may go without a further decision.</summary>
public sealed record PercentLimitsSet(IReadOnlyList<PercentLimit> Limits, DateTimeOffset At) : TownEvent;

public sealed record VillageRegistered(Village Village, Signature By) : TownEvent, ISigned;
