using Transparency.Contracts.Deadlines;

namespace Transparency.Contracts.Objections;

/// <summary>
/// What happened to one objection, on the stream <c>objection/{id}</c>. The words themselves stand in a deletable document, never here.
/// </summary>
public abstract record ObjectionEvent;

/// <param name="Round">the window in which it arrived</param>
/// <param name="At">UTC; before the window's end</param>
/// <param name="Due">when its answer is due; null when the holidays of that time are not known yet,
/// for nobody is turned away over that</param>
public sealed record ObjectionRaised(
    ObjectionId Id, DeclarationId Declaration, int Round, DateTimeOffset At, Deadline? Due) : ObjectionEvent;

/// <summary>Answered, or set aside with a public reason; the same act stands on the declaration's stream.</summary>
public sealed record ObjectionSettled(bool SetAside, Signature By) : ObjectionEvent, ISigned;

public abstract record Objection
{
    public sealed record None : Objection;

    public sealed record Raised(ObjectionId Id, DeclarationId Declaration, int Round, DateTimeOffset At, Deadline? Due) : Objection;

    public sealed record Settled(ObjectionId Id, DeclarationId Declaration) : Objection;
}

public abstract record ObjectionCommand
{
    /// <summary>From anybody, named or not, while the window runs.</summary>
    public sealed record Raise(
        ObjectionId Id, DeclarationId Declaration, Declarations.Declaration State, DateTimeOffset At) : ObjectionCommand;

    /// <summary>Part of settling it on the declaration, where the guards are.</summary>
    public sealed record Settle(bool SetAside, Officer By, DateTimeOffset At) : ObjectionCommand;
}

public static class ObjectionDecider
{
    public static readonly Decider<Objection, ObjectionCommand, ObjectionEvent> Law = new(new Objection.None(), Decide, Evolve);

    /// <summary>The rule by which an answer is due.</summary>
    public const string AnswerRule = "OBJECTION_ANSWER";

    private static Decision<ObjectionEvent> Decide(RuleBook rules, Objection state, ObjectionCommand command) => (state, command) switch
    {
        (Objection.None, ObjectionCommand.Raise { State: Declarations.Declaration.InPublicity s } c) when c.At < s.Window.Ends =>
            new ObjectionRaised(c.Id, c.Declaration, s.Case.Round, c.At, DueOf(rules, s.Case.Content.Village, c.At)),
        (Objection.None, ObjectionCommand.Raise) => Refusal.NotNow("objection.no-window"),
        (Objection.Raised, ObjectionCommand.Settle c) => new ObjectionSettled(c.SetAside, c.By.Sign(c.At)),
        (Objection.Settled, _) => Refusal.Twice("objection.settled-already"),
        _ => Refusal.NotNow("objection.unknown"),
    };

    private static Deadline? DueOf(RuleBook rules, VillageCode? village, DateTimeOffset at) =>
        rules.Count(AnswerRule, Shanghai.DayOf(at), village) is Result<Deadline>.Of(var due) ? due : null;

    private static Objection Evolve(Objection state, ObjectionEvent e) => (state, e) switch
    {
        (_, ObjectionRaised x) => new Objection.Raised(x.Id, x.Declaration, x.Round, x.At, x.Due),
        (Objection.Raised s, ObjectionSettled) => new Objection.Settled(s.Id, s.Declaration),
        _ => state,
    };
}
