using Transparency.Contracts;
using Transparency.Contracts.Escrow.Inspections;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Inspections;

/// <summary>
/// 检查计划. Fields: <c>title</c>, <c>from</c> and <c>to</c> (months), <c>villages</c> (that may be drawn, parted by spaces; none for all), <c>count</c>, <c>team</c>, <c>first</c> and <c>last</c> (days),
/// <c>half</c> (the town's half of the seed). Of the half only its hash goes on: it is kept by the planner, and nowhere here.
/// </summary>
public static class PlanInspection
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        var half = fields.Line("half");
        if (!DrawRecipe.IsHalf(half)) fields.Refuse("half", "", "half");
        var codes = fields.Line("villages").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (codes.FirstOrDefault(w => VillageCode.Parse(w) is null) is { } wrong) fields.Refuse("villages", wrong, "village");
        var words = new PlanWords(
            fields.Text("title"), fields.Required("from", "month", Month.Parse), fields.Required("to", "month", Month.Parse), [.. codes.Select(VillageCode.Of)], fields.Required("count", "count", Fields.Count),
            fields.Text("team"), fields.Required("first", "day", Fields.Day), fields.Required("last", "day", Fields.Day), DrawRecipe.Commitment(half));
        return WriteInspection.WholeAsync(ledger, r, fields, async (entry, id) => new InspectionCommand.Plan(id, words, await BeforeAsync(entry, id), r.By, r.At), ct);
    }

    private static async Task<Inspection> BeforeAsync(Entry entry, InspectionId id) =>
        id.Ordinal == 1 ? new Inspection.None() : (await entry.LoadAsync(StreamKey.Of(InspectionId.Of(id.Year, id.Ordinal - 1)), InspectionDecider.Law)).State;
}
