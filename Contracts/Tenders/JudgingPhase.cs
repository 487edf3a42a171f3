using Transparency.Contracts.Coal;
using static Transparency.Contracts.Tenders.Tender;
using static Transparency.Contracts.Tenders.TenderCommand;

namespace Transparency.Contracts.Tenders;

/// <summary>评标定标: ranked or rejected with a reason, candidates in public, awarded by another person than who evaluated.</summary>
internal static class JudgingPhase
{
    /// <summary>Candidates of a lot at most (Regulations on the Bidding Law, art. 53).</summary>
    private const int MostCandidates = 3;

    public static Decision<TenderEvent> Decide(RuleBook rules, Known state, TenderCommand command) => (state, command) switch
    {
        (Opened s, Evaluate c) when FaultOf(s, c.Verdicts) is { } no => no,
        (Opened s, Evaluate c) => new TenderEvaluated(InOrder(s, c.Verdicts), c.Note, c.By.Sign(c.At)),

        (Evaluated s, PublishCandidates or Award) when !s.Evaluation.Ranked.Any() => Refusal.Wait("tender.no-valid-bid"),
        (Evaluated s, PublishCandidates c) => Publish(rules, s, c),
        (Evaluated s, Award) when s.File.Content.NeedsCandidates => Refusal.Wait("tender.candidates-needed"),
        (Evaluated s, Award c) => AwardOf(s.File, s.Evaluation, c),
        (Evaluated s, Fail) when s.Evaluation.Ranked.Any() => Refusal.Wait("tender.valid-bids"),
        (Evaluated s, Fail c) => new TenderFailed(s.File.Edition + 1, c.Reason, null, c.Next, c.By.Sign(c.At)),

        (CandidatesPublished s, Award c) when c.At < s.Window.Ends => Refusal.Wait("tender.candidates-window", s.Window.Last),
        (CandidatesPublished s, Award c) => AwardOf(s.File, s.Evaluation, c),
        (CandidatesPublished s, Fail c) => new TenderFailed(s.File.Edition + 1, c.Reason, null, c.Next, c.By.Sign(c.At)),

        _ => TenderDecider.NotNow(state, command),
    };

    private static Decision<TenderEvent> Publish(RuleBook rules, Evaluated s, PublishCandidates c)
    {
        var best = s.Evaluation.Ranked.Where(r => r.Rank <= MostCandidates);
        List<Candidate> candidates = [.. best.Select(r => new Candidate(r.Lot, r.Rank, r.Bid.Id))];
        return rules.Count("CANDIDATES", Shanghai.DayOf(c.At), s.File.Content.Village)
            .Decide<TenderEvent>(window => new TenderCandidatesPublished(s.File.Edition + 1, candidates, window, c.By.Sign(c.At)));
    }

    private static Decision<TenderEvent> AwardOf(TenderFile file, Evaluation evaluation, Award c)
    {
        if (evaluation.By == c.By.Person) return Refusal.NotYours("tender.own-evaluation");
        var ranked = evaluation.Ranked.ToList();
        foreach (var (lot, winner, _) in c.Instead)
        {
            if (!ranked.Exists(r => r.Lot == lot && r.Bid.Id == winner && r.Rank is > 1 and <= MostCandidates))
                return Refusal.Mend("winners", "tender.not-a-candidate", lot);
        }
        if (c.Instead.Count > 0 && (c.Reason.IsEmpty || !c.Reason.IsClean)) return Refusal.Mend("reason", "reason.missing");
        var awards = ranked.GroupBy(r => r.Lot).Select(lot =>
        {
            var instead = c.Instead.Where(x => x.Lot == lot.Key).Select(x => ((BidId, PassedOver)?)(x.Winner, x.Because)).FirstOrDefault();
            var winner = instead is { } other ? lot.First(r => r.Bid.Id == other.Item1).Bid : lot.First().Bid;
            return new LotAward(lot.Key, winner.Id, file.Lot(lot.Key)!.Total(winner.Price), instead?.Item2);
        });
        return new TenderAwarded(file.Edition + 1, [.. awards], c.Reason, c.By.Sign(c.At));
    }

