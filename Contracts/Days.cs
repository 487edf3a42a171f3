namespace Transparency.Contracts;

/// <summary>
/// The days that an act may name: one rule for every door, and for what is stored behind it. A day on which something has happened
/// lies besides not after the act's own day; that is said by the law of the act.
/// </summary>
public static class Days
{
    /// <summary>No paper of a village is older.</summary>
    public static readonly DateOnly First = new(1949, 1, 1);

    /// <summary>Years after today.</summary>
    public const int YearsAhead = 50;

    /// <summary>
    /// Years after today for the end of a contract. The longest that a law allows are the 70 of forest land (Rural Land Contracting Law,
    /// art. 21); a longer one, found in the drawers, must be written down before it can be put right.
    /// </summary>
    public const int YearsOfContract = 100;

    /// <summary>Refuses (<c>day.out-of-range</c>) a day before <see cref="First"/> or too far ahead.</summary>
    /// <param name="today">the act's own day</param>
    public static Refusal? FaultIn(DateOnly day, DateOnly today, int yearsAhead = YearsAhead) =>
        day < First || day > today.AddYears(yearsAhead)
            ? Refusal.Mend(null, "day.out-of-range", day, First, today.AddYears(yearsAhead))
            : null;

    /// <summary>The same for a value of any type: days, instants (by their local day) and months; others have no range.</summary>
    public static Refusal? FaultInValue(object value, DateOnly today, int yearsAhead = YearsAhead) => value switch
    {
        DateOnly day => FaultIn(day, today, yearsAhead),
        DateTimeOffset instant => FaultIn(DateOnly.FromDateTime(instant.UtcDateTime), today, yearsAhead),
        Month month => FaultIn(month.First, today, yearsAhead),
        _ => null,
    };
}

/// <summary>The end of a contract: it lies by <see cref="Days.YearsOfContract"/> ahead at most.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EndOfContractAttribute : Attribute;
