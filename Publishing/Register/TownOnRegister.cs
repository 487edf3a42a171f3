using Transparency.Contracts;
using Transparency.Contracts.Deadlines;
using Transparency.Contracts.Town;

namespace Transparency.Publishing.Register;

/// <summary>The town as its pages show it, with the rules by which they count days.</summary>
/// <param name="Villages">ordered by code</param>
/// <param name="Revision">how often rules or holidays were set: what was counted by them before may have moved</param>
public sealed record TownOnRegister(
    string Id, TownSettings Settings, IReadOnlyList<Village> Villages, IReadOnlyList<DeadlineRule> Rules, IReadOnlyList<Holiday> Holidays, int Revision)
{
    /// <summary>The town under the rules now in force, for a preview.</summary>
    public static TownOnRegister Of(string id, RuleBook rules) => new(
        id, rules.Town, [.. rules.Villages.Values.OrderBy(v => v.Code.Value, StringComparer.Ordinal)], rules.Deadlines.Rows, [.. rules.Holidays.Days.Values], 0);

    public static TownOnRegister? Evolve(TownOnRegister? now, string id, object e) => (now, e) switch
    {
        (null, TownNamed x) => new(id, x.Settings, [], [], [], 0),
        (not null, TownNamed x) => now with { Settings = x.Settings },
        (not null, DeadlineRulesSet x) => now with { Rules = x.Rules, Revision = now.Revision + 1 },
        (not null, HolidaysSet x) => now with { Holidays = x.Holidays, Revision = now.Revision + 1 },
        (not null, VillageRegistered x) => now with { Villages = [.. now.Villages.Where(v => v.Code != x.Village.Code).Append(x.Village).OrderBy(v => v.Code.Value, StringComparer.Ordinal)] },
        _ => now,
    };
}
