using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Coal;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;
using static Transparency.Contracts.Tenders.TenderCommand;
using static Transparency.Portal.Cases.Acts.FormField;
using static Transparency.Portal.Cases.Acts.InputKind;

namespace Transparency.Portal.Cases.Tenders;

using LoadedTender = Loaded<Tender, TenderCommand, TenderEvent>;

/// <summary>The acts on one tender and its offers, from the plan to the last payment.</summary>
internal static class TenderActs
{
    private static readonly ActsOn<TenderId, Tender, TenderCommand, TenderEvent> OnTender =
        new(TenderId.Parse, text => Refusal.Mend(null, "tender.id", text), StreamKey.Of, TenderDecider.Law);

    /// <summary>Acts that take all offers: none can be entered while they run.</summary>
    private static readonly ActsOn<TenderId, Tender, TenderCommand, TenderEvent> OnAllOffers =
        OnTender with { LockAsync = (entry, id) => entry.LockAsync(StreamKey.Of(id), shared: false) };

    private static readonly FormField OfLot = new("lot", Choice);

    private static readonly FormField Note = Said("note", Lines) with { Optional = true };

    private static readonly IReadOnlyList<FormField> Content =
    [
        Said("title"), Said("what", Lines), new("matter", Choice), new("method", Choice, Named<TenderMethod>("office.method")),
        new("estimate", Money), new("ceiling", Money) { Optional = true },
        new("lots", Rows, null, new("number", Ordinal), Said("lot_title"), Said("lot_quantity"), new("lot_estimate", Money),
            new("lot_tonnes", Figure) { Optional = true }, new("lot_min_calorific", Figure) { Optional = true }),
        new("work") { Optional = true, Longest = 60 },
    ];

    /// <summary>
    /// 立项: entered in the office; public by the approval of a declaration that carries it, or by another's signature.
    /// </summary>
    public static readonly Act PlanTender = OnTender.Whole("plan-tender", PlanAsync, Content);

    /// <summary>Changes the plan while it is not public; fields that are not given keep what stands.</summary>
    public static readonly Act ReplanTender = OnTender.Whole("replan-tender",
        (a, id, file) => Task.FromResult(Replanned(a, id, file)), Content);

    /// <summary>The routine route: another person signs the plan, and it is public. Pinned by the hash where one is given.</summary>
    public static readonly Act SignTenderPlan = OnTender.Act("sign-plan", (a, _) =>
        new SignPlan(a.Fields.Has("hash") ? a.Fields.Hash() : null, a.By, a.At));

    /// <summary>招标公告: until when, where, how known and by which rules.</summary>
    public static readonly Act AnnounceTender = OnTender.Act("announce-tender", (a, _) =>
        new Announce(DeadlineOf(a.Fields), a.Fields.Text("place"), a.Fields.Text("channels"), a.Fields.Text("rules"), a.By, a.At),
        new("deadline", Moment), Said("place"), Said("channels", Lines), Said("rules", Lines));

    /// <summary>澄清: a question and its answer, to all alike.</summary>
    public static readonly Act ClarifyTender = OnTender.Act("clarify-tender", (a, _) =>
        new Clarify(a.Fields.Text("question"), a.Fields.Text("answer"), a.By, a.At),
        Said("question", Lines), Said("answer", Lines));

    /// <summary>变更公告: what changes, with more time where it is needed.</summary>
    public static readonly Act AmendTender = OnTender.Act("amend-tender", (a, _) =>
        new Amend(a.Fields.Text("what"), a.Fields.Optional("deadline", "moment", Fields.Moment), a.By, a.At),
        Said("what", Lines), new("deadline", Moment) { Optional = true });

    /// <summary>
    /// One offer, entered when the time for offers is over. Many may be entered at once, but none while the tender is being opened.
    /// Each is a stream of its own, numbered as it is entered.
    /// </summary>
    public static readonly Act EnterBid = new("enter-bid", EnterBidAsync,
        OfLot, new("bidder_kind", Choice, PartyKinds), Said("bidder"), new("credit_code") { Optional = true, Longest = 18 },
        new("price", Money), new("received", Moment), Note)
    {
        // Where coal is bought.
        Sometimes =
        [
            new("calorific", Figure), new("sulphur", Figure), new("ash", Figure), new("volatile", Figure), new("moisture", Figure),
            Said("size"), Said("origin"),
        ],
    };

