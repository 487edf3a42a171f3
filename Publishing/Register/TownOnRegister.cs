using Transparency.Contracts;
using Transparency.Contracts.Deadlines;
using Transparency.Contracts.Disclosure;
using Transparency.Contracts.Town;

namespace Transparency.Publishing.Register;

/// <summary>The town as its pages show it, with the rules by which they count days.</summary>
/// <param name="Villages">ordered by code</param>
/// <param name="Obligations">in the order of the town's table</param>
/// <param name="Revision">how often rules, holidays or obligations were set: what was counted by them before may have moved</param>
/// <param name="RevisedAt">when that was last, UTC</param>
public sealed record TownOnRegister(
    string Id, TownSettings Settings, IReadOnlyList<Village> Villages, IReadOnlyList<DeadlineRule> Rules, IReadOnlyList<Holiday> Holidays,
    IReadOnlyList<Obligation> Obligations, int Revision, DateTimeOffset RevisedAt)
{
    /// <summary>The town under the rules now in force, for a preview.</summary>
    public static TownOnRegister Of(string id, RuleBook rules) => new(
        id, rules.Town, InOrder(rules.Villages.Values), rules.Deadlines.Rows, [.. rules.Holidays.Days.Values],
        rules.Obligations, 0, default);

    public static TownOnRegister? Evolve(TownOnRegister? now, string id, object e) => (now, e) switch
    {
        (null, TownNamed x) => new(id, x.Settings, [], [], [], [], 0, default),
        (not null, TownNamed x) => now with { Settings = x.Settings },
        (not null, DeadlineRulesSet x) => now.Revised(x.At) with { Rules = x.Rules },
        (not null, HolidaysSet x) => now.Revised(x.At) with { Holidays = x.Holidays },
        (not null, ObligationsSet x) => now.Revised(x.At) with { Obligations = x.Obligations },
        (not null, VillageRegistered x) => now with
        {
            Villages = InOrder(now.Villages.Where(v => v.Code != x.Village.Code).Append(x.Village)),
        },
        _ => now,
    };

    private static IReadOnlyList<Village> InOrder(IEnumerable<Village> villages) =>
        [.. villages.OrderBy(v => v.Code.Value, StringComparer.Ordinal)];

    private TownOnRegister Revised(DateTimeOffset at) => this with { Revision = Revision + 1, RevisedAt = at };
}
