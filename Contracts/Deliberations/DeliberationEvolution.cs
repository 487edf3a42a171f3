using static Transparency.Contracts.Deliberations.Deliberation;

namespace Transparency.Contracts.Deliberations;

/// <summary>The table of (state, event). No rules: what has happened is not judged again.</summary>
internal static class DeliberationEvolution
{
    public static Deliberation Evolve(Deliberation state, DeliberationEvent e) => (state, e) switch
    {
        (None, DeliberationProposed x) =>
            new Proposed(new(x.Id, x.Content, x.Required, x.Merged, [new(DeliberationStep.Proposed, x.Meeting)], x.By.Person)),
        (Proposed s, DeliberationDiscussed x) => new Discussed(s.File.With(DeliberationStep.Discussed, x.Meeting, x.By)),
        (Discussed s, DeliberationPartyReviewed x) => new PartyReviewed(s.File.With(DeliberationStep.PartyReviewed, x.Meeting, x.By)),
        (PartyReviewed s, DeliberationResolved x) =>
            new Resolved(s.File.With(DeliberationStep.Resolved, x.Meeting, x.By) with { Resolution = new(x.Body, x.Notice, x.Mandate) }),
        (Known s, DeliberationRejected x) =>
            new Rejected(x.Step == DeliberationStep.Proposed ? s.File : s.File.With(x.Step, x.Meeting, x.By)),
        (Known s, DeliberationReturned x) => new Returned(s.File, x.Reason),
        (Known s, DeliberationWithdrawn x) => new Withdrawn(s.File, x.Reason),
        (Known s, DeliberationResolutionPosted x) => new ResolutionPosted(s.File with { Posting = new(x.On, x.Place) }),
        (Known s, DeliberationCarried x) => s with { File = s.File with { Carries = x.Declaration } },
        (Known s, DeliberationReleased x) when s.File.Carries == x.Declaration => s with { File = s.File with { Carries = null } },
        (ResolutionPosted s, DeliberationResultPosted) => new ResultPosted(s.File),
        _ => state,
    };
}
