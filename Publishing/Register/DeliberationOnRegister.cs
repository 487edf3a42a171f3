using Transparency.Contracts;
using Transparency.Contracts.Deliberations;

namespace Transparency.Publishing.Register;

/// <summary>
/// What the public may know of a village decision beside what its declaration carries: the result that was posted, and nothing before it.
/// </summary>
/// <param name="On">the day on which it was posted in the village</param>
/// <param name="Unit">in whose name</param>
public sealed record DeliberationOnRegister(
    string Id, DeliberationId Deliberation, DateOnly On, Text Unit, Text Result, IReadOnlyList<Attachment> Evidence,
    DateTimeOffset LastAct) : IPublicRow
{
    public string PublicKey => Deliberation.Value;

    public int Acts => 1;

    public CaseEntry? Entry => null;

    public IEnumerable<string> OwnSlices() => [Slices.Deliberation(Deliberation)];

    public static DeliberationOnRegister? Evolve(DeliberationOnRegister? now, string id, object e) => (now, e) switch
    {
        (null, DeliberationResultPosted x) => new(id, x.Id, x.On, x.By.Unit, x.Result, x.Evidence, x.By.At),
        _ => now,
    };
}
