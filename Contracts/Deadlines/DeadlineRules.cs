namespace Transparency.Contracts.Deadlines;

/// <summary>All rows known. For a day and a village the most specific row in force holds.</summary>
public sealed record DeadlineRules(IReadOnlyList<DeadlineRule> Rows)
{
    public static readonly DeadlineRules Empty = new([]);

    public bool Knows(string code) => Rows.Any(r => r.Code == code);

    /// <summary>Null when no row of this code is in force for this village on this day.</summary>
    public DeadlineRule? InForce(string code, DateOnly day, VillageCode? village = null) =>
        Rows.Where(r => r.Code == code && r.IsInForce(day) && r.IsFor(village)).MaxBy(r => r.Scope);

    /// <summary>Counts by the row in force on <paramref name="trigger"/>, or says by name why it cannot be counted.</summary>
    public Result<Deadline> Count(string code, DateOnly trigger, VillageCode? village, HolidayTable holidays) =>
        InForce(code, trigger, village) is { } rule ? Deadline.Count(rule, trigger, holidays)
        : Knows(code) ? Refusal.Mend(null, "deadline.not-in-force", code, trigger)
        : Refusal.Mend(null, "deadline.rule-unknown", code);

    /// <summary>
    /// Rows that cannot stand beside the others: two for one scope and time, or a narrower one that is not at least as strict as what it
    /// stands under on every day on which both are in force.
    /// </summary>
    public IEnumerable<RuleFault> Faults()
    {
        foreach (var row in Rows)
        {
            if (row is { Unit: DayUnit.DayOfNextMonth, Value: > 28 }) yield return new(row, "value", "day-of-month");
            if (row is { Direction: CountDirection.Before, Rolls: true }) yield return new(row, "rolls", "not-rolled-back");
            if ((row.Scope == RuleScope.Village) != row.Village.HasValue) yield return new(row, "village", "village-of-scope");
        }
        foreach (var (i, narrow) in Rows.Index())
            foreach (var wide in Rows.Take(i).Concat(Rows.Skip(i + 1)).Where(other => other.Code == narrow.Code && Meet(other, narrow)))
            {
                if (wide.Scope == narrow.Scope && wide.Village == narrow.Village) { yield return new(narrow, "code", "no-overlap"); break; }
                if (wide.Scope >= narrow.Scope) continue;
                if (Strictness.FaultOf(narrow, wide) is { } column) { yield return new(narrow, column) { Wider = wide }; break; }
            }
    }

    internal static bool Meet(DeadlineRule a, DeadlineRule b) =>
        !(a.InForceUntil < b.InForceFrom) && !(b.InForceUntil < a.InForceFrom)
            && (a.Village is null || b.Village is null || a.Village == b.Village);
}

/// <summary>What is wrong with a row.</summary>
/// <param name="Column">of <c>rules.csv</c></param>
/// <param name="Expected">what was expected there: <c>expected.{Expected}</c>; null where it is not as strict as a wider row</param>
public sealed record RuleFault(DeadlineRule Row, string Column, string? Expected = null)
{
    /// <summary>The row under which it is too loose; null for any other fault.</summary>
    public DeadlineRule? Wider { get; init; }
}
