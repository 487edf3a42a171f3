using Transparency.Contracts.Town;
using static Transparency.Contracts.Deliberations.Deliberation;
using static Transparency.Contracts.Deliberations.DeliberationCommand;

namespace Transparency.Contracts.Deliberations;

/// <summary>
/// 四议两公开: propose → discuss → review by the Party's members → resolve → post the resolution → post the result.
/// The table of (state, command).
/// A step can be neither skipped nor put before another; a vote that is not carried ends it and is kept.
/// </summary>
public static class DeliberationDecider
{
    public static readonly Decider<Deliberation, DeliberationCommand, DeliberationEvent> Law =
        new(new None(), Decide, DeliberationEvolution.Evolve, c => c.At);

    private static Decision<DeliberationEvent> Decide(
        RuleBook rules, Deliberation state, DeliberationCommand command) => (state, command) switch
    {
        (None, Propose c) when DeliberationGuards.OfRole(c.Id, c) is { } no => no,
        (None, Propose c) when DeliberationGuards.OfContent(rules, c.Id, c.Content) is { } no => no,
        (None, Propose c) when DeliberationGuards.OfMeeting(rules, c.Id, c.Meeting, OfProposal(c.Merged), null, c.At) is { } no => no,
        (None, Propose c) => Proposing(rules, c),
        (None, _) => Refusal.NotNow("deliberation.unknown"),

        (Known s, _) when DeliberationGuards.OfRole(s.File.Id, command) is { } no => no,

        (Proposed s, Discuss c)
            when DeliberationGuards.OfMeeting(rules, s.File.Id, c.Meeting, Quorum.Of(VillageBody.Committee), s.File, c.At) is { } no => no,
        (Proposed, Discuss c) =>
            Voted(Quorum.Of(VillageBody.Committee), DeliberationStep.Discussed, c.Meeting, null, c,
                new DeliberationDiscussed(c.Meeting, c.By.Sign(c.At))),

        (Discussed { File.Required: VillageBody.Committee }, ReviewByParty or Resolve) =>
            Refusal.NotNow("deliberation.decided-by-committee"),
        (Discussed s, ReviewByParty c)
            when DeliberationGuards.OfMeeting(rules, s.File.Id, c.Meeting, Quorum.Party, s.File, c.At) is { } no => no,
        (Discussed, ReviewByParty c) =>
            Voted(Quorum.Party, DeliberationStep.PartyReviewed, c.Meeting, null, c,
                new DeliberationPartyReviewed(c.Meeting, c.By.Sign(c.At))),

        (PartyReviewed s, Resolve c) when !c.Body.Serves(s.File.Required) =>
            Refusal.Mend("body", "deliberation.other-body", new Word($"body.{s.File.Required}"), new Word($"body.{c.Body}")),
        (PartyReviewed s, Resolve c)
            when DeliberationGuards.OfMeeting(rules, s.File.Id, c.Meeting, Quorum.Of(c.Body), s.File, c.At) is { } no => no,
        (PartyReviewed, Resolve c) when DeliberationGuards.OfMandate(c) is { } no => no,
        (PartyReviewed s, Resolve c) => Resolving(rules, s.File.Id.Village, c),

        (Discussed { File.Required: VillageBody.Committee } or Resolved, PostResolution c)
            when DeliberationGuards.OfPosting(((Known)state).File, c) is { } no => no,
        (Discussed { File.Required: VillageBody.Committee } or Resolved, PostResolution c) =>
            Posting(rules, ((Known)state).File, c),

        (Proposed or Discussed or PartyReviewed or Resolved, Return or Withdraw)
            when Reason(command) is { IsEmpty: true } or { IsClean: false } => Refusal.Mend("reason", "reason.missing"),
        (Proposed or Discussed or PartyReviewed, Return c) => new DeliberationReturned(c.Reason, c.By.Sign(c.At)),
        (Proposed or Discussed or PartyReviewed or Resolved, Withdraw c) => new DeliberationWithdrawn(c.Reason, c.By.Sign(c.At)),

        (ResolutionPosted or ResultPosted, Carry c) => ((Known)state).File.Carries switch
        {
            null => new DeliberationCarried(c.Declaration, c.By.Sign(c.At)),
            var same when same == c.Declaration => new Decision<DeliberationEvent>.Accepted([]),
            _ => Refusal.Mend("deliberation", "decision.carried", ((Known)state).File.Id.Value),
        },
        (Known { File.Carries: { } carried }, Release c) when carried == c.Declaration =>
            new DeliberationReleased(c.Declaration, c.By.Sign(c.At)),
        (Known, Release) => new Decision<DeliberationEvent>.Accepted([]),

        (ResolutionPosted s, PostResult c) when DeliberationGuards.OfResult(rules, s.File, c) is { } no => no,
        (ResolutionPosted s, PostResult c) => new DeliberationResultPosted(s.File.Id, c.On, c.Result, c.Evidence, c.By.Sign(c.At)),

        _ => Refusal.NotNow(
            "deliberation.not-now",
            new Word($"deliberation-act.{command.GetType().Name}"), new Word($"deliberation-state.{state.GetType().Name}")),
    };

