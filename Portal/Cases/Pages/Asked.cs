using Transparency.Contracts;
using Transparency.Portal.Cases.Acts;

namespace Transparency.Portal.Cases.Pages;

/// <summary>
/// Which acts a page offers is found by asking the law, with a sound command of each kind: no rule is written down twice.
/// </summary>
public static class Asked
{
    public static readonly Text Sound = new("…");

    /// <summary>The act is not this officer's, not of this state, or done already: no page offers it.</summary>
    public static bool Hides(Refusal? no) => no?.Nature is Nature.NotYours or Nature.NotNow or Nature.Twice;

    /// <summary>
    /// What the law still waits for; null when the act may be done, or when all that is wrong is what its form will ask for.
    /// </summary>
    public static Refusal? NotYet(Refusal? no, bool asksForSomething) => asksForSomething && no is { Nature: Nature.Mend } ? null : no;

    /// <summary>Null when the act is not to be offered.</summary>
    public static OfferedAct? Of<TState, TCommand, TEvent>(
        RuleBook rules, Decider<TState, TCommand, TEvent> law, TState state, Act act, long version, TCommand command) =>
        Of(act, version, Answer(rules, law, state, command));

    public static OfferedAct? Of(Act act, long version, Refusal? no) =>
        Hides(no) ? null
        : NotYet(no, act.Form.Count > 0) is not { } why ? new(act, version)
        // What is dangerous is not announced before its time.
        : act.IsDangerous ? null
        : new(act, version, why);

    public static Refusal? Answer<TState, TCommand, TEvent>(
        RuleBook rules, Decider<TState, TCommand, TEvent> law, TState state, TCommand command) =>
        law.Decide(rules, state, command) is Decision<TEvent>.Refused no ? no.Why : null;
}
