using System.Globalization;
using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Coal;
using Transparency.Contracts.Tenders;
using Transparency.Contracts.Town;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Pages;
using Transparency.Publishing.Texts;
using static Transparency.Contracts.Tenders.TenderCommand;

namespace Transparency.Portal.Cases.Tenders;

/// <summary>Which acts one tender's page offers to one officer; the law is asked with a sound command of each.</summary>
/// <param name="deliveries">how many were recorded</param>
internal sealed class TenderOffers(CaseReader r, TenderId id, Told<Tender> tender, IReadOnlyList<BidInOffice> bids, int deliveries)
{
    private static readonly HashSet<string> Purchases =
        ["tender-plan", "works-large", "works-small", "town-works", "purchase-quotation", "purchase-petty", HeatingSeason.Matter];

    /// <summary>In the order of the page.</summary>
    public IEnumerable<OfferedAct?> All()
    {
        if (tender.State is not Tender.Known known) return [Plan()];
        IReadOnlyList<BidEntered> offers = [.. bids.Select(b => b.Offer)];
        return
        [
            .. Planning(known.File),
            EnterBid(known),
            Ask(TenderActs.OpenTender, new Open(offers, Asked.Sound, 0, r.Officer, r.Now)),
            .. Judging(known),
            .. known is Tender.Awarded awarded ? Performing(awarded) : [],
            Ask(TenderActs.CloseTender, new Close(r.Officer, r.Now)),
            Ask(TenderActs.ClarifyTender, new Clarify(Asked.Sound, Asked.Sound, r.Officer, r.Now)),
            Ask(TenderActs.AmendTender, new Amend(Asked.Sound, r.Now.AddYears(1), r.Officer, r.Now)),
            Ask(TenderActs.FailTender, new Fail(Asked.Sound, offers, null, r.Officer, r.Now)),
            Ask(TenderActs.CancelTender, new Cancel(Asked.Sound, r.Officer, r.Now)),
        ];
    }

    /// <summary>For the matters that this officer may run for whom the number names, each asked with its smallest sound plan.</summary>
    private OfferedAct? Plan() =>
        Matters() is { Count: > 0 } matters
            ? new OfferedAct(TenderActs.PlanTender, tender.Version) { Hidden = KindHidden() }.With("matter", matters)
            : null;

    private IEnumerable<OfferedAct?> Planning(TenderFile file)
    {
        var isShown = file.Edition == 0 && r.Rules.Matters.ContainsKey(file.Content.Matter);
        var hash = isShown ? TenderSection.Of(id, file.Content, r.Rules).Hash.Value : "";
        if (Ask(TenderActs.SignTenderPlan, new SignPlan(null, r.Officer, r.Now)) is { } sign)
            yield return sign with { Hidden = new Dictionary<string, string> { ["hash"] = hash } };
        if (Ask(TenderActs.ReplanTender, new Replan(file.Content, r.Officer, r.Now)) is { } replan)
            yield return (replan with { Filled = Filled(file.Content), Hidden = KindHidden() }).With("matter", Matters());
        yield return Ask(TenderActs.AnnounceTender,
            new Announce(r.Now.AddYears(1), Asked.Sound, Asked.Sound, Asked.Sound, r.Officer, r.Now));
    }

    private OfferedAct? EnterBid(Tender.Known known)
    {
        if (known.File.Content.Lots is not [var lot, ..] lots) return null;
        var bidder = new Party(PartyKind.Organisation, PublicName.Of(PartyKind.Organisation, "…", null), null);
        var quality = lot.Coal is null ? null : new CoalQuality(1, 0, 0, 0, 0, Asked.Sound, Asked.Sound);
        var received = known is Tender.Announced { Notice.Deadline: var deadline } ? deadline : r.Now;
        var sound = new EnterOffer(known, new("0"), lot.Number, bidder, null, new(1), quality, received, Asked.Sound, r.Officer, r.Now);
        return Asked.Of(r.Rules, BidDecider.Law, new Bid.None(), TenderActs.EnterBid, bids.Count, sound) is { } enter
            ? (enter with { AsksForMore = lot.Coal is not null }).With("lot", OfLots(known, lots.Select(l => l.Number)))
            : null;
    }

    private IEnumerable<OfferedAct?> Judging(Tender.Known known)
    {
        var opened = known switch
        {
            Tender.Opened s => s.Bids,
            Tender.Evaluated s => s.Evaluation.Bids,
            Tender.CandidatesPublished s => s.Evaluation.Bids,
            _ => [],
        };
        var lots = OfLots(known, opened.Select(b => b.Lot).Distinct());
        if (Ask(TenderActs.EvaluateTender, new Evaluate([], Asked.Sound, r.Officer, r.Now)) is { } evaluate)
        {
            var priced = opened.Select(b => new Option(b.Id.Value, $"{b.Bidder.Zh} · {Wording.ExactWithUnit(r.Here.Language, b.Price)}"));
            yield return (evaluate with { Filled = ToRank(opened) })
                .With("ranking.lot", lots).With("ranking.bidder", [.. priced]).With("ranking.verdict", Verdicts(opened.Count));
        }
        yield return Ask(TenderActs.PublishTenderCandidates, new PublishCandidates(r.Officer, r.Now));
        yield return Ask(TenderActs.AwardTender, new Award([], Asked.Sound, r.Officer, r.Now))?
            .With("winners.lot", lots).With("winners.bidder", [.. opened.Select(b => new Option(b.Id.Value, b.Bidder.Zh))]);
    }

