using Transparency.Contracts;
using Transparency.Contracts.Deliberations;

namespace Transparency.Publishing.Register;

/// <summary>A decision as it was posted.</summary>
/// <param name="At">of the act that recorded the posting, UTC</param>
/// <param name="Unit">in whose name</param>
public sealed record DecisionEdition(DateTimeOffset At, Text Unit, DecisionSection Section, ContentHash Hash)
{
    /// <summary>What has been voted does not change; another vote is another decision.</summary>
    public const int Ordinal = 1;
}

/// <summary>What came of a decision.</summary>
/// <param name="On">the day on which it was posted in the village</param>
/// <param name="Unit">in whose name</param>
public sealed record DecisionResult(DateOnly On, Text Unit, Text Words, IReadOnlyList<Attachment> Evidence);

/// <summary>
/// What the public may know of a village decision beside what its declaration carries: the decision itself on a routine matter once its
/// resolution was posted, and the result that was posted; nothing before that.
/// </summary>
/// <param name="Edition">null where it stands with its declaration</param>
public sealed record DeliberationOnRegister(
    string Id, DeliberationId Deliberation, DecisionEdition? Edition, DecisionResult? Result, int Acts, DateTimeOffset LastAct) : IPublicRow
{
    public string PublicKey => Deliberation.Value;

    public CaseEntry? Entry => Edition is { Section: var s } ? new(CaseKind.Decision, PublicKey, s.Village, s.Decision.Posted.Year) : null;

    public IEnumerable<string> OwnSlices() => [Slices.Deliberation(Deliberation)];

    public static DeliberationOnRegister? Evolve(DeliberationOnRegister? now, string id, object e) => (now, e) switch
    {
        (null, DeliberationResolutionPosted { Section: { } section, Hash: { } hash } x) =>
            new(id, section.Decision.Number, new(x.By.At, x.By.Unit, section, hash), null, 1, x.By.At),
        (_, DeliberationResultPosted x) => (now ?? new(id, x.Id, null, null, 0, x.By.At)) with
        {
            Result = new(x.On, x.By.Unit, x.Result, x.Evidence), Acts = (now?.Acts ?? 0) + 1, LastAct = x.By.At,
        },
        _ => now,
    };
}
