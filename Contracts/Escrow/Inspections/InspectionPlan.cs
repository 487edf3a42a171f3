namespace Transparency.Contracts.Escrow.Inspections;

/// <summary>村级财务定期检查 as it was planned, whole and public from the planner's signature on.</summary>
/// <param name="From">first month whose books are looked at</param>
/// <param name="To">last month, inclusive; over when the plan is made</param>
/// <param name="Pool">the villages that may be drawn, in the order of their codes</param>
/// <param name="Count">how many are drawn: 1 to all of the pool</param>
/// <param name="Team">who looks, as bodies in words, never a private person's name</param>
/// <param name="First">first of the days on which they look, local</param>
/// <param name="Recipe">name of the rule by which villages are drawn, see <see cref="DrawRecipe"/></param>
/// <param name="Commitment">SHA-256 of the town's half of the seed, 64 lower-case hex digits; the half itself is told at the draw</param>
/// <param name="Law">of the matter's row</param>
public sealed record InspectionPlan(
    InspectionId Id, Text Title, Text Town, Month From, Month To, IReadOnlyList<PooledVillage> Pool,
    int Count, Text Team, DateOnly First, DateOnly Last,
    string Recipe, string Commitment, string Law)
{
    public IEnumerable<VillageCode> Codes => Pool.Select(v => v.Code);

    public Text NameOf(VillageCode village) => Pool.First(v => v.Code == village).Name;
}

public sealed record PooledVillage(VillageCode Code, Text Name);

/// <summary>What the planner asks for; the law adds the names.</summary>
/// <param name="Villages">that may be drawn; none for all of the town</param>
public sealed record PlanWords(
    Text Title, Month From, Month To, IReadOnlyList<VillageCode> Villages, int Count,
    Text Team, DateOnly First, DateOnly Last, string Commitment);

/// <summary>One village's place in the draw.</summary>
/// <param name="Hash">SHA-256 of seed, slash and village code, 64 lower-case hex digits</param>
public sealed record DrawnPlace(VillageCode Village, string Hash);

/// <summary>The draw, with all that is needed to do it again.</summary>
/// <param name="Half">the town's half of the seed</param>
/// <param name="Number">the half that was called out</param>
/// <param name="Places">the whole pool in the order of the hashes; the first <see cref="InspectionPlan.Count"/> are drawn</param>
public sealed record VillageDraw(string Half, int Number, string Seed, IReadOnlyList<DrawnPlace> Places);

/// <summary>One thing that was found.</summary>
/// <param name="Ordinal">1 for the village's first</param>
/// <param name="Code">with <paramref name="Name"/> and <paramref name="Law"/> from the town's table, as it was that day</param>
/// <param name="Month">concerned; null for none in particular</param>
/// <param name="CureUntil">last day, local, to 24:00</param>
public sealed record Finding(int Ordinal, string Code, Text Name, Text Law, Month? Month, Text What, DateOnly CureUntil);

/// <summary>What the inspector writes of one finding.</summary>
public sealed record FindingWords(string Code, Month? Month, Text What, DateOnly CureUntil);

/// <summary>What the public shall see of one village's inspection.</summary>
/// <param name="Findings">none when nothing was found, which is published too</param>
public sealed record InspectionResult(
    InspectionId Inspection, VillageCode Village, Text VillageName, Text Town, Month From, Month To, IReadOnlyList<Finding> Findings)
{
    public ContentHash Hash => ContentHash.Over(CanonicalJson.Of(this));
}
