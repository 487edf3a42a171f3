namespace Transparency.Contracts;

/// <summary>
/// One value, or one named refusal where there is none. Nothing has happened by it: what happens is a <see cref="Decision{TEvent}"/>.
/// </summary>
public abstract record Result<T>
{
    public sealed record Of(T Value) : Result<T>;

    public sealed record Refused(Refusal Why) : Result<T>;

    public static implicit operator Result<T>(T value) => new Of(value);

    public static implicit operator Result<T>(Refusal why) => new Refused(why);

    private Result() { }

    /// <summary>What follows from the value; without one, its refusal.</summary>
    public Decision<TEvent> Decide<TEvent>(Func<T, Decision<TEvent>> by) => this switch
    {
        Of(var value) => by(value),
        _ => ((Refused)this).Why,
    };
}
