namespace Transparency.Contracts.Deliberations;

/// <summary>
/// What the public shall see of a village decision on a routine matter. It stands by itself from the day on which another person than who
/// recorded it says that it was posted in the village (Organic Law of Villagers' Committees, art. 35); a decision on a major matter
/// stands with its declaration.
/// </summary>
/// <param name="Law">the law or local rule behind the matter's row</param>
/// <param name="What">what was voted on, word for word</param>
public sealed record DecisionSection(
    VillageCode Village, Text VillageName, Text Town, Text Title, string Matter, Text MatterName, string Law, Text What,
    VillageDecision Decision)
{
    public ContentHash Hash => ContentHash.Over(CanonicalJson.Of(this));
}
