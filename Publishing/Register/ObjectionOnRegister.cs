using Transparency.Contracts;
using Transparency.Contracts.Objections;

namespace Transparency.Publishing.Register;

/// <summary>That an objection arrived; who and what stays in the office. Pages show the number only.</summary>
/// <param name="Declaration">key of the declaration's stream</param>
/// <param name="Due">the last day for its answer; null when it could not be counted</param>
/// <param name="Settled">the day on which it was answered or set aside; null while it waits</param>
public sealed record ObjectionOnRegister(
    string Id, string Declaration, int Round, DateTimeOffset At, DateOnly? Due, DateOnly? Settled = null) : IPublicRow
{
    public string PublicKey => Id;

    public int Acts => 0;

    public DateTimeOffset LastAct => At;

    public CaseEntry? Entry => null;

    // The page and the year's data file state how many objections arrived.
    public IEnumerable<string> OwnSlices() => [Slices.Declaration(Declaration)];

    public static ObjectionOnRegister? Evolve(ObjectionOnRegister? now, string id, object e) => (now, e) switch
    {
        (_, ObjectionRaised x) => new(id, $"declaration/{x.Declaration}", x.Round, x.At, x.Due?.Last),
        (not null, ObjectionSettled x) => now with { Settled = Shanghai.DayOf(x.By.At) },
        _ => now,
    };
}
