using Transparency.Contracts.Deadlines;

namespace Transparency.Contracts.Disclosure;

/// <summary>
/// Obligations × villages × periods as a table of cells: what is public, what is due, what is late. A function of its arguments alone.
/// </summary>
public static class DisclosureCalendar
{
    /// <summary>So many days before its last day a period that has ended counts as due soon.</summary>
    public const int SoonDays = 10;

    /// <summary>
    /// From each obligation's first period to the one that runs on <paramref name="asOf"/>;
    /// in the order of the arguments, oldest period first.
    /// </summary>
    /// <param name="found">what is public; of periods that end after <paramref name="asOf"/> too</param>
    /// <param name="due">the span from the period's last day; a refusal when it cannot be counted</param>
    public static IEnumerable<Cell> Of(
        IEnumerable<Obligation> obligations, IReadOnlyList<VillageCode> villages, DateOnly asOf,
        Func<Obligation, VillageCode, Period, Finding> found, Func<Obligation, VillageCode, Period, Result<Deadline>> due) =>
        from obligation in obligations
        from village in villages
        from period in Periods(obligation, asOf)
        select Of(obligation, village, period, asOf, found(obligation, village, period), due(obligation, village, period));

    /// <summary>The periods owed so far, the running one included.</summary>
    public static IEnumerable<Period> Periods(Obligation obligation, DateOnly asOf)
    {
        for (var period = obligation.First; period.First <= asOf; period = period.Next) yield return period;
    }

    private static Cell Of(
        Obligation obligation, VillageCode village, Period period, DateOnly asOf, Finding found, Result<Deadline> due) => due switch
    {
        Result<Deadline>.Of(var deadline) => new(obligation, village, period, deadline.Last, StatusOf(period, deadline.Last, asOf, found)),
        Result<Deadline>.Refused no => new(obligation, village, period, null, found switch
        {
            { Applies: false } => new CellStatus.NotApplicable(),
            { At: { } at } => Met(at, null, found.Nothing),
            // Whatever its last day will be, it lies after the period.
            _ when period.Last >= asOf => new CellStatus.NotYetDue(),
            _ => new CellStatus.Uncountable(no.Why),
        }),
        _ => throw new InvalidOperationException("a rule gives one deadline or one refusal"),
    };

    private static CellStatus StatusOf(Period period, DateOnly due, DateOnly asOf, Finding found) => found switch
    {
        { Applies: false } => new CellStatus.NotApplicable(),
        { At: { } at } => Met(at, Math.Max(0, Shanghai.DayOf(at).DayNumber - due.DayNumber), found.Nothing),
        _ when asOf > due => new CellStatus.Late(asOf.DayNumber - due.DayNumber),
        _ when asOf > period.Last && due.DayNumber - asOf.DayNumber <= SoonDays => new CellStatus.DueSoon(),
        _ => new CellStatus.NotYetDue(),
    };

    private static CellStatus Met(DateTimeOffset at, int? late, bool nothing) =>
        nothing ? new CellStatus.NothingToReport(at, late) : new CellStatus.Published(at, late);
}
