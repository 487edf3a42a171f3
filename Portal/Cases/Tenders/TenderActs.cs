using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Coal;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Pages;
using static Transparency.Contracts.Tenders.TenderCommand;
using Options = System.Collections.Generic.Dictionary<string, System.Collections.Generic.IReadOnlyList<Transparency.Portal.Cases.Pages.Option>>;

namespace Transparency.Portal.Cases.Tenders;

/// <summary>The acts on one tender.</summary>
internal static class TenderActs
{
    public static IEnumerable<OfferedAct?> Of(CaseReader r, TenderId id, Told<Tender> tender, IReadOnlyList<BidInOffice> bids, int deliveries)
    {
        OfferedAct? Ask(string act, TenderCommand command) => Asked.Of(r.Rules, TenderDecider.Law, tender.State, act, tender.Version, command);
        if (tender.State is not Tender.Known { File: var file })
        {
            yield return Plan(r, id, tender);
            yield break;
        }
        var hash = file.Edition == 0 && r.Rules.Matters.ContainsKey(file.Content.Matter) ? TenderSection.Of(id, file.Content, r.Rules).Hash : default;
        IReadOnlyList<BidEntered> offers = [.. bids.Select(b => b.Offer)];
        yield return Ask("sign-plan", new TenderCommand.SignPlan(null, r.Officer, r.Now)) is { } sign ? sign with { Hidden = new Dictionary<string, string> { ["hash"] = hash.Value ?? "" } } : null;
        yield return Ask("replan-tender", new Replan(file.Content, r.Officer, r.Now)) is { } replan ? replan with { Filled = Filled(file.Content), Choices = Matters(r, id), Hidden = KindOf(id) } : null;
        yield return Ask("announce-tender", new Announce(r.Now.AddYears(1), Asked.Sound, Asked.Sound, Asked.Sound, r.Officer, r.Now));
        yield return EnterBid(r, file, tender.State, bids.Count);
        yield return Ask("open-tender", new Open(offers, Asked.Sound, 0, r.Officer, r.Now));
        foreach (var act in Judging(r, tender, Ask)) yield return act;
        foreach (var act in TenderLots.Of(r, tender, deliveries)) yield return act;
        yield return Ask("close-tender", new Close(r.Officer, r.Now));
        yield return Ask("clarify-tender", new Clarify(Asked.Sound, Asked.Sound, r.Officer, r.Now));
        yield return Ask("amend-tender", new Amend(Asked.Sound, r.Now.AddYears(1), r.Officer, r.Now));
        yield return Ask("fail-tender", new Fail(Asked.Sound, offers, null, r.Officer, r.Now));
        yield return Ask("cancel-tender", new Cancel(Asked.Sound, r.Officer, r.Now));
    }

    private static IEnumerable<OfferedAct?> Judging(CaseReader r, Told<Tender> tender, Func<string, TenderCommand, OfferedAct?> ask)
    {
        var opened = tender.State switch { Tender.Opened s => s.Bids, Tender.Evaluated s => s.Evaluation.Bids, Tender.CandidatesPublished s => s.Evaluation.Bids, _ => [] };
        var names = opened.Select(b => new Option(b.Id.Value, b.Bidder.Zh)).ToList();
        var lots = Lots(r, (Tender.Known)tender.State, opened.Select(b => b.Lot).Distinct());
        yield return ask("evaluate-tender", new Evaluate([], Asked.Sound, r.Officer, r.Now)) is { } evaluate
            ? evaluate with
            {
                Filled = opened.Index().SelectMany(b => new[] { ($"ranking_{b.Index + 1}_lot", TenderSheets.Number(b.Item.Lot)), ($"ranking_{b.Index + 1}_bidder", b.Item.Id.Value) }).ToDictionary(x => x.Item1, x => x.Item2),
                Choices = new Options
                {
                    ["ranking.lot"] = lots,
                    ["ranking.bidder"] = [.. opened.Select(b => new Option(b.Id.Value, $"{b.Bidder.Zh} · {Publishing.Texts.Wording.ExactWithUnit(r.Here.Language, b.Price)}"))],
                    ["ranking.verdict"] = [.. Enumerable.Range(1, opened.Count).Select(n => new Option(TenderSheets.Number(n), r.Here.Say("office.tender.rank", n))), .. Enum.GetValues<RejectCode>().Select(c => new Option(Fields.NameOf(c), r.Here.Say($"office.reject.{c}")))],
                },
            }
            : null;
        yield return ask("publish-candidates", new TenderCommand.PublishCandidates(r.Officer, r.Now));
        yield return ask("award-tender", new Award([], Asked.Sound, r.Officer, r.Now)) is { } award ? award with { Choices = new Options { ["winners.lot"] = lots, ["winners.bidder"] = names } } : null;
    }