    /// <summary>开标: takes every offer that was entered; from here on they are public.</summary>
    public static readonly Act OpenTender = OnAllOffers.Act("open-tender", async (a, id) =>
        new Open(await OffersAsync(a, id), a.Fields.Text("place"), a.Fields.Required("attended", "count", Fields.Count), a.By, a.At),
        new("attended", Count), Said("place"));

    /// <summary>评标: a rank or a reason for every opened offer, with bidders named as they were entered.</summary>
    public static readonly Act EvaluateTender = OnTender.Whole("evaluate-tender", EvaluateAsync,
        new("ranking", Rows, null,
            new("lot", Given), new("bidder", Given), new("verdict", Choice), Said("reason") with { Optional = true }),
        Note);

    /// <summary>中标候选人公示: the first three of each lot, for the days of the rule.</summary>
    public static readonly Act PublishTenderCandidates = OnTender.Act("publish-candidates", (a, _) => new PublishCandidates(a.By, a.At));

    /// <summary>
    /// 定标 by another person than who evaluated: the first in rank of every lot, or whom <c>winners</c> names, and why.
    /// </summary>
    public static readonly Act AwardTender = OnTender.Whole("award-tender", AwardAsync,
        new FormField("winners", Rows, null,
            new("lot", Choice), new("bidder", Choice), new("because", Choice, Named<PassedOver>("office.passed"))) { Optional = true },
        Reason with { Optional = true });

    /// <summary>重新定标 for one lot whose winner dropped out before signing: the next in order, or none.</summary>
    public static readonly Act ReawardLot = OnTender.Act("reaward-lot", (a, _) => new Reaward(
            LotOf(a.Fields), a.Fields.Required("because", "because", Fields.Choice<PassedOver>), a.Fields.Flag("successor"),
            a.Fields.Text("reason"), a.By, a.At),
        new("lot", Choice), new("because", Choice, Named<PassedOver>("office.passed")), new("successor", Choice, YesNo), Reason)
        with { IsDangerous = true };

    /// <summary>
    /// 签订合同 for one lot, at the sum of the award, with the advance that it grants. Where the agreement is registered, its sum is
    /// the same.
    /// </summary>
    public static readonly Act SignLotContract = OnTender.Whole("sign-contract", SignContractAsync,
        OfLot, new("total", Money), new("advance", Money) { Optional = true }, new("date", Day),
        new("agreement") { Optional = true, Longest = 20 });

    /// <summary>
    /// 合同变更: the new sum of a lot, and why; beyond the limit with the declaration that carries it. Another person signs it.
    /// </summary>
    public static readonly Act ChangeLotContract = OnTender.Whole("change-contract", ChangeContractAsync,
        OfLot, new("total", Money), Reason, new("declaration") { Optional = true, Longest = 20 }) with { IsDangerous = true };

    /// <summary>不再变更: by who proposed it, or instead of a signature.</summary>
    public static readonly Act DropLotChange = OnTender.Act("drop-change", (a, _) =>
        new DropChange(LotOf(a.Fields), a.By, a.At), OfLot) with { IsDangerous = true };

    /// <summary>变更签批, by another person than who proposed it: from here on it is public, in an edition of its own.</summary>
    public static readonly Act SignLotChange = OnTender.Act("sign-change", (a, _) => new SignChange(LotOf(a.Fields), a.By, a.At), OfLot);

    /// <summary>验收 of works, goods or services, by another person than who signed; of a part, with what that is worth.</summary>
    public static readonly Act AcceptWorks = OnTender.Act("accept-works", (a, _) =>
        new Accept(
            LotOf(a.Fields), DayOf(a.Fields), a.Fields.Text("result"), a.Fields.Optional("part", "yuan", Yuan.Parse), a.By, a.At),
        OfLot, new("date", Day), Said("result", Lines), new("part", Money) { Optional = true });

