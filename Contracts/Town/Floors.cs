using Transparency.Contracts.Deadlines;
using Transparency.Contracts.Disclosure;

namespace Transparency.Contracts.Town;

/// <summary>
/// What national and provincial law demands at least. It ships with the program, apart from the town's files: county, town and village may
/// be stricter, never looser, and what they leave out holds as it stands here.
/// </summary>
/// <param name="Rules">of scope nation or province</param>
/// <param name="Limits">the most that is allowed</param>
/// <param name="Obligations">how often at least; <see cref="Obligation.InForceFrom"/> is since when</param>
public sealed record Floors(
    IReadOnlyList<DeadlineRule> Rules, IReadOnlyList<PercentLimit> Limits, IReadOnlyList<Obligation> Obligations)
{
    /// <summary>Each row that is not as strict as one of these on a day on which both are in force.</summary>
    public IEnumerable<(DeadlineRule Row, DeadlineRule Floor)> Under(IEnumerable<DeadlineRule> rows) =>
        from row in rows
        from floor in Rules
        where floor.Code == row.Code && DeadlineRules.Meet(floor, row) && Strictness.FaultOf(row, floor) is not null
        select (row, floor);

    /// <summary>Each row that allows more than one of these on a day on which both are in force.</summary>
    public IEnumerable<(PercentLimit Row, PercentLimit Floor)> Beyond(IEnumerable<PercentLimit> rows) =>
        from row in rows
        from floor in Limits
        where floor.Code == row.Code && floor.Meets(row) && row.Percent > floor.Percent
        select (row, floor);

    /// <summary>Each row by which something is made public more seldom.</summary>
    public IEnumerable<(Obligation Row, Obligation Floor)> Seldom(IEnumerable<Obligation> rows) =>
        from row in rows
        from floor in Obligations
        where floor.Code == row.Code && row.Frequency > floor.Frequency
        select (row, floor);
}
