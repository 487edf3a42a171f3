using Transparency.Contracts.Deadlines;
using Transparency.Contracts.Disclosure;
using Transparency.Contracts.Escrow.Inspections;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Town;

namespace Transparency.Contracts;

/// <summary>
/// The rules in force, handed in as data: the town, its villages, matters, deadline rows, holidays,
/// what is to be made public and the chart of accounts.
/// </summary>
public sealed record RuleBook(
    TownSettings Town,
    IReadOnlyDictionary<VillageCode, Village> Villages,
    IReadOnlyDictionary<string, Matter> Matters,
    DeadlineRules Deadlines,
    HolidayTable Holidays,
    IReadOnlyList<Obligation> Obligations,
    ChartOfAccounts Accounts)
{
    /// <summary>What an inspection of the villages' money may find, in the order of the town's table.</summary>
    public IReadOnlyList<FindingCode> Findings { get; init; } = [];

    /// <summary>How far contracts may go without a further decision.</summary>
    public IReadOnlyList<PercentLimit> Limits { get; init; } = [];

    /// <summary>
    /// The rows of every time in force, of which <see cref="Matters"/> are those of one day; empty where all hold at all times.
    /// </summary>
    public IReadOnlyList<Matter> MatterRows { get; init; } = [];

    /// <summary>The same book with the matters that are in force on a local day.</summary>
    public RuleBook On(DateOnly day) => MatterRows.Count == 0 ? this
        : this with { Matters = MatterRows.Where(m => m.IsInForce(day)).ToDictionary(m => m.Code) };

    /// <summary>Null when no row of this code is in force on that day; then nothing goes.</summary>
    public PercentLimit? Limit(string code, DateOnly day) => Limits.FirstOrDefault(l => l.Code == code && l.IsInForce(day));

    /// <summary>Among the rows that fit what was paid under an account the one of the highest amount; null for none.</summary>
    public Matter? MatterOf(AccountCode account, Yuan sum) => Matters.Values.Where(m => m.Covers(account, sum))
        .OrderByDescending(m => m.Threshold ?? Yuan.Zero).ThenBy(m => m.Code, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>Null when the town knows none of this code.</summary>
    public FindingCode? Finding(string code) => Findings.FirstOrDefault(f => f.Code == code);

    /// <summary>Null when the town knows none of this code.</summary>
    public Obligation? Obligation(string code) => Obligations.FirstOrDefault(o => o.Code == code);

    /// <summary>
    /// The window of a declaration of this village that opens on <paramref name="day"/>, or the refusal that says why it cannot be counted.
    /// </summary>
    public Result<Deadline> WindowFrom(Matter matter, VillageCode? village, DateOnly day) => Count(matter.WindowRule, day, village);

    /// <summary>The span that a rule gives from <paramref name="trigger"/>, by the most specific row then in force.</summary>
    public Result<Deadline> Count(string code, DateOnly trigger, VillageCode? village = null) =>
        Deadlines.Count(code, trigger, village, Holidays);
}
