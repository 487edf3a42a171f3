using Transparency.Contracts.Deadlines;
using static Transparency.Contracts.Tenders.Tender;
using static Transparency.Contracts.Tenders.TenderCommand;

namespace Transparency.Contracts.Tenders;

/// <summary>招标: announced, clarified, amended; nothing is known of any offer before the deadline.</summary>
internal static class CallingPhase
{
    /// <summary>
    /// Fewer bidders than this on a competitive method, and the offers are not opened (Bidding Law, art. 28; Regulations, art. 44).
    /// </summary>
    private const int Fewest = 3;

    public static Decision<TenderEvent> Announce(RuleBook rules, Disclosed s, Announce c) =>
        Shortest(rules, s.File.Content, c, out var period) is { } no
            ? no
            : new TenderAnnounced(s.File.Edition + 1, new(c.Deadline, c.Place, c.Channels, c.Rules, period), c.By.Sign(c.At));

    public static Decision<TenderEvent> Decide(RuleBook rules, Announced s, TenderCommand command) => command switch
    {
        Clarify or Amend when command.At >= s.Notice.Deadline => Refusal.NotNow("tender.deadline-over"),
        Clarify c => new TenderClarified(c.Question, c.Answer, c.By.Sign(c.At)),
        Amend { Deadline: { } earlier } when earlier < s.Notice.Deadline => Refusal.Mend("deadline", "tender.deadline-earlier"),
        Amend c => AmendOf(rules, s, c),

        Open or Fail when command.At < s.Notice.Deadline => Refusal.Wait("tender.deadline-running", Shanghai.DayOf(s.Notice.Deadline)),
        Open c when FailedLots(s.File.Content, c.Bids).Count == s.File.Content.Lots.Count =>
            Refusal.Wait("tender.too-few-bidders", Needed(s.File.Content)),
        Open c => OpenOf(s, c),
        Fail c when FailedLots(s.File.Content, c.Bids).Count < s.File.Content.Lots.Count => Refusal.Wait("tender.enough-bidders"),
        Fail c => new TenderFailed(s.File.Edition + 1, c.Reason, Bidders(c.Bids), c.Next, c.By.Sign(c.At)),

        _ => TenderDecider.NotNow(s, command),
    };

    /// <summary>
    /// What may affect offers is told so many days before they are due, or the deadline moves with it (Bidding Law, art. 23).
    /// </summary>
    private static Decision<TenderEvent> AmendOf(RuleBook rules, Announced s, Amend c)
    {
        var deadline = c.Deadline ?? s.Notice.Deadline;
        if (deadline <= c.At) return Refusal.Mend("deadline", "tender.deadline-past");
        var amended = new TenderAmended(s.File.Edition + 1, c.What, s.Notice with { Deadline = deadline }, c.By.Sign(c.At));
        if (s.File.Content.Method == TenderMethod.Direct) return amended;
        var rule = s.File.Content.IsMandatory ? "CLARIFICATION" : "CLARIFICATION_TOWN";
        return rules.Count(rule, Shanghai.DayOf(deadline), s.File.Content.Village).Decide<TenderEvent>(latest =>
            Shanghai.DayOf(c.At) > latest.Last
                ? Refusal.Mend("deadline", "tender.amended-too-late", latest.Rule.Value, latest.Last)
                : amended);
    }

    private static TenderOpened OpenOf(Announced s, Open c)
    {
        var failed = FailedLots(s.File.Content, c.Bids);
        return new(s.File.Edition + 1,
            [.. c.Bids.Where(b => !failed.Contains(b.Lot)).OrderBy(b => b.Lot).ThenBy(b => b.Received).Select(b => b.Public)],
            failed, c.Place, c.Attended, c.By.Sign(c.At));
    }

    /// <summary>The rule for the time between call and deadline; null where one supplier is asked directly.</summary>
    private static string? ShortestCall(TenderContent c) =>
        c.Method == TenderMethod.Direct ? null
        : c.IsMandatory ? "TENDER_PERIOD"
        : c.Method == TenderMethod.Quotation ? "BIDS_QUOTATION" : "BIDS_TENDER";

    /// <summary>So many days from the day after the call; the deadline may lie on the last of them or later.</summary>
    private static Refusal? Shortest(RuleBook rules, TenderContent content, Announce c, out Deadline? period)
    {
        period = null;
        if (c.Deadline <= c.At) return Refusal.Mend("deadline", "tender.deadline-past");
        if (ShortestCall(content) is not { } rule) return null;
        switch (rules.Count(rule, Shanghai.DayOf(c.At), content.Village))
        {
            case Result<Deadline>.Refused no: return no.Why;
            case Result<Deadline>.Of(var counted): period = counted; break;
        }
        return Shanghai.DayOf(c.Deadline) < period!.Last
            ? Refusal.Mend("deadline", "tender.deadline-too-soon", period.Rule.Value, period.Last)
            : null;
    }

    private static List<int> FailedLots(TenderContent c, IReadOnlyList<BidEntered> bids) =>
        [.. c.Lots.Select(l => l.Number).Where(lot => Bidders(bids.Where(b => b.Lot == lot)) < Needed(c))];

    private static int Needed(TenderContent c) => c.IsCompetitive ? Fewest : 1;

    private static int Bidders(IEnumerable<BidEntered> bids) => bids.Select(b => (b.Bidder.Name.Zh, b.Bidder.Person)).Distinct().Count();
}
