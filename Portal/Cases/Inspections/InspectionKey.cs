using Transparency.Contracts;

namespace Transparency.Portal.Cases.Inspections;

/// <summary>What an act on an inspection is about: <c>2026-2</c>, or one drawn village of it, <c>2026-2/09</c>.</summary>
public readonly record struct InspectionKey(InspectionId Id, VillageCode? Village)
{
    /// <summary>Null unless the text has one of the two forms.</summary>
    public static InspectionKey? Parse(string text) => text.Split('/') switch
    {
        [var id] when InspectionId.Parse(id) is { } whole => new(whole, null),
        [var id, var village] when InspectionId.Parse(id) is { } whole && VillageCode.Parse(village) is { } code => new(whole, code),
        _ => null,
    };

    public override string ToString() => Village is { } village ? $"{Id}/{village}" : Id.Value;
}
