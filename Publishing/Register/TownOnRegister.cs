using Transparency.Contracts;
using Transparency.Contracts.Town;

namespace Transparency.Publishing.Register;

/// <summary>The town as its pages show it.</summary>
/// <param name="Villages">ordered by code</param>
public sealed record TownOnRegister(string Id, TownSettings Settings, IReadOnlyList<Village> Villages)
{
    public static TownOnRegister? Evolve(TownOnRegister? now, string id, object e) => (now, e) switch
    {
        (null, TownNamed x) => new(id, x.Settings, []),
        (not null, TownNamed x) => now with { Settings = x.Settings },
        (not null, VillageRegistered x) => now with { Villages = [.. now.Villages.Where(v => v.Code != x.Village.Code).Append(x.Village).OrderBy(v => v.Code.Value, StringComparer.Ordinal)] },
        _ => now,
    };
}