    /// <summary>
    /// 到货: what arrived for one lot of coal, weighed and measured; public by the act. Every lot has a stream of its own.
    /// </summary>
    public static readonly Act RecordDelivery = new("record-delivery", RecordDeliveryAsync,
        OfLot, new("date", Day), new("tonnes", Figure), new("calorific", Figure), new("accepted", Choice, YesNo), Note)
    {
        Leaves = (subject, fields) => TenderId.Parse(subject) is { } id && Fields.Count(fields.GetValueOrDefault("lot", "")) is { } lot
            ? StreamKey.Delivery(id, lot) : null,
    };

    /// <summary>办结, when every lot is accepted and paid.</summary>
    public static readonly Act CloseTender = OnTender.Act("close-tender", (a, _) => new Close(a.By, a.At));

    /// <summary>流标, with its reason and the new call where there is one.</summary>
    public static readonly Act FailTender = OnAllOffers.Act("fail-tender", async (a, id) =>
        new Fail(a.Fields.Text("reason"), await OffersAsync(a, id), a.Fields.Optional("next", "tender-number", TenderId.Parse), a.By, a.At),
        Reason, new("next") { Optional = true, Longest = 20 }) with { IsDangerous = true };

    /// <summary>终止, with its reason.</summary>
    public static readonly Act CancelTender = OnTender.Act("cancel-tender", (a, _) =>
        new Cancel(a.Fields.Text("reason"), a.By, a.At), Reason) with { IsDangerous = true };

    public static readonly IReadOnlyList<Act> All =
    [
        PlanTender, ReplanTender, SignTenderPlan, AnnounceTender, ClarifyTender, AmendTender, EnterBid, OpenTender,
        EvaluateTender, PublishTenderCandidates, AwardTender, ReawardLot,
        SignLotContract, ChangeLotContract, DropLotChange, SignLotChange, AcceptWorks,
        RecordDelivery, CloseTender, FailTender, CancelTender,
    ];

    private static async Task<Refusal?> PlanAsync(Doing a, TenderId id, LoadedTender file)
    {
        var content = TenderTables.Content(a.Fields, id, null);
        return a.Fields.Fault ?? await PublicNumber.TakenAsync(a.Entry, id) ?? a.Decide(file, new Plan(id, content, a.By, a.At));
    }

    private static Refusal? Replanned(Doing a, TenderId id, LoadedTender file) =>
        file.State is not Tender.Known { File.Content: var now } ? Refusal.NotNow("tender.unknown")
        : a.Stale(file.Version) ?? a.Decide(file, new Replan(TenderTables.Content(a.Fields, id, now), a.By, a.At));

    private static async Task<Refusal?> EnterBidAsync(Doing a)
    {
        if (TenderId.Parse(a.Subject) is not { } id) return Refusal.Mend(null, "tender.id", a.Subject);
        var offer = TenderTables.Offer(a.Fields);
        if (a.Fields.Fault is { } no) return no;
        await a.Entry.LockAsync(StreamKey.Of(id), shared: true);
        var tender = await a.Entry.LoadAsync(StreamKey.Of(id), TenderDecider.Law);
        var known = await BidInOffice.OfAsync(a.Entry, id);
        if (await BidInOffice.SameAsync(known, offer, a.Entry) is not null) return Refusal.Twice("bid.known-already").At("bidder");
        return await offer.EnterAsync(a.Entry, tender.State, id, known.Count, a.By, a.At);
    }

    private static async Task<Refusal?> EvaluateAsync(Doing a, TenderId id, LoadedTender file)
    {
        var (ranking, note) = (a.Fields.Rows("ranking", TenderTables.Ranking), a.Fields.Text("note"));
        if ((a.Fields.Fault ?? a.Stale(file.Version)) is { } no) return no;
        var bids = await BidInOffice.OfAsync(a.Entry, id);
        var verdicts = new List<BidVerdict>();
        foreach (var row in ranking)
        {
            if (await BidInOffice.FindAsync(bids, row.Lot, row.Bidder, a.Entry) is not { } bid)
                return Refusal.Mend("ranking", "bid.unknown", row.Lot, row.Bidder);
            verdicts.Add(new(bid, row.Rank, row.Rejected, row.Reason));
        }
        return a.Decide(file, new Evaluate(verdicts, note, a.By, a.At));
    }

