using static Transparency.Contracts.Officers.OfficerCommand;
using static Transparency.Contracts.Officers.OfficerLife;

namespace Transparency.Contracts.Officers;

/// <summary>
/// Who holds which role. Every role signs, reviews, approves or appoints, so each appointment and each change is proposed by one and
/// confirmed by another administrator; only who sets up a store without officers appoints at once. Ending is one person's act.
/// </summary>
public static class OfficerDecider
{
    public const int LongestKey = 40;

    public static readonly Decider<OfficerLife, OfficerCommand, OfficerEvent> Law = new(new None(), Decide, Evolve);

    private static Decision<OfficerEvent> Decide(RuleBook rules, OfficerLife state, OfficerCommand command) => (state, command) switch
    {
        _ when !MayAct(state, command) => Refusal.NotYours("officer.may-not", new Word($"role.{Role.Administrator}")),
        (Proposed or OnDuty { Change: not null }, Confirm or Decline) when OwnHand(state, command) is { } no => no,

        (None, Propose c) when FaultIn(rules, c.Wanted, c.Others, c.Kin) is { } no => no,
        (None, Propose { IsFirst: true } c) => new OfficerAppointed(c.Wanted, c.At, c.By.Sign(c.At)),
        (None, Propose c) => new OfficerProposed(c.Wanted, c.By.Sign(c.At)),
        (Known s, Propose) => Refusal.Twice("officer.known", s.Officer.Id.Value),
        (None, _) => Refusal.NotNow("officer.none"),
        (Dismissed s, _) => Refusal.NotNow("officer.dismissed", s.Officer.Id.Value),

        (OnDuty s, ChangeRoles c) when Same(s.Officer, c.Wanted) => Refusal.Mend("roles", "officer.same-roles"),
        (OnDuty, ChangeRoles c) when FaultIn(rules, c.Wanted, c.Others, c.Kin) is { } no => no,
        (OnDuty s, ChangeRoles c) => new OfficerProposed(c.Wanted with { Id = s.Officer.Id, Person = s.Officer.Person }, c.By.Sign(c.At)),

        (Proposed s, Confirm c) => Confirmed(rules, s.Officer, s.By, c),
        (OnDuty { Change: { } change }, Confirm c) => Confirmed(rules, change.Wanted, change.ProposedBy, c),
        (Proposed or OnDuty { Change: not null }, Decline c) when FaultIn(c.Reason) is { } no => no,
        (Proposed or OnDuty { Change: not null }, Decline c) => new OfficerDeclined(c.Reason, c.By.Sign(c.At)),

        (OnDuty, Suspend { IsLast: true }) or (OnDuty, Dismiss { IsLast: true }) => Refusal.Wait("officer.last-administrator"),
        (OnDuty, Suspend c) when FaultIn(c.Reason) is { } no => no,
        (OnDuty, Suspend c) => new OfficerSuspended(c.Reason, c.By.Sign(c.At)),
        (Suspended s, Resume c) when s.Officer.Person == c.By.Person => Refusal.NotYours("officer.own-appointment"),
        (Suspended, Resume c) => new OfficerResumed(c.By.Sign(c.At)),
        (OnDuty or Suspended, Dismiss c) when FaultIn(c.Reason) is { } no => no,
        (OnDuty or Suspended, Dismiss c) => new OfficerDismissed(c.Reason, c.By.Sign(c.At)),
        (OnDuty or Suspended, DeclareInterest c) when FaultIn((Known)state, c) is { } no => no,
        (OnDuty or Suspended, DeclareInterest c) =>
            new OfficerInterestDeclared(new(((Known)state).Declared + 1, c.Kind, c.Relative, c.Firm), c.By.Sign(c.At)),
        (OnDuty or Suspended, EndInterest c) when ((Known)state).Officer.Person == c.By.Person =>
            Refusal.NotYours("officer.own-interest-ended"),
        (OnDuty or Suspended, EndInterest c) when ((Known)state).Interests.All(i => i.Number != c.Number) =>
            Refusal.NotNow("officer.interest-unknown", c.Number),
        (OnDuty or Suspended, EndInterest c) when FaultIn(c.Reason) is { } no => no,
        (OnDuty or Suspended, EndInterest c) => new OfficerInterestEnded(c.Number, c.Reason, c.By.Sign(c.At)),
        (OnDuty, IssueLink c) => new OfficerLinkIssued(c.By.Sign(c.At)),

        _ => Refusal.NotNow(
            "officer.not-now", new Word($"officer-act.{command.GetType().Name}"), new Word($"officer-state.{state.GetType().Name}")),
    };

    private static OfficerLife Evolve(OfficerLife state, OfficerEvent e) =>
        (state, Moved(state, e)) switch
        {
            (Known before, Known next) => With(next, before, e),
            (_, var next) => next,
        };

    private static Known With(Known next, Known before, OfficerEvent e) => e switch
    {
        OfficerInterestDeclared x => next with { Interests = [.. before.Interests, x.Interest], Declared = before.Declared + 1 },
        OfficerInterestEnded x => next with
        {
            Interests = [.. before.Interests.Where(i => i.Number != x.Number)], Declared = before.Declared,
        },
        _ => next with { Interests = before.Interests, Declared = before.Declared },
    };

