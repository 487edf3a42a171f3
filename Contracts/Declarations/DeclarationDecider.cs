using Transparency.Contracts.Town;
using static Transparency.Contracts.Declarations.Declaration;
using static Transparency.Contracts.Declarations.DeclarationCommand;

namespace Transparency.Contracts.Declarations;

/// <summary>
/// 重大事项公开申报: declare → review → stand in public → answer → approve. The table of (state, command).
/// </summary>
public static class DeclarationDecider
{
    /// <summary>A window that wants more than this had better be opened anew.</summary>
    private const int MostExtraDays = 15;

    public static readonly Decider<Declaration, DeclarationCommand, DeclarationEvent> Law =
        new(new None(), Decide, DeclarationEvolution.Evolve, c => c.At) { Concerns = (state, c) => new(c.By, Sides(state)) };

    /// <summary>With whom the declared agreements are, as far as their public form tells.</summary>
    private static IEnumerable<Party> Sides(Declaration state) =>
        state is Known { Case.Sections: [.., var newest] } ? newest.Subjects.Select(s => new Party(s.WithKind, s.With)) : [];

    private static Decision<DeclarationEvent> Decide(
        RuleBook rules, Declaration state, DeclarationCommand command) => (state, command) switch
    {
        (None, Draft c) when DeclarationGuards.OfContent(rules, c.Content) is { } no => no,
        (None, Draft c) when DeclarationGuards.OfRole(rules, c.Content, c) is { } no => no,
        (None, Draft c) => new DeclarationDrafted(c.Id, c.Content, c.By.Sign(c.At)),
        (None, _) => Refusal.NotNow("declaration.unknown"),

        (Known s, _) when DeclarationGuards.OfRole(rules, s.Case.Content, command) is { } no => no,
        (Known s, _) when DeclarationGuards.OfPersons(s.Case, command) is { } no => no,

        (Drafted or Returned, Redraft c) when DeclarationGuards.OfContent(rules, c.Content) is { } no => no,
        (Drafted or Returned, Redraft c) when DeclarationGuards.OfRole(rules, c.Content, c) is { } no => no,
        (Drafted or Returned, Redraft c) => new DeclarationRedrafted(c.Content, c.By.Sign(c.At)),

        (Drafted or Returned, Declare c)
            when ((Known)state).Case is var file
                && DeclarationGuards.OfDeclared(rules, file, file.Content, c.Section, c.Bases, c.At) is { } no => no,
        (Drafted or Returned, Declare c) => new DeclarationDeclared(c.Section, c.Section.Hash, c.By.Sign(c.At)),

        (InReview or ReviewPassed or InPublicity, Return or RefuseReview or ExtendWindow or Restart or Withdraw or Refuse or SendBack)
            when Reason(command) is { IsEmpty: true } or { IsClean: false } => Refusal.Mend("reason", "reason.missing"),
        (WindowClosed or Approved or Drafted or Returned or SentBack, Restart or Withdraw or Refuse or SendBack or Revoke)
            when Reason(command) is { IsEmpty: true } or { IsClean: false } => Refusal.Mend("reason", "reason.missing"),

        (InReview s, RefuseReview) when DeclarationGuards.IsOwnAffair(rules, s.Case) => Refusal.NotYours("declaration.own-affair"),
        (InPublicity or WindowClosed, Refuse) when DeclarationGuards.IsOwnAffair(rules, ((Known)state).Case) =>
            Refusal.NotYours("declaration.own-affair"),

        (InReview, Return c) => new DeclarationReturned(c.Reason, c.By.Sign(c.At)),
        (InReview s, RefuseReview c) when !s.Case.IsPublic => new DeclarationReviewRefused(c.Reason, c.By.Sign(c.At)),
        (InReview s, RefuseReview c) => new DeclarationRefused(s.Case.Edition + 1, c.Reason, c.By.Sign(c.At)),
        (InReview s, PassReview c) when DeclarationGuards.OfHash(s.Case, c.Section, c.Seen) is { } no => no,
        (InReview, PassReview c) => new DeclarationReviewPassed(c.Section, c.Section.Hash, c.By.Sign(c.At)),

        (ReviewPassed s, OpenWindow c) when DeclarationGuards.OfHash(s.Case, c.Section, c.Seen) is { } no => no,
        (ReviewPassed s, OpenWindow c) when s.Reviewed.Hash != c.Section.Hash => DeclarationGuards.HashMoved(s.Reviewed, c.Section),
        (ReviewPassed s, OpenWindow c) => Open(rules, s, c),
        (ReviewPassed, Return c) => new DeclarationReturned(c.Reason, c.By.Sign(c.At)),

        (InPublicity s, FixWording or ConfirmWording) when command.At >= s.Window.Ends =>
            Refusal.Wait("declaration.window-over", s.Window.Last),
        (InPublicity s, FixWording c) => FixWordingOf(rules, s, c),
        (InPublicity { Proposed: null }, ConfirmWording or DeclineWording) => Refusal.NotNow("declaration.no-wording"),
        (InPublicity { Proposed: { } proposed }, ConfirmWording c) when proposed.ProposedBy.Person == c.By.Person =>
            Refusal.NotYours("declaration.own-wording"),
        (InPublicity { Proposed: { } proposed } s, ConfirmWording c) when proposed.Section.Hash != c.Seen =>
            DeclarationGuards.HashMoved(s.Section, proposed.Section),
        (InPublicity { Proposed: { } proposed } s, ConfirmWording c) => new DeclarationWordingFixed(
            s.Case.Edition + 1, proposed.Section, proposed.Section.Hash, proposed.Note, c.By.Sign(c.At), proposed.ProposedBy),
        (InPublicity, DeclineWording c) when c.Reason.IsEmpty || !c.Reason.IsClean => Refusal.Mend("reason", "reason.missing"),
        (InPublicity, DeclineWording c) => new DeclarationWordingDeclined(c.Reason, c.By.Sign(c.At)),
        (InPublicity s, ExtendWindow c) when c.At >= s.Window.Ends => Refusal.Wait("declaration.window-over", s.Window.Last),
        (InPublicity s, ExtendWindow c) => Extend(rules, s, c),
        (InPublicity s, SettleObjection c) => Settle(s.Case, c),
        (InPublicity s, CloseWindow c) when c.At < s.Window.Ends => Refusal.Wait("declaration.window-open", s.Window.Last),
        (InPublicity s, CloseWindow c) => Close(rules, s, c),
        (InPublicity or WindowClosed or SentBack, Restart c) when DeclarationGuards.OfContent(rules, c.Content) is { } no => no,
        (InPublicity or WindowClosed or SentBack, Restart c)
            when DeclarationGuards.OfDeclared(rules, ((Known)state).Case, c.Content, c.Section, c.Bases, c.At) is { } no => no,
        (InPublicity or WindowClosed or SentBack, Restart c) => RestartOf((Known)state, c),

        (WindowClosed s, SettleObjection c) => Settle(s.Case, c),
        (WindowClosed s, CloseWindow) when !DeclarationGuards.EndsByItself(rules, s.Case) => Refusal.NotNow("declaration.wants-approval"),
        (WindowClosed s, CloseWindow or Approve) when s.Unsettled.Count > 0 =>
            Refusal.Wait("declaration.objection-unsettled", s.Unsettled.Count),
        (WindowClosed s, CloseWindow c) => Concluded(s, c),
        (WindowClosed s, Approve c) when DeclarationGuards.OfHash(s.Case, s.Section, c.Seen) is { } no => no,
        (WindowClosed s, Approve c) => new DeclarationApproved(s.Case.Edition + 1, s.Section.Hash, c.By.Sign(c.At)),
        (InPublicity s, Approve) => Refusal.Wait("declaration.window-open", s.Window.Last),
        (InPublicity s, SendBack) => Refusal.Wait("declaration.window-open", s.Window.Last),
        (WindowClosed s, SendBack) when !DeclarationGuards.IsOwnAffair(rules, s.Case) => Refusal.NotNow("declaration.not-own-affair"),
        (WindowClosed, SendBack c) when !DeclarationGuards.NamesArticle(c.Law) => Refusal.Mend("law", "declaration.article-missing"),
        (WindowClosed s, SendBack c) => new DeclarationSentBack(s.Case.Edition + 1, c.Reason, c.Law, c.By.Sign(c.At)),
        (InPublicity or WindowClosed, Refuse c) => new DeclarationRefused(((Known)state).Case.Edition + 1, c.Reason, c.By.Sign(c.At)),

        // Whoever objected is owed an answer: also while a restarted text is under review, and after it ended.
        (InReview or ReviewPassed or Refused or SentBack or Withdrawn, SettleObjection c) when ((Known)state).Case.IsPublic =>
            Settle(((Known)state).Case, c),

        (Drafted or InReview or Returned or ReviewPassed or InPublicity or WindowClosed or SentBack, Withdraw c) =>
            new DeclarationWithdrawn(((Known)state).Case is { IsPublic: true } file ? file.Edition + 1 : 0, c.Reason, c.By.Sign(c.At)),

        (Approved s, Revoke c) => new DeclarationRevoked(s.Case.Edition + 1, c.Reason, c.By.Sign(c.At)),

        _ => Refusal.NotNow("declaration.not-now", new Word($"act.{command.GetType().Name}"), new Word($"state.{state.GetType().Name}")),
    };

