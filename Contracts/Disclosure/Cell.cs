namespace Transparency.Contracts.Disclosure;

/// <summary>One obligation of one village for one period, and how it stands.</summary>
/// <param name="Due">last day, which runs to 24:00; null while it cannot be counted, since a year's holidays are not known</param>
public sealed record Cell(Obligation Obligation, VillageCode Village, Period Period, DateOnly? Due, CellStatus Status)
{
    /// <summary>The moment at which it becomes late when nothing is public by then, UTC.</summary>
    public DateTimeOffset? LateFrom => Due is { } day ? Shanghai.EndOf(day) : null;
}

/// <summary>How a cell stands on a day. Silence is a status too.</summary>
public abstract record CellStatus
{
    /// <summary>It is public.</summary>
    /// <param name="At">of the first edition, UTC: a correction does not make it late</param>
    /// <param name="DaysLate">0 when in time; null when the due day cannot be counted</param>
    public abstract record Met(DateTimeOffset At, int? DaysLate) : CellStatus;

    public sealed record Published(DateTimeOffset At, int? DaysLate) : Met(At, DaysLate);

    /// <summary>零报告: a signed statement that there was nothing; a publication like any other.</summary>
    public sealed record NothingToReport(DateTimeOffset At, int? DaysLate) : Met(At, DaysLate);

    /// <summary>The period has ended, and the due day is at most <see cref="DisclosureCalendar.SoonDays"/> days away.</summary>
    public sealed record DueSoon : CellStatus;

    public sealed record NotYetDue : CellStatus;

    /// <param name="Days">since the due day, 1 on the first day after it</param>
    public sealed record Late(int Days) : CellStatus;

    /// <summary>There is nothing of the kind to report on: a village without a lease owes no account of rent.</summary>
    public sealed record NotApplicable : CellStatus;

    /// <summary>Not public, and whether it is late cannot be said: never Monday to Friday by guess.</summary>
    public sealed record Uncountable(Refusal Why) : CellStatus;

    private CellStatus() { }
}

/// <summary>What is known of a cell before any day is counted.</summary>
/// <param name="At">when it became public, UTC; null when it is not</param>
/// <param name="Nothing">it says that there was nothing</param>
/// <param name="Applies">false where there is nothing of the kind</param>
public sealed record Finding(DateTimeOffset? At, bool Nothing = false, bool Applies = true)
{
    public static readonly Finding Silence = new((DateTimeOffset?)null);

    public static readonly Finding Inapplicable = new(null, Applies: false);
}