    /// <summary>Which of the matters this officer may run for whom the number names; the law is asked with the smallest sound plan of each.</summary>
    private static OfferedAct? Plan(CaseReader r, TenderId id, Told<Tender> tender) =>
        MattersOf(r, id) is { Count: > 0 } matters
            ? new(ActTable.All["plan-tender"], tender.Version) { Choices = new Options { ["matter"] = matters }, Hidden = KindOf(id) }
            : null;

    private static List<Option> MattersOf(CaseReader r, TenderId id) =>
        [.. r.Rules.Matters.Values.Where(m => r.Officer.Holds(m.Declarant, id.Village)).Where(m =>
        {
            var coal = m.Code == HeatingSeason.Matter ? new CoalLot(1, 1) : null;
            var estimate = m.Threshold ?? Yuan.Zero;
            var plan = new TenderContent(Asked.Sound, KindIn(id), id.Village, m.Code, TenderMethod.Open, Asked.Sound, estimate, null, [new(1, Asked.Sound, Asked.Sound, estimate, coal)]);
            return IsPurchase(r.Rules, m.Code) && Asked.Answer(r.Rules, TenderDecider.Law, new Tender.None(), new Plan(id, plan, r.Officer, r.Now)) is null;
        }).Select(m => new Option(m.Code, m.Name.In(r.Here.Language)))];

    /// <summary>A town that names its matters otherwise than the table that ships with the program chooses among all of them.</summary>
    private static bool IsPurchase(RuleBook rules, string matter) => Purchases.Contains(matter) || !rules.Matters.Keys.Any(Purchases.Contains);

    private static readonly HashSet<string> Purchases = ["tender-plan", "works-large", "works-small", "town-works", "purchase-quotation", "purchase-petty", HeatingSeason.Matter];

    private static Options Matters(CaseReader r, TenderId id) => new() { ["matter"] = MattersOf(r, id) };

    private static AgreementKind KindIn(TenderId id) => (AgreementKind)Math.Max(0, "WGSL".IndexOf(id.Value[8], StringComparison.Ordinal));

    private static Dictionary<string, string> KindOf(TenderId id) => new() { ["kind"] = $"{id.Value[8]}" };

    private static OfferedAct? EnterBid(CaseReader r, TenderFile file, Tender state, int known)
    {
        if (file.Content.Lots.Count == 0) return null;
        var lot = file.Content.Lots[0];
        var quality = lot.Coal is null ? null : new CoalQuality(1, 0, 0, 0, 0, Asked.Sound, Asked.Sound);
        var received = state is Tender.Announced { Notice.Deadline: var deadline } ? deadline : r.Now;
        var sound = new EnterOffer(state, new("0"), lot.Number, new(PartyKind.Organisation, PublicName.Of(PartyKind.Organisation, "…", null), null), null, new(1), quality, received, Asked.Sound, r.Officer, r.Now);
        return Asked.Of(r.Rules, BidDecider.Law, new Bid.None(), "enter-bid", known, sound) is { } enter
            ? enter with { Choices = new Options { ["lot"] = Lots(r, (Tender.Known)state, file.Content.Lots.Select(l => l.Number)) }, AsksForMore = lot.Coal is not null }
            : null;
    }

    internal static List<Option> Lots(CaseReader r, Tender.Known state, IEnumerable<int> numbers) =>
        [.. numbers.Select(n => new Option(TenderSheets.Number(n), $"{n} · {state.File.Lot(n)?.Title.In(r.Here.Language)}"))];

    private static Dictionary<string, string> Filled(TenderContent c)
    {
        var filled = new Dictionary<string, string>
        {
            ["title"] = c.Title.Zh, ["title_en"] = c.Title.En ?? "", ["what"] = c.What.Zh, ["what_en"] = c.What.En ?? "", ["matter"] = c.Matter, ["method"] = Fields.NameOf(c.Method),
            ["estimate"] = c.Estimate.ToString(), ["ceiling"] = c.Ceiling?.ToString() ?? "", ["work"] = c.Work?.Value ?? "",
        };
        foreach (var (i, l) in c.Lots.Index())
        {
            void Put(string column, string? value) => filled[$"lots_{i + 1}_{column}"] = value ?? "";
            Put("lot_title", l.Title.Zh);
            Put("lot_title_en", l.Title.En);
            Put("lot_quantity", l.Quantity.Zh);
            Put("lot_quantity_en", l.Quantity.En);
            Put("lot_estimate", l.Estimate.ToString());
            Put("lot_tonnes", l.Coal?.Tonnes.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Put("lot_min_calorific", l.Coal?.MinCalorific.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
        return filled;
    }
}
