using static Transparency.Contracts.Suppressions.Suppression;
using static Transparency.Contracts.Suppressions.SuppressionCommand;

namespace Transparency.Contracts.Suppressions;

/// <summary>
/// 依法撤下: the one lawful way by which something published leaves the public view. Proposed by one person of the town, confirmed or
/// declined by another who may approve; never undone, and never silent.
/// </summary>
public static class SuppressionDecider
{
    public static readonly Decider<Suppression, SuppressionCommand, SuppressionEvent> Law = new(new None(), Decide, Evolve);

    private static Decision<SuppressionEvent> Decide(RuleBook rules, Suppression state, SuppressionCommand command) =>
        (state, command) switch
        {
            (_, Propose c) when !MayPropose(c.By) => Refusal.NotYours("officer.may-not", new Word($"role.{Role.Town}")),
            (_, Decline or Confirm) when !command.By.Holds(Role.TownApprove, village: null) =>
                Refusal.NotYours("officer.may-not", new Word($"role.{Role.TownApprove}")),
            (Proposed s, Decline or Confirm) when s.By.Person == command.By.Person => Refusal.NotYours("suppression.own-proposal"),

            (None, Propose c) when !c.Stands => Refusal.Mend("address", "suppression.nothing-there", c.Words.Address),
            (None, Propose c) when FaultIn(c.Words.Reason) is { } no => no,
            (None, Propose c) => new SuppressionProposed(c.Words, c.By.Sign(c.At)),
            (None, _) => Refusal.NotNow("suppression.unknown"),

            (Proposed, Decline c) when FaultIn(c.Reason) is { } no => no,
            (Proposed, Decline c) => new SuppressionDeclined(c.Reason, c.By.Sign(c.At)),
            (Proposed s, Confirm { Editions.Count: 0, Files.Count: 0 }) => Refusal.Wait("suppression.not-there-yet", s.Words.Address),
            (Proposed s, Confirm c) => new SuppressionConfirmed(
                c.Number, s.Words, c.Editions, c.Files, new(Shanghai.DayOf(s.By.At), s.By.Unit), c.By.Sign(c.At)),

            _ => Refusal.NotNow(
                "suppression.not-now", new Word($"suppression-act.{command.GetType().Name}"),
                new Word($"suppression-state.{state.GetType().Name}")),
        };

    private static Suppression Evolve(Suppression state, SuppressionEvent e) => (state, e) switch
    {
        (None, SuppressionProposed x) => new Proposed(x.Words, x.By),
        (Proposed s, SuppressionDeclined x) => new Declined(s.Words, x.Reason),
        (Proposed s, SuppressionConfirmed x) => new Confirmed(s.Words, x.Number),
        _ => state,
    };

    private static bool MayPropose(Officer by) =>
        by.Holds(Role.Town, village: null) || by.Holds(Role.TownReview, village: null) || by.Holds(Role.TownApprove, village: null);

    private static Refusal? FaultIn(Text reason) =>
        reason.IsEmpty ? Refusal.Mend("reason", "reason.missing")
        : !reason.IsClean ? Refusal.Mend("reason", "text.unclean")
        : null;
}