    // Two steps in one meeting: it is the two committees that must be there in number.
    private static Quorum OfProposal(bool merged) => merged ? Quorum.Of(VillageBody.Committee) : Quorum.Branch;

    private static Decision<DeliberationEvent> Proposing(RuleBook rules, Propose c)
    {
        var by = c.By.Sign(c.At);
        var proposed = new DeliberationProposed(
            c.Id, c.Content, RequiredOf(rules, c), c.Meeting, c.Merged, by);
        var carried = OfProposal(c.Merged).IsCarriedBy(c.Meeting);
        return new Decision<DeliberationEvent>.Accepted((carried, c.Merged) switch
        {
            (false, _) => [proposed, new DeliberationRejected(DeliberationStep.Proposed, c.Meeting, null, by)],
            (true, true) => [proposed, new DeliberationDiscussed(c.Meeting, by)],
            _ => [proposed],
        });
    }

    private static Decision<DeliberationEvent> Resolving(RuleBook rules, VillageCode? village, Resolve c)
    {
        var quorum = Quorum.Of(c.Body);
        if (quorum.Notice is not { } notices || IsOfNoProvince(rules, notices, c.Meeting.On, village)) return Resolved(null);
        if (c.Called is not { } called) return Refusal.Mend("called", "deliberation.notice-missing", new Word($"body.{c.Body}"));
        return rules.Count(notices, called, village).Decide(notice => c.Meeting.On < notice.Last
            ? Refusal.Mend("called", "deliberation.notice-short", called, notice.Last, c.Meeting.On)
            : Resolved(notice));

        Decision<DeliberationEvent> Resolved(Deadlines.Deadline? notice) =>
            Voted(quorum, DeliberationStep.Resolved, c.Meeting, c.Body, c,
                new DeliberationResolved(c.Body, c.Meeting, notice, quorum.WantsMandate ? c.Mandate : null, c.By.Sign(c.At)));
    }

    private static bool IsOfNoProvince(RuleBook rules, string notice, DateOnly day, VillageCode? village) =>
        notice == Quorum.AgendaRule && rules.Deadlines.InForce(notice, day, village) is null;

    /// <summary>The town's own meeting is held by its officers; a matter's row names the body of a village.</summary>
    private static VillageBody RequiredOf(RuleBook rules, Propose c) =>
        c.Id.Village is null ? VillageBody.Committee : rules.Matters[c.Content.Matter].Deliberation!.Value;

    private static Decision<DeliberationEvent> Voted(
        Quorum quorum, DeliberationStep step, Meeting meeting, VillageBody? body, DeliberationCommand c, DeliberationEvent carried) =>
        quorum.IsCarriedBy(meeting) ? carried : new DeliberationRejected(step, meeting, body, c.By.Sign(c.At));

    private static DeliberationResolutionPosted Posting(RuleBook rules, DeliberationFile file, PostResolution c)
    {
        var section = SectionOf(rules, file with { Posting = new(c.On, c.Place) });
        return new(c.On, c.Place, c.By.Sign(c.At), section, section?.Hash);
    }

    /// <summary>Null for a matter that has to stand in public as a declaration first, and for the town's own.</summary>
    private static DecisionSection? SectionOf(RuleBook rules, DeliberationFile file) =>
        file.Id.Village is { } village && VillageDecision.Of(new ResolutionPosted(file)) is { } decision
            && rules.Matters.GetValueOrDefault(file.Content.Matter) is { Route: Route.Routine } matter
            ? new(village, rules.Villages[village].Name, rules.Town.Name, file.Content.Title, matter.Code, matter.Name, matter.Law,
                file.Content.What, decision)
            : null;

    private static Text? Reason(DeliberationCommand command) => command switch
    {
        Return c => c.Reason,
        Withdraw c => c.Reason,
        _ => null,
    };
}
