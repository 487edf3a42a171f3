using Transparency.Contracts;

namespace Transparency.Portal.Store;

/// <summary>What became of an act.</summary>
public abstract record Outcome
{
    /// <param name="Moved">the streams that moved, the act's own first; none when there was nothing to do</param>
    public sealed record Done(IReadOnlyList<StreamMoved> Moved) : Outcome;

    public sealed record Refused(Refusal Why) : Outcome;

    public static Task<Outcome> No(Refusal why) => Task.FromResult<Outcome>(new Refused(why));

    private Outcome() { }
}

/// <param name="Version">after the act</param>
public sealed record StreamMoved(string Stream, long Version);
