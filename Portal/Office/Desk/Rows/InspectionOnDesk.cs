using Transparency.Contracts;
using Transparency.Contracts.Escrow.Inspections;

namespace Transparency.Portal.Office.Desk;

/// <summary>Where an inspection stands, for the office's lists; private.</summary>
/// <param name="State">name of the state</param>
/// <param name="Villages">codes of those that were drawn</param>
public sealed record InspectionOnDesk(string Id, string Number, Text Title, int Count, string State, IReadOnlyList<string> Villages, DateTimeOffset Since)
{
    public bool Ended => State is "Closed" or "Cancelled";

    public static InspectionOnDesk? Next(InspectionOnDesk? now, string id, object e) => (now, e) switch
    {
        (null, InspectionPlanned x) => new(id, x.Plan.Id.Value, x.Plan.Title, x.Plan.Count, "Planned", [], x.By.At),
        (null, _) => null,
        (_, InspectionNumberCalled x) => now with { State = "Called", Since = x.By.At },
        (_, InspectionVillagesDrawn x) => now with { State = "Drawn", Villages = [.. x.Draw.Places.Take(now.Count).Select(p => p.Village.Value)], Since = x.By.At },
        (_, InspectionClosed x) => now with { State = "Closed", Since = x.By.At },
        (_, InspectionCancelled x) => now with { State = "Cancelled", Since = x.By.At },
        (_, InspectionEvent x) => now with { Since = x.By.At },
        _ => now,
    };
}