    /// <summary>In order: who comes next in rank wins, or the lot fails; when no lot is left, the whole call has failed.</summary>
    public static Decision<TenderEvent> Reaward(Awarded s, Reaward c)
    {
        if (s.Lots.FirstOrDefault(l => l.Lot == c.Lot) is not { } lot) return Refusal.NotNow("tender.lot-unknown", c.Lot).At("lot");
        if (lot.Contract is not null) return Refusal.Twice("tender.signed-already", c.Lot).At("lot");
        if (s.Evaluation is not { } evaluation) return TenderDecider.NotNow(s, c);
        if (evaluation.By == c.By.Person) return Refusal.NotYours("tender.own-evaluation");
        var ranked = evaluation.Ranked.Where(r => r.Lot == c.Lot).ToList();
        var rank = ranked.First(r => r.Bid.Id == lot.Winner).Rank;
        var next = ranked.FirstOrDefault(r => r.Rank > rank && r.Rank <= MostCandidates).Bid;
        if (c.ToNext && next is null) return Refusal.Mend("successor", "tender.no-successor", c.Lot);
        var award = c.ToNext ? new LotAward(c.Lot, next!.Id, s.File.Lot(c.Lot)!.Total(next.Price), c.Because) : null;
        var by = c.By.Sign(c.At);
        var again = new TenderReawarded(s.File.Edition + 1, c.Lot, lot.Winner, c.Because, award, c.Reason, by);
        return award is null && s.Lots.Count == 1
            ? new Decision<TenderEvent>.Accepted([again, new TenderFailed(s.File.Edition + 2, c.Reason, null, null, by)])
            : again;
    }

    private static Refusal? FaultOf(Opened s, IReadOnlyList<BidVerdict> verdicts)
    {
        if (verdicts.Any(v => (v.Rank is null) == (v.Rejected is null)) || verdicts.Any(v => v.Rejected is not null && v.Reason.IsEmpty))
            return Refusal.Mend("ranking", "tender.verdict-reason");
        var (judged, opened) = (verdicts.Select(v => v.Bid.Value), s.Bids.Select(b => b.Id.Value));
        if (!judged.Order(StringComparer.Ordinal).SequenceEqual(opened.Order(StringComparer.Ordinal)))
            return Refusal.Mend("ranking", "tender.verdicts-incomplete");
        if (verdicts.Any(v => !v.Reason.IsClean)) return Refusal.Mend("ranking", "text.unclean");
        var ranked = new Evaluation(s.Bids, verdicts, default).Ranked.ToList();
        foreach (var lot in ranked.GroupBy(r => r.Lot))
        {
            if (!lot.Select(r => r.Rank).SequenceEqual(Enumerable.Range(1, lot.Count())))
                return Refusal.Mend("ranking", "tender.ranks", lot.Key);
            if (FaultOf(s.File.Content, s.File.Lot(lot.Key)!, [.. lot.Select(r => r.Bid)]) is { } no) return no;
        }
        return null;
    }

    /// <summary>An offer over the ceiling or below the quality asked for is not ranked; coal goes by heat, quotations by price.</summary>
    private static Refusal? FaultOf(TenderContent c, Lot lot, List<OpenedBid> ranked)
    {
        if (c.Ceiling is { } ceiling && c.Lots.Count == 1 && ranked.Find(b => lot.Total(b.Price) > ceiling) is { } dear)
            return Refusal.Mend("ranking", "tender.over-ceiling", dear.Bidder.Zh);
        if (lot.Coal is { } coal && ranked.Find(b => b.Quality!.Calorific < coal.MinCalorific) is { } poor)
            return Refusal.Mend("ranking", "tender.below-quality", poor.Bidder.Zh);
        var measure = lot.Coal is not null ? ranked.Select(b => CoalPrice.PerGigajoule(b.Price, b.Quality!.Calorific))
            : c.Method == TenderMethod.Quotation ? ranked.Select(b => b.Price.Amount) : [];
        return measure.Zip(measure.Skip(1)).Any(pair => pair.First > pair.Second)
            ? Refusal.Mend("ranking", "tender.ranking-order", lot.Number)
            : null;
    }

    private static List<BidVerdict> InOrder(Opened s, IReadOnlyList<BidVerdict> verdicts) =>
        [.. from bid in s.Bids
            join verdict in verdicts on bid.Id equals verdict.Bid
            orderby bid.Lot, verdict.Rank ?? int.MaxValue
            select verdict];
}