    private static Decision<DeclarationEvent> Open(RuleBook rules, ReviewPassed s, OpenWindow c)
    {
        var day = Shanghai.DayOf(c.At);
        var number = s.Case.Number ?? new(rules.Town.NumberPrefix, day.Year, c.NextOrdinal);
        var counted = rules.WindowFrom(rules.Matters[s.Case.Content.Matter], s.Case.Content.Village, day);
        return counted.Decide<DeclarationEvent>(window => new DeclarationWindowOpened(
            number, s.Case.Round + 1, s.Case.Edition + 1, window, c.Section, c.Section.Hash,
            Public(s.DeclaredBy), Public(s.By), s.Case.RestartReason, c.By.Sign(c.At),
            DeclarationGuards.EndsByItself(rules, s.Case)));
    }

    /// <summary>Where nobody approves and nothing waits for an answer, it ends here.</summary>
    private static Decision<DeclarationEvent> Close(RuleBook rules, InPublicity s, CloseWindow c)
    {
        var closed = new DeclarationWindowClosed(s.Case.Round, c.Objections, c.By.Sign(c.At));
        return DeclarationGuards.EndsByItself(rules, s.Case)
                && DeclarationEvolution.Evolve(s, closed) is WindowClosed { Unsettled.Count: 0 } over
            ? new Decision<DeclarationEvent>.Accepted([closed, Concluded(over, c)])
            : closed;
    }