    private static async Task<Refusal?> AwardAsync(Doing a, TenderId id, LoadedTender file)
    {
        var (winners, reason) = (a.Fields.Rows("winners", TenderTables.Winners), a.Fields.Text("reason"));
        if ((a.Fields.Fault ?? a.Stale(file.Version)) is { } no) return no;
        var bids = winners.Count == 0 ? [] : await BidInOffice.OfAsync(a.Entry, id);
        var instead = new List<(int, BidId, PassedOver)>();
        foreach (var row in winners)
        {
            if (await BidInOffice.FindAsync(bids, row.Lot, row.Bidder, a.Entry) is not { } bid)
                return Refusal.Mend("winners", "bid.unknown", row.Lot, row.Bidder);
            instead.Add((row.Lot, bid, row.Because));
        }
        return a.Decide(file, new Award(instead, reason, a.By, a.At));
    }

    private static async Task<Refusal?> SignContractAsync(Doing a, TenderId id, LoadedTender file)
    {
        var (lot, agreement) = (LotOf(a.Fields), a.Fields.Optional("agreement", "agreement-id", AgreementId.Parse));
        var (on, total) = (DayOf(a.Fields), YuanOf(a.Fields, "total"));
        var advance = a.Fields.Optional("advance", "yuan", Yuan.Parse) ?? Yuan.Zero;
        if ((a.Fields.Fault ?? a.Stale(file.Version)) is { } no) return no;
        if (a.Decide(file, new SignContract(lot, agreement, total, advance, on, a.By, a.At)) is { } refused) return refused;
        if (agreement is not { } known) return null;
        var contract = await a.Entry.LoadAsync(StreamKey.Of(known), AgreementDecider.Law);
        return a.Entry.Decide(contract, new AgreementCommand.Bind(id, lot, total, a.By, a.At))?.At("agreement");
    }

    private static async Task<Refusal?> ChangeContractAsync(Doing a, TenderId id, LoadedTender file)
    {
        var (lot, total, reason) = (LotOf(a.Fields), YuanOf(a.Fields, "total"), a.Fields.Text("reason"));
        var named = a.Fields.Optional("declaration", "declaration-key", DeclarationsByNumber.Read);
        if ((a.Fields.Fault ?? a.Stale(file.Version)) is { } no) return no;
        var declaration = named is { } number ? await DeclarationsByNumber.FindAsync(a.Entry, number) : null;
        if (named is not null && declaration is null)
            return Refusal.Mend("declaration", "tender.declared-unknown", a.Fields.Line("declaration"));
        return a.Decide(file, new ChangeContract(lot, total, reason, declaration, a.By, a.At));
    }

    private static async Task<Refusal?> RecordDeliveryAsync(Doing a)
    {
        if (TenderId.Parse(a.Subject) is not { } id) return Refusal.Mend(null, "tender.id", a.Subject);
        var (lot, on, note) = (LotOf(a.Fields), DayOf(a.Fields), a.Fields.Text("note"));
        var (tonnes, heat, accepted) = (FigureOf(a.Fields, "tonnes"), FigureOf(a.Fields, "calorific"), a.Fields.Flag("accepted"));
        if (a.Fields.Fault is { } no) return no;
        var tender = await a.Entry.LoadAsync(StreamKey.Of(id), TenderDecider.Law);
        var file = await a.Entry.LoadAsync(StreamKey.Delivery(id, lot), DeliveryDecider.Law);
        return a.Entry.Decide(file, new DeliverCoal(tender.State, lot, on, tonnes, heat, accepted, note, a.By, a.At));
    }

    private static async Task<IReadOnlyList<BidEntered>> OffersAsync(Doing a, TenderId id) =>
        [.. (await BidInOffice.OfAsync(a.Entry, id)).Select(b => b.Offer)];

    private static int LotOf(Fields f) => f.Required("lot", "count", Fields.Count);

    private static DateOnly DayOf(Fields f) => f.Required("date", "day", Fields.Day);

    private static DateTimeOffset DeadlineOf(Fields f) => f.Required("deadline", "moment", Fields.Moment);

    private static Yuan YuanOf(Fields f, string name) => f.Required(name, "yuan", Yuan.Parse);

    private static decimal FigureOf(Fields f, string name) => f.Required(name, "figure", Fields.Figure);
}
