using System.Collections.Frozen;
using Transparency.Contracts;
using Transparency.Portal.Cases.Acts;

namespace Transparency.Portal.Cases.Pages;

/// <summary>Which acts a page offers is found by asking the law, with a sound command of each kind: no rule is written down twice.</summary>
public static class Asked
{
    public static readonly Text Sound = new("…");

    /// <summary>These say that the act is not this officer's, or not of this state: the page does not offer it.</summary>
    private static readonly FrozenSet<string> Hiding = FrozenSet.Create(
        "officer.may-not", "matter.unknown", "village.unknown", "matter.wants-village", "agreement.unknown",
        "escrow.other-hand", "book.closed", "book.opened-already", "trust.closed", "trust.nothing-waits", "bank.closed", "bank.unknown", "bank.no-match", "voucher.unknown", "voucher.settled-already",
        "statement.unknown", "statement.not-now", "statement.own-statement", "statement.own-check", "statement.own-question", "statement.no-question",
        "report.unknown", "report.not-now", "report.own-report", "report.obligation-unknown", "report.evidence", "report.period-kind", "report.not-in-force",
        "inspection.unknown", "inspection.known-already", "inspection.not-now", "inspection.own-plan", "inspection.own-number", "inspection.own-findings", "inspection.own-cure", "inspection.not-drawn", "inspection.no-finding", "inspection.number-gap", "inspection.number-year",
        "rent.unknown", "rent.not-now", "rent.own-entry", "rent.own-check", "rent.not-a-lease",
        "drive.unknown", "drive.closed", "drive.known-already", "cleanup.unknown", "cleanup.known-already", "cleanup.not-now", "cleanup.own-findings", "cleanup.own-remedy", "cleanup.other-village", "cleanup.household",
        "tender.unknown", "tender.known-already", "tender.not-now", "tender.own-plan", "tender.own-evaluation", "tender.own-contract", "tender.deadline-over", "bid.not-open",
        "deliberation.unknown", "deliberation.not-now", "deliberation.own-resolution", "deliberation.decided-by-committee");

    /// <summary>These say what the law still waits for; every other refusal waits for what the officer will type.</summary>
    private static readonly FrozenSet<string> Waiting = FrozenSet.Create(
        "voucher.own-entry", "statement.month-runs", "statement.month-before", "statement.not-booked", "statement.no-bank", "statement.bank-opening", "statement.money-fixed", "statement.ledgers-moved",
        "report.period-runs", "inspection.acted-there", "inspection.too-early", "inspection.not-cured", "rent.agreement-not-public", "cleanup.not-approved",
        "tender.wants-declaration", "tender.deadline-running", "tender.too-few-bidders", "tender.enough-bidders", "tender.no-valid-bid", "tender.valid-bids", "tender.candidates-needed", "tender.candidates-window",
        "tender.not-finished", "bid.before-deadline", "deliberation.not-approved");

    /// <summary>Null when the act is not to be offered.</summary>
    public static OfferedAct? Of<TState, TCommand, TEvent>(RuleBook rules, Decider<TState, TCommand, TEvent> law, TState state, string act, long version, TCommand command) =>
        Of(act, version, Answer(rules, law, state, command));

    public static OfferedAct? Of(string act, long version, Refusal? no) =>
        no is null || (!Hiding.Contains(no.Code) && !Waiting.Contains(no.Code)) ? new(act, version)
        // What is dangerous is not announced before its time.
        : Hiding.Contains(no.Code) || ActForms.Dangerous.Contains(act) ? null
        : new(act, version, no);

    public static Refusal? Answer<TState, TCommand, TEvent>(RuleBook rules, Decider<TState, TCommand, TEvent> law, TState state, TCommand command) =>
        law.Decide(rules, state, command) is Decision<TEvent>.Refused no ? no.Why : null;
}
