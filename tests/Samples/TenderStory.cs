using Transparency.Contracts;
using Transparency.Contracts.Coal;
using Transparency.Contracts.Deadlines;
using Transparency.Contracts.Tenders;
using Transparency.Publishing.Register;

namespace Transparency.Samples;

/// <summary>The life of one tender, event by event, as the register folds it.</summary>
public sealed class TenderStory
{
    private static readonly Text Office = new("镇规划建设办公室", "Town Planning and Works Office");
    private static readonly Text Government = new("镇政府", "the Town Government");
    private static readonly DeadlineRule ThreeDays = new("CANDIDATES", new("中标候选人公示"), 3, DayUnit.CalendarDay, new("《招标投标法实施条例》第54条", "Regulations on the Bidding Law, art. 54"));
    private static readonly DeadlineRule SevenDays = new("BIDS_TENDER", new("从公告到截止"), 7, DayUnit.CalendarDay, new("本镇招标采购分档规定", "Town rules on tenders and purchases"));

    private readonly TenderSection section;
    private readonly List<OpenedBid> bids = [];
    private int edition;

    private TenderStory(TenderSection section) => this.section = section;

    public TenderOnRegister? Now { get; private set; }

    public static TenderStory Of(TenderSection section, DeclarationId? declaration, string? number, DateOnly on) =>
        new TenderStory(section).Happen(new TenderPlanDisclosed(1, declaration, number, section, section.Hash, By(Government, on)));

    public TenderStory Call(DateOnly on, DateOnly deadline) => Happen(new TenderAnnounced(edition + 1, Notice(on, deadline), By(Office, on)));

    public TenderStory Clarify(DateOnly on, Text question, Text answer) => Happen(new TenderClarified(question, answer, By(Office, on)));

    public TenderStory Amend(DateOnly on, Text what, DateOnly deadline) => Happen(new TenderAmended(edition + 1, what, Notice(on, deadline), By(Office, on)));

    public TenderStory Bid(int lot, string name, string? nameEn, int price, string note = "") => Offer(lot, name, nameEn, price, null, Words(note));

    public TenderStory Coal(int lot, string name, string? nameEn, int price, decimal heat, string origin) =>
        Offer(lot, name, nameEn, price, new(heat, 0.6m, 13.5m, 27, 7.5m, new("13–25 毫米", "13–25 mm"), Words(origin)), new(""));

    public TenderStory Open(DateOnly on, Text place, int attended, params int[] failedLots) =>
        Happen(new TenderOpened(edition + 1, bids, failedLots, place, attended, By(Office, on)));

    public TenderStory Judge(DateOnly on, params (int Bid, int? Rank, RejectCode? Rejected, string Reason)[] verdicts) =>
        Happen(new TenderEvaluated([.. verdicts.Select(v => new BidVerdict(bids[v.Bid - 1].Id, v.Rank, v.Rejected, Words(v.Reason)))], new(""), By(Office, on)));

    public TenderStory Candidates(DateOnly on) => Happen(new TenderCandidatesPublished(
        edition + 1, [.. Now!.Verdicts.Where(v => v.Rank <= 3).Select(v => new Candidate(1, v.Rank!.Value, v.Bid))], SampleTown.Counted(ThreeDays, on), By(Office, on)));

    public TenderStory Award(DateOnly on) => Happen(new TenderAwarded(
        edition + 1,
        [.. from verdict in Now!.Verdicts where verdict.Rank == 1 let bid = bids.First(b => b.Id == verdict.Bid) orderby bid.Lot
            select new LotAward(bid.Lot, bid.Id, section.Lots.First(l => l.Number == bid.Lot).Total(bid.Price), null)],
        new(""), By(Government, on)));

    /// <summary>The winner of a lot gives up; the next in rank wins, or nobody.</summary>
    public TenderStory Reaward(DateOnly on, int lot, Text reason, bool toNext)
    {
        var given = Now!.Awards.First(a => a.Lot == lot).Winner;
        var rank = Now.Verdicts.First(v => v.Bid == given).Rank;
        var next = toNext ? bids.First(b => b.Lot == lot && Now.Verdicts.First(v => v.Bid == b.Id).Rank == rank + 1) : null;
        var award = next is null ? null : new LotAward(lot, next.Id, section.Lots.First(l => l.Number == lot).Total(next.Price), PassedOver.GaveUp);
        return Happen(new TenderReawarded(edition + 1, lot, given, PassedOver.GaveUp, award, reason, By(Government, on)));
    }

    public TenderStory Sign(DateOnly on, int lot, AgreementId? agreement) =>
        Happen(new TenderContractSigned(lot, agreement, Now!.Awards.First(a => a.Lot == lot).Total, on, By(Office, on)));

    public TenderStory Change(DateOnly on, int lot, int total, Text reason) => Happen(new TenderContractChanged(
        edition + 1, lot, Now!.Contracts.First(c => c.Lot == lot).Total, SampleSections.Y(total), reason, null, By(Government, on)));

    public TenderStory Accept(DateOnly on, int lot, Text result) => Happen(new TenderAccepted(lot, on, result, By(Government, on)));

    public TenderStory Pay(DateOnly on, int lot, int amount, string voucher, string? village) => Happen(new TenderPaid(
        lot, SampleSections.Y(amount), on, voucher, village is null ? null : new VillageCode(village), village is null ? null : Month.Of(on), By(Office, on)));

    public TenderStory Close(DateOnly on) => Happen(new TenderClosed(By(Office, on)));

    public TenderStory Fail(DateOnly on, Text reason, int bidders, TenderId? next) => Happen(new TenderFailed(edition + 1, reason, bidders, next, By(Office, on)));

    public TenderStory Cancel(DateOnly on, Text reason) => Happen(new TenderCancelled(edition + 1, reason, By(Office, on)));

    public static Signature By(Text unit, DateOnly on) => new(new("sample"), new("sample"), unit, Shanghai.At(on, new(10, 0)));

    /// <summary><c>中文|English</c>.</summary>
    public static Text Words(string words) => words.Split('|') is [var zh, var en] ? new(zh, en) : new(words);

    private TenderStory Offer(int lot, string name, string? nameEn, int price, CoalQuality? quality, Text note)
    {
        bids.Add(new(new($"{bids.Count + 1:000}"), lot, PartyKind.Organisation, new(name, nameEn), null, SampleSections.Y(price), quality, Now!.Current.Notice!.Deadline.AddHours(-17), note));
        return this;
    }

    private static TenderNotice Notice(DateOnly on, DateOnly deadline) => new(
        Shanghai.At(deadline, new(9, 30)), new("镇政府三楼会议室", "the meeting room on the third floor of the town hall"),
        new("镇公告栏、各村公开栏和本网站", "the town's notice board, the villages' boards and this site"),
        new("具备相应资质，综合评分，价格占 60 分。", "Bidders hold the licence for such work; offers are scored, the price counting for 60 points."),
        SampleTown.Counted(SevenDays, on));

    private TenderStory Happen(TenderEvent e)
    {
        Now = TenderOnRegister.Evolve(Now, $"tender/{section.Id}", e);
        edition = Now!.Current.Ordinal;
        return this;
    }
}
