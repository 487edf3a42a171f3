namespace Transparency.Contracts.Town;

/// <summary>The town's own names and contacts, from <c>town.csv</c>.</summary>
/// <param name="NumberPrefix">stands before 〔2026〕12号: 央政公示</param>
/// <param name="Contact">whom to ask: office, room, telephone, hours</param>
/// <param name="Demonstration">true when every page must say that its data is invented</param>
public sealed record TownSettings(Text Name, Text Government, string NumberPrefix, Text Contact, Text About, bool Demonstration);