    private static OfficerLife Moved(OfficerLife state, OfficerEvent e) => (state, e) switch
    {
        // Stores of earlier versions changed roles by appointing again.
        (None or OnDuty, OfficerAppointed x) => new OnDuty(x.Officer, null),
        (None, OfficerProposed x) => new Proposed(x.Officer, x.By),
        (OnDuty s, OfficerProposed x) => s with { Change = new(x.Officer, x.By) },
        (Proposed or OnDuty, OfficerConfirmed x) => new OnDuty(x.Officer, null),
        (Proposed s, OfficerDeclined) => new Declined(s.Officer),
        (OnDuty s, OfficerDeclined) => s with { Change = null },
        (OnDuty s, OfficerSuspended) => new Suspended(s.Officer),
        (Suspended s, OfficerResumed) => new OnDuty(s.Officer, null),
        (OnDuty or Suspended, OfficerDismissed) => new Dismissed(((Known)state).Officer),
        (OnDuty s, OfficerLinkIssued) => s with { },
        _ => state,
    };

    /// <summary>The command line proposes, ends and hands out links; it confirms nothing, since that is a second person's.</summary>
    private static bool MayAct(OfficerLife state, OfficerCommand command) =>
        (command is DeclareInterest && state is Known s && s.Officer.Person == command.By.Person) ||
        (command.By.Id == Officer.System.Id ? command is not (Confirm or Decline) : command.By.Holds(Role.Administrator, village: null));

    private static Refusal? OwnHand(OfficerLife state, OfficerCommand command)
    {
        var (officer, by) = state switch
        {
            Proposed s => (s.Officer, s.By),
            OnDuty { Change: { } change } s => (s.Officer, change.ProposedBy),
            _ => throw new InvalidOperationException("asked only of what waits"),
        };
        return by.Person == command.By.Person ? Refusal.NotYours("officer.own-proposal")
            : officer.Person == command.By.Person ? Refusal.NotYours("officer.own-appointment")
            : null;
    }

    private static Decision<OfficerEvent> Confirmed(RuleBook rules, Officer wanted, Signature by, Confirm c) =>
        // Another sign-in of the same person may have been confirmed since.
        Conflict(rules, [wanted, .. c.Others], c.Kin) is { } no ? no : new OfficerConfirmed(wanted, by, c.By.Sign(c.At));

    private static Refusal? Conflict(RuleBook rules, IReadOnlyList<Officer> signIns, IReadOnlyList<Officer> kin) =>
        RoleConflicts.In(rules, signIns) ?? RoleConflicts.OfKin(rules, signIns, kin);

    private static Refusal? FaultIn(RuleBook rules, Officer o, IReadOnlyList<Officer> others, IReadOnlyList<Officer> kin) =>
        o.Id.Value.Length is 0 or > LongestKey || !o.Id.Value.All(IsOfKey) || o.Id.Value is "system" or "public"
            ? Refusal.Mend("sign_in", "officer.key", o.Id.Value)
        : o.Unit.IsEmpty || !o.Unit.IsClean ? Refusal.Mend("unit", "officer.nameless", o.Id.Value)
        : o.Roles.Count == 0 ? Refusal.Mend("roles", "officer.no-role", o.Id.Value)
        : o.Villages.Count == 0 && o.Roles.Any(r => r is Role.Village or Role.FinanceGroup or Role.Supervision)
            ? Refusal.Mend("villages", "officer.no-village", o.Id.Value)
        : o.Villages.Cast<VillageCode?>().FirstOrDefault(v => !rules.Villages.ContainsKey(v!.Value)) is { } unknown
            ? Refusal.NotNow("village.unknown", unknown.Value).At("villages")
        : Conflict(rules, [o, .. others], kin);

    private static Refusal? FaultIn(Known s, DeclareInterest c) =>
        c.Kind == InterestKind.Firm
            ? c.Firm is not { Length: > 0 } firm ? Refusal.Mend("name", "officer.firm-nameless")
                : !new Text(firm).IsClean ? Refusal.Mend("name", "text.unclean")
                : s.Interests.Any(i => i.Firm is { } known && Interests.FirmKey(known) == Interests.FirmKey(firm))
                    ? Refusal.Twice("officer.interest-known") : null
        : c.Relative is null ? Refusal.Mend("name", "officer.relative-nameless")
        : null;

    private static Refusal? FaultIn(Text reason) =>
        reason.IsEmpty ? Refusal.Mend("reason", "reason.missing")
        : !reason.IsClean ? Refusal.Mend("reason", "text.unclean")
        : null;

    private static bool IsOfKey(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-';

    private static bool Same(Officer a, Officer b) =>
        a.Unit == b.Unit && a.Roles.ToHashSet().SetEquals(b.Roles) && a.Villages.ToHashSet().SetEquals(b.Villages);
}