    private static DeclarationConcluded Concluded(WindowClosed s, CloseWindow c) =>
        new(s.Case.Edition + 1, s.Section.Hash, c.By.Sign(c.At));

    private static PublicAct Public(Signature by) => new(Shanghai.DayOf(by.At), by.Unit);

    private static Decision<DeclarationEvent> FixWordingOf(RuleBook rules, InPublicity s, FixWording c)
    {
        var material = DeclarationGuards.MaterialChanges(s.Section, c.Section);
        return material.Count > 0 ? Refusal.Mend(null, "declaration.material-change", DeclarationGuards.Fields(material))
            : c.Note.IsEmpty || !c.Note.IsClean ? Refusal.Mend("note", "reason.missing")
            : c.Section.Hash == s.Section.Hash ? Refusal.Mend(null, "declaration.nothing-changed")
            : WordingFix.FaultIn(rules, s.Opened, c.Section) is { } no ? no
            : new DeclarationWordingProposed(c.Section, c.Section.Hash, c.Note, c.By.Sign(c.At));
    }

    private static Decision<DeclarationEvent> Extend(RuleBook rules, InPublicity s, ExtendWindow c) =>
        c.Days is < 1 or > MostExtraDays ? Refusal.Mend("days", "declaration.extension-days", MostExtraDays)
        : s.Window.Longer(c.Days, rules.Holidays).Decide<DeclarationEvent>(longer =>
            new DeclarationWindowExtended(s.Case.Edition + 1, longer, c.Days, s.Section.Hash, c.Reason, c.By.Sign(c.At)));

    private static Decision<DeclarationEvent> RestartOf(Known s, Restart c) =>
        c.Section.Hash == s.Case.Sections[^1].Hash
            ? Refusal.Mend(null, "declaration.nothing-changed")
            : new DeclarationRestarted(c.Content, c.Section, c.Section.Hash, c.Reason, c.Objections, c.By.Sign(c.At));

    private static Decision<DeclarationEvent> Settle(Case file, SettleObjection c) =>
        file.Settled.Contains(c.Objection) ? Refusal.Twice("objection.settled-already")
        : c.Summary.IsEmpty || c.Answer.IsEmpty || !c.Summary.IsClean || !c.Answer.IsClean
            ? Refusal.Mend("answer", "objection.answer-missing")
        : new DeclarationObjectionSettled(c.Objection, c.Round, c.Received, c.Due, c.SetAside, c.Summary, c.Answer, c.By.Sign(c.At));

    private static Text? Reason(DeclarationCommand command) => command switch
    {
        Return c => c.Reason,
        RefuseReview c => c.Reason,
        ExtendWindow c => c.Reason,
        Restart c => c.Reason,
        Withdraw c => c.Reason,
        Refuse c => c.Reason,
        SendBack c => c.Reason,
        Revoke c => c.Reason,
        _ => null,
    };
}
