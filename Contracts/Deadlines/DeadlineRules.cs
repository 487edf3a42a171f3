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
    /// Rows that cannot stand beside the others: two for one scope and time, or a narrower one that is looser than what it stands under.
    /// </summary>
    /// <returns>the row, and what was expected of it: <c>expected.{Expected}</c></returns>
    public IEnumerable<(DeadlineRule Row, string Expected)> Faults()
    {
        foreach (var row in Rows)
        {
            if (row is { Unit: DayUnit.DayOfNextMonth, Value: > 28 }) yield return (row, "day-of-month");
            if (row is { Direction: CountDirection.Before, Rolls: true }) yield return (row, "not-rolled-back");
            if ((row.Scope == RuleScope.Village) != row.Village.HasValue) yield return (row, "village-of-scope");
        }
        foreach (var (i, narrow) in Rows.Index())
            foreach (var wide in Rows.Take(i).Concat(Rows.Skip(i + 1)).Where(other => other.Code == narrow.Code && Meet(other, narrow)))
            {
                if (wide.Scope == narrow.Scope && wide.Village == narrow.Village) { yield return (narrow, "no-overlap"); break; }
                if (wide.Scope >= narrow.Scope) continue;
                if (!SameShape(wide, narrow)) { yield return (narrow, "same-shape"); break; }
                if (IsLooser(narrow, wide)) { yield return (narrow, "not-looser"); break; }
            }
    }

    private static bool Meet(DeadlineRule a, DeadlineRule b) =>
        !(a.InForceUntil < b.InForceFrom) && !(b.InForceUntil < a.InForceFrom)
            && (a.Village is null || b.Village is null || a.Village == b.Village);

    private static bool SameShape(DeadlineRule a, DeadlineRule b) =>
        (a.Unit, a.Direction, a.From, a.Limit) == (b.Unit, b.Direction, b.From, b.Limit);

    /// <summary>A town or village may give more time than the law and take less, never the other way round.</summary>
    private static bool IsLooser(DeadlineRule narrow, DeadlineRule wide) => narrow.Limit == Limit.AtLeast
        ? narrow.Value < wide.Value || (wide.Rolls && !narrow.Rolls)
        : narrow.Value > wide.Value || (narrow.Rolls && !wide.Rolls);
}
