using Transparency.Contracts;
using Transparency.Contracts.Coal;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Cases.Pages;

namespace Transparency.Portal.Cases.Tenders;

/// <summary>The acts on what was awarded: each is offered for the lots for which the law would take it.</summary>
internal static class TenderLots
{
    public static IEnumerable<OfferedAct?> Of(CaseReader r, Told<Tender> tender, int deliveries)
    {
        if (tender.State is not Tender.Awarded { Lots: var lots } state) yield break;
        OfferedAct? PerLot(string act, long version, Func<AwardedLot, Refusal?> answer) =>
            lots.Where(l => answer(l) is null).Select(l => l.Lot).ToList() is { Count: > 0 } open
                ? new(ActTable.All[act], version) { Choices = new Dictionary<string, IReadOnlyList<Option>> { ["lot"] = TenderActs.Lots(r, state, open), ["village"] = Villages(r) }, Filled = act == "sign-contract" && open.Count == 1 ? new Dictionary<string, string> { ["total"] = lots.First(l => l.Lot == open[0]).Total.ToString() } : new Dictionary<string, string>() }
                : null;
        OfferedAct? Ask(string act, Func<AwardedLot, TenderCommand> command) => PerLot(act, tender.Version, l => Asked.Answer(r.Rules, TenderDecider.Law, tender.State, command(l)));
        var today = r.Here.Today;
        yield return Ask("sign-contract", l => new TenderCommand.SignContract(l.Lot, null, l.Total, today, r.Officer, r.Now));
        yield return PerLot("record-delivery", deliveries, l => Asked.Answer(r.Rules, DeliveryDecider.Law, Deliveries.None, new DeliverCoal(state, l.Lot, today, 1, state.File.Lot(l.Lot)?.Coal?.MinCalorific ?? 1, true, Asked.Sound, r.Officer, r.Now)));
        yield return Ask("accept-works", l => new TenderCommand.Accept(l.Lot, today, Asked.Sound, r.Officer, r.Now));
        yield return Ask("record-payment", l => new TenderCommand.Pay(l.Lot, new(1), today, "…", null, null, r.Officer, r.Now));
        yield return Ask("change-contract", l => new TenderCommand.ChangeContract(l.Lot, (l.Contract?.Total ?? Yuan.Zero) + new Yuan(1), Asked.Sound, r.Officer, r.Now));
    }

    private static List<Option> Villages(CaseReader r) => [.. r.Rules.Villages.Values.OrderBy(v => v.Code.Value, StringComparer.Ordinal).Select(v => new Option(v.Code.Value, v.Name.In(r.Here.Language)))];
}
