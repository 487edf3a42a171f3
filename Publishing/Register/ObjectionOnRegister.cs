using Transparency.Contracts;
using Transparency.Contracts.Objections;

namespace Transparency.Publishing.Register;

/// <summary>That an objection arrived; who and what stays in the office. Pages show the number only.</summary>
/// <param name="Declaration">key of the declaration's stream</param>
public sealed record ObjectionOnRegister(string Id, string Declaration, int Round, DateTimeOffset At) : IPublicRow
{
    public string PublicKey => Id;

    public int Acts => 0;

    public DateTimeOffset LastAct => At;

    public static ObjectionOnRegister? Evolve(ObjectionOnRegister? now, string id, object e) =>
        e is ObjectionRaised x ? new(id, $"declaration/{x.Declaration}", x.Round, x.At) : now;
}
