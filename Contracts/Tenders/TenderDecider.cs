using static Transparency.Contracts.Tenders.Tender;
using static Transparency.Contracts.Tenders.TenderCommand;

namespace Transparency.Contracts.Tenders;

/// <summary>
/// 招标采购: plan → call → open → evaluate → award → sign → accept and pay. One table of (state, command) for
/// each phase of the life.
/// </summary>
public static class TenderDecider
{
    public static readonly Decider<Tender, TenderCommand, TenderEvent> Law = new(new None(), Decide, TenderEvolution.Evolve, c => c.At)
    {
        Concerns = (state, command) => command is ByVoucher ? null : new(command.By, Bidders(state)),
    };

    /// <summary>From the opening on; before it nobody knows them.</summary>
    private static IEnumerable<Party> Bidders(Tender state) => (state switch
    {
        Opened s => s.Bids,
        Evaluated s => s.Evaluation.Bids,
        CandidatesPublished s => s.Evaluation.Bids,
        Awarded { Evaluation: { } evaluation } => evaluation.Bids,
        _ => [],
    }).Select(bid => new Party(bid.Kind, bid.Bidder));

    private static Decision<TenderEvent> Decide(RuleBook rules, Tender state, TenderCommand command) => (state, command) switch
    {
        (None, Plan c) => PlanningPhase.Begin(rules, c),
        (None, _) => Refusal.NotNow("tender.unknown"),
        (Known, Plan) => Refusal.Twice("tender.known-already"),
        (Known s, ByVoucher c) => PayingPhase.Decide(s, c),
        (Known s, _) when TenderGuards.OfRole(rules, s.File.Content, command) is { } no => no,
        (Known, _) when TenderGuards.OfWords(command) is { } no => no,

        (Planned s, Replan or Disclose or SignPlan) => PlanningPhase.Decide(rules, s, command),
        (Disclosed s, Announce c) => CallingPhase.Announce(rules, s, c),
        (Announced s, Clarify or Amend or Open or Fail) => CallingPhase.Decide(rules, s, command),
        (Opened or Evaluated or CandidatesPublished, Evaluate or PublishCandidates or Award or Fail) =>
            JudgingPhase.Decide(rules, (Known)state, command),
        (Awarded s, Reaward c) => JudgingPhase.Reaward(s, c),
        (Awarded s, SignContract or ChangeContract or DropChange or SignChange or Accept or Close) =>
            PerformingPhase.Decide(rules, s, command),

        (Planned, Cancel c) => new TenderCancelled(0, c.Reason, c.By.Sign(c.At)),
        (Disclosed or Announced or Opened or Evaluated or CandidatesPublished, Cancel c) =>
            new TenderCancelled(((Known)state).File.Edition + 1, c.Reason, c.By.Sign(c.At)),

        _ => NotNow(state, command),
    };

    internal static Refusal NotNow(Tender state, TenderCommand command) =>
        Refusal.NotNow(
            "tender.not-now", new Word($"tender-act.{command.GetType().Name}"), new Word($"tender-state.{state.GetType().Name}"));
}
