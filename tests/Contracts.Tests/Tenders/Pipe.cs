using Transparency.Contracts.Agreements;
using Transparency.Contracts.Coal;
using Transparency.Contracts.Escrow.Payments;
using Transparency.Contracts.Tenders;
using Transparency.Samples;
using static Transparency.Contracts.Tenders.TenderCommand;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Contracts.Tests.Tenders;

using Life = Scenario<Tender, TenderCommand, TenderEvent>;

/// <summary>A water pipe for Jiajiahewu, by open tender, at every station of its life.</summary>
internal static class Pipe
{
    public static readonly TenderId Id = new("04-2026-W-0007");

    public static readonly TenderContent Content = new(
        new("贾家河坞村供水管线", "A water pipe for Jiajiahewu"), AgreementKind.Works, SampleRules.Jiajiahewu, "tender-plan", TenderMethod.Open,
        new("铺 2,000 米供水管"), new(25_000_000), new Yuan(26_000_000), [new(1, new("管线施工"), new("2,000 米"), new(25_000_000))]);

    /// <summary>The same by the routine route: a repair for less, by quotations.</summary>
    public static readonly TenderContent Small = Content with
    {
        Matter = "purchase-quotation", Method = TenderMethod.Quotation, Estimate = new(3_000_000), Ceiling = null, Lots = [new(1, new("管线维修"), new("1 项"), new(3_000_000))],
    };

    public static readonly TenderSection Section = TenderSection.Of(Id, Content, SampleRules.Book);

    public static readonly DateTimeOffset Deadline = Shanghai.At(new(2026, 9, 15), new(10, 0));
    public static readonly DateTimeOffset AfterWindow = On(19);

    public static readonly BidEntered First = Offer("one", "甲公司", 24_000_000);
    public static readonly BidEntered Second = Offer("two", "乙公司", 24_500_000);
    public static readonly BidEntered Dear = Offer("three", "丙公司", 27_000_000);
    public static readonly IReadOnlyList<BidEntered> Bids = [First, Second, Dear];

    public static readonly IReadOnlyList<BidVerdict> Verdicts =
        [new(First.Id, 1, null, new("得分最高")), new(Second.Id, 2, null, new("")), new(Dear.Id, null, RejectCode.OverCeiling, new("超过最高限价"))];

    public static DateTimeOffset On(int day) => Shanghai.At(new(2026, 9, day), new(9, 0));

    public static BidEntered Offer(string id, string name, long fen) =>
        new(Id, new(id), 1, new(PartyKind.Organisation, new(name)), null, new(fen), null, On(14), new(""), Clerk.Sign(Deadline));

    public static Life None => new(TenderDecider.Law, []);

    public static Life Planned => None.And(new Plan(Id, Content, Clerk, On(1)));

    public static Life Routine => None.And(new Plan(Id, Small, Clerk, On(1)));

    public static Life Disclosed => Planned.And(new Disclose(new("d1"), "央政公示〔2026〕9号", Section.Hash, Approver, On(7)));

    public static Life Announced => Disclosed.And(Call(On(8), Deadline));

    public static Life Opened => Announced.And(new Open(Bids, new("镇政府三楼会议室"), 11, Clerk, Deadline));

    public static Life Evaluated => Opened.And(new Evaluate(Verdicts, new(""), Clerk, On(15).AddHours(6)));

    public static Life CandidatesPublished => Evaluated.And(new PublishCandidates(Clerk, On(15).AddHours(7)));

    public static Life Awarded => CandidatesPublished.And(new Award([], new(""), TownClerk, AfterWindow));

    public static Life Signed => Awarded.And(new SignContract(1, new("04-2026-W-0008"), new(24_000_000), Advance, new(2026, 9, 21), Clerk, On(21)));

    public static Life Accepted => Signed.And(new Accept(1, new(2026, 9, 28), new("合格"), null, Reviewer, On(28)));

    public static Life Paid => Accepted.And(Entering(24_000_000, "31")).And(Booking("31"));

    public static Life Closed => Paid.And(new Close(Clerk, On(30)));

