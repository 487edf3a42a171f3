using static Transparency.Contracts.Declarations.Declaration;

namespace Transparency.Contracts.Declarations;

/// <summary>The table of (state, event). No rules: what has happened is not judged again.</summary>
internal static class DeclarationEvolution
{
    public static Declaration Evolve(Declaration state, DeclarationEvent e) => (state, e) switch
    {
        (None, DeclarationDrafted x) => new Drafted(Case.Begin(x.Id, x.Content, x.By.Person)),
        (Drafted s, DeclarationRedrafted x) => new Drafted(Redrafted(s, x)),
        (Returned s, DeclarationRedrafted x) => s with { Case = Redrafted(s, x) },
        (Known s, DeclarationDeclared x) => new InReview(s.Case.DeclaredBy(x.By.Person).With(x.Section), x.Section, x.By),
        (Known s, DeclarationReturned x) => new Returned(s.Case.ReviewedBy(x.By.Person), x.Reason),
        (Known s, DeclarationReviewRefused x) => new ReviewRefused(s.Case.ReviewedBy(x.By.Person)),
        (InReview s, DeclarationReviewPassed x) => new ReviewPassed(s.Case.ReviewedBy(x.By.Person).With(x.Section), x.Section, s.By, x.By),
        (Known s, DeclarationWindowOpened x) => Opened(s.Case, x),
        (InPublicity s, DeclarationWordingProposed x) =>
            s with { Case = s.Case.ReviewedBy(x.By.Person), Proposed = new(x.Section, x.Note, x.By) },
        (InPublicity s, DeclarationWordingDeclined) => s with { Proposed = null },
        (InPublicity s, DeclarationWordingFixed x) => Fixed(s, x),
        (InPublicity s, DeclarationWindowExtended x) =>
            s with { Case = s.Case.ReviewedBy(x.By.Person) with { Edition = x.Edition }, Window = x.Window },
        (Known s, DeclarationRestarted x) => new InReview(Restarted(s.Case, x), x.Section, x.By),
        (WindowClosed s, DeclarationObjectionSettled x) =>
            s with { Case = Settled(s, x), Unsettled = [.. s.Unsettled.Where(o => o != x.Objection)] },
        (Known s, DeclarationObjectionSettled x) => s with { Case = Settled(s, x) },
        (InPublicity s, DeclarationWindowClosed x) => Closed(s, x),
        (WindowClosed s, DeclarationApproved x) => new Approved(s.Case with { Edition = x.Edition }, s.Section),
        (WindowClosed s, DeclarationConcluded x) => new Concluded(s.Case with { Edition = x.Edition }, s.Section),
        (WindowClosed s, DeclarationSentBack x) => new SentBack(s.Case with { Edition = x.Edition }, s.Section, x.Reason),
        (Known s, DeclarationRefused x) => new Refused(s.Case with { Edition = x.Edition }),
        (Known s, DeclarationWithdrawn x) => new Withdrawn(s.Case with { Edition = x.Edition }),
        (Known s, DeclarationRevoked x) => new Revoked(s.Case with { Edition = x.Edition }),
        _ => state,
    };

    /// <summary>Whoever only confirms has not reviewed: the approver may be the second pair of eyes.</summary>
    private static InPublicity Fixed(InPublicity s, DeclarationWordingFixed x)
    {
        var reviewed = s.Case.ReviewedBy((x.Proposed ?? x.By).Person).With(x.Section);
        return s with { Case = reviewed with { Edition = x.Edition }, Section = x.Section, Proposed = null };
    }

    private static Case Redrafted(Known s, DeclarationRedrafted x) => s.Case.DeclaredBy(x.By.Person) with { Content = x.Content };

    private static Case Settled(Known s, DeclarationObjectionSettled x) =>
        s.Case.ReviewedBy(x.By.Person) with { Settled = [.. s.Case.Settled, x.Objection] };

    private static Case Restarted(Case c, DeclarationRestarted x) =>
        c.DeclaredBy(x.By.Person).With(x.Section) with
        {
            Content = x.Content, RestartReason = x.Reason, Arrived = [.. c.Arrived.Union(x.Objections)],
        };

    private static InPublicity Opened(Case c, DeclarationWindowOpened x)
    {
        var reviewed = c.ReviewedBy(x.By.Person).With(x.Section);
        return new(
            reviewed with { Number = x.Number, Round = x.Round, Edition = x.Edition, RestartReason = null },
            x.Section, x.Window, x.Section);
    }

    private static WindowClosed Closed(InPublicity s, DeclarationWindowClosed x)
    {
        var arrived = s.Case.Arrived.Union(x.Objections).ToList();
        return new(s.Case with { Arrived = arrived }, s.Section, [.. arrived.Except(s.Case.Settled)]);
    }
}
