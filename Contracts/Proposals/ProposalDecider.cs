using Transparency.Contracts.Deadlines;
using Transparency.Contracts.Declarations;
using static Transparency.Contracts.Proposals.Proposal;
using static Transparency.Contracts.Proposals.ProposalCommand;

namespace Transparency.Contracts.Proposals;

/// <summary>
/// 群众建议: sent in by anybody → admitted and worded → signed by another person, which makes it public → studied →
/// answered → carried out → its result posted. The table of (state, command).
/// What has its number is answered in public: it can no more be merged or declined.
/// </summary>
public static class ProposalDecider
{
    /// <summary>Row of the table of matters that says who admits, who signs and answers, who posts the result.</summary>
    public const string Matter = "villagers-proposal";

    /// <summary>The rule by which an answer is due, from the admission.</summary>
    public const string AnswerRule = "PROPOSAL_ANSWER";

    /// <summary>Signs what comes in without an account; holds no role.</summary>
    public static readonly Officer Anybody = new(new("public"), new("public"), new("群众", "a member of the public"), [], []);

    public static readonly Decider<Proposal, ProposalCommand, ProposalEvent> Law = new(new None(), Decide, Evolve, c => c.At);

    private static Decision<ProposalEvent> Decide(RuleBook rules, Proposal state, ProposalCommand command) => (state, command) switch
    {
        (None, Submit c) when ProposalGuards.OfLetter(rules, c.Letter) is { } no => no,
        (None, Submit c) => new ProposalSubmitted(c.Id, c.Letter.Village, c.Letter.MayBeNamed, c.By.Sign(c.At)),
        (None, _) => Refusal.NotNow("proposal.unknown"),
        (_, Submit) => Refusal.Twice("proposal.submitted-already"),

        (Known s, _) when ProposalGuards.OfRole(rules, s.File.Village, command) is { } no => no,
        (Known s, _) when ProposalGuards.OfPersons(s, command) is { } no => no,

        (Submitted or Admitted or Returned, Admit c) when ProposalGuards.OfWords(c.Words) is { } no => no,
        (Submitted s, Admit c) => FirstAdmission(rules, s.File, c),
        (Admitted or Returned, Admit c) => Reworded(rules, (Numbered)state, c),

        (Submitted s, Merge c) when ProposalGuards.OfOther(s, c) is { } no => no,
        (Submitted, Merge c) => new ProposalMerged(c.Into, ((Public)c.Other).Admission.Section.Number, c.By.Sign(c.At)),
        (Submitted, Decline c) when ProposalGuards.OfReason(c.Reason) is { } no => no,
        (Submitted, Decline c) => new ProposalDeclined(c.Reason, c.By.Sign(c.At)),

        (Admitted, Return c) when ProposalGuards.OfReason(c.Reason) is { } no => no,
        (Admitted, Return c) => new ProposalReturned(c.Reason, c.By.Sign(c.At)),
        (Admitted s, Sign c) when c.Seen != s.Admission.Section.Hash => Refusal.Moved("content.moved"),
        (Admitted s, Sign c) => new ProposalDisclosed(
            s.Admission.Section, s.Admission.Section.Hash, s.Admission.AnswerDue, new(Shanghai.DayOf(s.By.At), s.By.Unit), c.By.Sign(c.At)),

        (Public s, Join c) when s.Joined.Contains(c.Joined) => Refusal.Twice("proposal.joined-already"),
        (Public, Join c) => new ProposalJoined(c.Joined, c.By.Sign(c.At)),

        (Disclosed or Studied, Study c) when ProposalGuards.OfStudy(((Public)state).Admission.AnswerDue, c) is { } no => no,
        (Disclosed or Studied, Study c) => new ProposalStudied(c.Unit, c.Due, c.By.Sign(c.At)),

        (Studied, Answer c) when ProposalGuards.OfAnswer(c) is { } no => no,
        (Studied s, Answer c) => new ProposalAnswered(c.Outcome, c.Reasons, DaysLate(s.Admission.AnswerDue, c.At), c.By.Sign(c.At)),

        (Answered { Answer.Outcome: ProposalOutcome.No }, Carry) => Refusal.NotNow("proposal.not-adopted"),
        (Answered, Carry c) when ProposalGuards.OfCarrier(null, c) is { } no => no,
        (Carried s, Carry c) when ProposalGuards.OfCarrier(s.Carrier, c) is { } no => no,
        (Answered or Carried, Carry c) => new ProposalCarried(ProposalGuards.CarrierOf(c), c.By.Sign(c.At)),

        (Carried, PostResult c) when ProposalGuards.OfResult(c) is { } no => no,
        (Carried, PostResult c) => new ProposalResultPosted(c.Result, c.By.Sign(c.At)),

        _ => Refusal.NotNow(
            "proposal.not-now", new Word($"proposal-act.{command.GetType().Name}"), new Word($"proposal-state.{state.GetType().Name}")),
    };

    private static Proposal Evolve(Proposal state, ProposalEvent e) => (state, e) switch
    {
        (None, ProposalSubmitted x) => new Submitted(new(x.Id, x.Village, x.MayBeNamed, x.By.At)),
        (Submitted s, ProposalMerged x) => new Merged(s.File, x.Into, x.Number),
        (Submitted s, ProposalDeclined x) => new NotOurs(s.File, x.Reason),
        (Submitted s, ProposalAdmitted x) => new Admitted(s.File, new(x.Section, x.AnswerDue, [x.By.Person]), x.By),
        (Numbered s, ProposalAdmitted x) =>
            new Admitted(s.File, new(x.Section, x.AnswerDue, [.. s.Admission.Admitters, x.By.Person]), x.By),
        (Admitted s, ProposalReturned x) => new Returned(s.File, s.Admission, x.Reason),
        (Admitted s, ProposalDisclosed) => new Disclosed(s.File, s.Admission, []),
        (Public s, ProposalJoined x) => s with { Joined = [.. s.Joined, x.Joined] },
        (Public s, ProposalStudied x) => new Studied(s.File, s.Admission, s.Joined, x.Unit, x.Due),
        (Public s, ProposalAnswered x) => new Answered(s.File, s.Admission, s.Joined, new(x.Outcome, x.By.Person)),
        (Answered s, ProposalCarried x) => new Carried(s.File, s.Admission, s.Joined, s.Answer, x.Carrier),
        (Carried s, ProposalCarried x) => s with { Carrier = x.Carrier },
        (Carried s, ProposalResultPosted) => new ResultPosted(s.File, s.Admission, s.Joined),
        _ => state,
    };

    private static Decision<ProposalEvent> FirstAdmission(RuleBook rules, ProposalFile file, Admit c)
    {
        var day = Shanghai.DayOf(c.At);
        var number = new ProposalNumber(day.Year, c.NextOrdinal);
        return rules.Count(AnswerRule, day, file.Village).Decide<ProposalEvent>(due => AdmittedAs(rules, file, number, due, c));
    }

    private static ProposalAdmitted Reworded(RuleBook rules, Numbered s, Admit c) =>
        AdmittedAs(rules, s.File, s.Admission.Section.Number, s.Admission.AnswerDue, c);

    private static ProposalAdmitted AdmittedAs(RuleBook rules, ProposalFile file, ProposalNumber number, Deadline due, Admit c)
    {
        var section = ProposalSection.Of(rules, file, number, due, c.Words, c.Author);
        return new(section, section.Hash, due, c.By.Sign(c.At));
    }

    private static int DaysLate(Deadline due, DateTimeOffset at) => Math.Max(0, Shanghai.DayOf(at).DayNumber - due.Last.DayNumber);
}