    public static Life Failed => Announced.And(new Fail(new("只有两家投标"), [First, Second], new("04-2026-W-0009"), Clerk, Deadline));

    public static Life Cancelled => Announced.And(new Cancel(new("改为自来水公司接管"), Clerk, On(10)));

    public static Announce Call(DateTimeOffset at, DateTimeOffset deadline) => new(deadline, new("镇政府三楼会议室"), new("镇公告栏"), new("具备施工资质"), Clerk, at);

    /// <summary>30 % of the contract.</summary>
    public static readonly Yuan Advance = new(7_200_000);

    public static readonly VillageMonth September = new(SampleRules.Jiajiahewu, new(2026, 9));

    /// <summary>A voucher of the village that names the tender, entered on the day after it was paid.</summary>
    public static ByVoucher Entering(long fen, string voucher, int? lot = null, int day = 29, Deliveries? delivered = null) =>
        new(new PaymentStep.Enter(new(fen), new(2026, 9, day), September, voucher, Clerk, On(30)), lot, null, delivered ?? Deliveries.None);

    public static ByVoucher Booking(string voucher) => Told(new PaymentStep.Book(September, voucher, Bookkeeper, On(30)));

    public static ByVoucher Told(PaymentStep step) => new(step, null, null, Deliveries.None);

    /// <summary>By the town, beside what the village pays.</summary>
    public static ByVoucher FromTreasury(long fen, string voucher) =>
        new(new PaymentStep.Enter(new(fen), new(2026, 9, 29), new(null, September.Month), voucher, TownClerk, On(29)), 1, null, Deliveries.None);

    /// <summary>The winner drops out before the contract is signed.</summary>
    public static Reaward GivesUp(bool toNext, string reason = "甲公司放弃中标") => new(1, PassedOver.GaveUp, toNext, new(reason), TownClerk, On(20));

    /// <summary>Proposed by the clerk.</summary>
    public static ChangeContract Changing(long fen, NamedDeclaration? declaration = null) => new(1, new(fen), new("加长 50 米"), declaration, Clerk, On(22));

    public static SignChange SigningChange => new(1, TownClerk, On(23));

    public static IReadOnlyDictionary<string, Life> Everywhere => new Dictionary<string, Life>
    {
        ["None"] = None, ["Planned"] = Planned, ["Disclosed"] = Disclosed, ["Announced"] = Announced, ["Opened"] = Opened, ["Evaluated"] = Evaluated,
        ["CandidatesPublished"] = CandidatesPublished, ["Awarded"] = Awarded, ["Closed"] = Closed, ["Failed"] = Failed, ["Cancelled"] = Cancelled,
    };

    /// <summary>One sound command of each act, by the right officer.</summary>
    public static IReadOnlyDictionary<string, TenderCommand> EveryAct => new TenderCommand[]
    {
        new Plan(Id, Content, Clerk, On(1)), new Replan(Content, Clerk, On(1)), new Disclose(new("d1"), "央政公示〔2026〕9号", Section.Hash, Approver, On(7)),
        new SignPlan(null, Reviewer, On(7)), Call(On(8), Deadline), new Clarify(new("问"), new("答"), Clerk, On(9)), new Amend(new("加一个阀门"), null, Clerk, On(9)),
        new Open(Bids, new("会议室"), 11, Clerk, Deadline), new Evaluate(Verdicts, new(""), Clerk, On(15)), new PublishCandidates(Clerk, On(15)),
        new Award([], new(""), TownClerk, AfterWindow), GivesUp(toNext: true), new SignContract(1, null, new(24_000_000), Yuan.Zero, new(2026, 9, 21), Clerk, On(21)),
        Changing(25_000_000), new DropChange(1, Clerk, On(22)), SigningChange, new Accept(1, new(2026, 9, 28), new("合格"), null, Reviewer, On(28)), Entering(100, "1"),
        new Close(Clerk, On(30)), new Fail(new("无人投标"), [], null, Clerk, Deadline), new Cancel(new("不办了"), Clerk, On(10)),
    }.ToDictionary(c => c.GetType().Name);
}