    /// <summary>Each is offered for the lots for which the law would take it.</summary>
    private IEnumerable<OfferedAct?> Performing(Tender.Awarded awarded)
    {
        OfferedAct? AskPerLot(Act act, Func<AwardedLot, TenderCommand> command) => PerLot(awarded, act, tender.Version, lot =>
            Asked.Answer(r.Rules, TenderDecider.Law, awarded, command(lot)));
        var today = r.Here.Today;
        yield return AskPerLot(TenderActs.SignLotContract, lot =>
            new SignContract(lot.Lot, null, lot.Total, Yuan.Zero, today, r.Officer, r.Now));
        yield return AskPerLot(TenderActs.ReawardLot, lot =>
            new Reaward(lot.Lot, PassedOver.GaveUp, false, Asked.Sound, r.Officer, r.Now));
        yield return PerLot(awarded, TenderActs.RecordDelivery, deliveries, lot =>
        {
            var least = awarded.File.Lot(lot.Lot)?.Coal?.MinCalorific ?? 1;
            var sound = new DeliverCoal(awarded, lot.Lot, today, 1, least, true, Asked.Sound, r.Officer, r.Now);
            return Asked.Answer(r.Rules, DeliveryDecider.Law, Deliveries.None, sound);
        });
        yield return AskPerLot(TenderActs.AcceptWorks, lot => new Accept(lot.Lot, today, Asked.Sound, null, r.Officer, r.Now));
        yield return AskPerLot(TenderActs.SignLotChange, lot => new SignChange(lot.Lot, r.Officer, r.Now));
        yield return AskPerLot(TenderActs.DropLotChange, lot => new DropChange(lot.Lot, r.Officer, r.Now));
        yield return AskPerLot(TenderActs.ChangeLotContract, lot =>
            new ChangeContract(lot.Lot, (lot.Contract?.Total ?? Yuan.Zero) + new Yuan(1), Asked.Sound, null, r.Officer, r.Now));
    }

    private OfferedAct? PerLot(Tender.Awarded awarded, Act act, long version, Func<AwardedLot, Refusal?> answer)
    {
        var lots = awarded.Lots.Where(lot => answer(lot) is null).ToList();
        if (lots.Count == 0) return null;
        var offered = new OfferedAct(act, version).With("lot", OfLots(awarded, lots.Select(l => l.Lot)));
        return act == TenderActs.SignLotContract && lots is [var only]
            ? offered with { Filled = new Dictionary<string, string> { ["total"] = only.Total.ToString() } }
            : offered;
    }

    private OfferedAct? Ask(Act act, TenderCommand command) =>
        Asked.Of(r.Rules, TenderDecider.Law, tender.State, act, tender.Version, command);

    private List<Option> Matters() =>
        [.. r.Rules.Matters.Values.Where(MayPlan).Select(m => new Option(m.Code, m.Name.In(r.Here.Language)))];

    private bool MayPlan(Matter matter)
    {
        if (!r.Officer.Holds(matter.Declarant, id.Village) || !IsPurchase(matter.Code)) return false;
        var estimate = matter.Threshold ?? Yuan.Zero;
        var lot = new Lot(1, Asked.Sound, Asked.Sound, estimate, matter.Code == HeatingSeason.Matter ? new CoalLot(1, 1) : null);
        var plan = new TenderContent(Asked.Sound, Kind, id.Village, matter.Code, TenderMethod.Open, Asked.Sound, estimate, null, [lot]);
        return Asked.Answer(r.Rules, TenderDecider.Law, new Tender.None(), new Plan(id, plan, r.Officer, r.Now)) is null;
    }

    /// <summary>A town that names its matters otherwise than the table that ships with the program chooses among all of them.</summary>
    private bool IsPurchase(string matter) => Purchases.Contains(matter) || !r.Rules.Matters.Keys.Any(Purchases.Contains);

    /// <summary>As the letter of the number says it.</summary>
    private AgreementKind Kind => Fields.Kind($"{id.Value[8]}") ?? AgreementKind.Works;

    private Dictionary<string, string> KindHidden() => new() { ["kind"] = $"{id.Value[8]}" };

    private List<Option> OfLots(Tender.Known known, IEnumerable<int> numbers) =>
        [.. numbers.Select(n => new Option(Number(n), $"{n} · {known.File.Lot(n)?.Title.In(r.Here.Language)}"))];

    private List<Option> Verdicts(int offers) =>
    [
        .. Enumerable.Range(1, offers).Select(n => new Option(Number(n), r.Here.Say("office.tender.rank", n))),
        .. Enum.GetValues<RejectCode>().Select(c => new Option(Fields.NameOf(c), r.Here.Say($"office.reject.{c}"))),
    ];

    private static Dictionary<string, string> ToRank(IReadOnlyList<OpenedBid> opened)
    {
        var filled = new Dictionary<string, string>();
        foreach (var (i, bid) in opened.Index())
        {
            filled[$"ranking_{i + 1}_lot"] = Number(bid.Lot);
            filled[$"ranking_{i + 1}_bidder"] = bid.Id.Value;
        }
        return filled;
    }

    private static Dictionary<string, string> Filled(TenderContent c)
    {
        var filled = new Dictionary<string, string>
        {
            ["title"] = c.Title.Zh, ["title_en"] = c.Title.En ?? "", ["what"] = c.What.Zh, ["what_en"] = c.What.En ?? "",
            ["matter"] = c.Matter, ["method"] = Fields.NameOf(c.Method),
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
            Put("lot_tonnes", l.Coal?.Tonnes.ToString(CultureInfo.InvariantCulture));
            Put("lot_min_calorific", l.Coal?.MinCalorific.ToString(CultureInfo.InvariantCulture));
        }
        return filled;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
