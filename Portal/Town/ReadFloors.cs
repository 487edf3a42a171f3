using Transparency.Contracts;
using Transparency.Contracts.Deadlines;
using Transparency.Contracts.Town;

namespace Transparency.Portal.Town;

/// <summary>What national and provincial law demands, from the program's own folder. No setting puts another in its place.</summary>
public static class ReadFloors
{
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Town", "Floors");

    public static Floors Shipped { get; } = Read();

    private static Floors Read()
    {
        var faults = new List<Refusal>();
        var rules = ReadRules.Rows(Folder, faults);
        var floors = new Floors(
            [.. rules.Select(r => r.Rule)], ReadLimits.Rows(Folder, faults),
            ReadObligations.Rows(Folder, null, faults));
        if (floors.Rules.Any(r => r.Scope > RuleScope.Province) || new DeadlineRules(floors.Rules).Faults().Any() || faults.Count > 0)
            throw new InvalidDataException($"{Folder}: {string.Join(' ', faults)}");
        return floors;
    }
}
