namespace Transparency.Contracts;

/// <summary>What a command leads to: the events that now have happened, or one named refusal. Never an exception.</summary>
public abstract record Decision<TEvent>
{
    public sealed record Accepted(IReadOnlyList<TEvent> Events) : Decision<TEvent>;

    public sealed record Refused(Refusal Why) : Decision<TEvent>;

    public static implicit operator Decision<TEvent>(TEvent happened) => new Accepted([happened]);

    public static implicit operator Decision<TEvent>(Refusal why) => new Refused(why);

    private Decision() { }
}
