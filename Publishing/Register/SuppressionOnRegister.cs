using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Suppressions;

namespace Transparency.Publishing.Register;

/// <summary>What was taken out of the public view, by which law and by whom; from the confirmation on.</summary>
/// <param name="Unit">the body in whose name it was confirmed</param>
public sealed record SuppressionOnRegister(
    string Id, SuppressionNumber Number, SuppressionGround Ground, Text Reason, IReadOnlyList<SuppressedEdition> Editions,
    IReadOnlyList<SuppressedFile> Files, PublicAct Proposed, Text Unit, DateTimeOffset At) : IPublicRow
{
    public string PublicKey => $"{Number}";

    public int Acts => 1;

    public DateTimeOffset LastAct => At;

    public CaseEntry? Entry => null;

    public IEnumerable<string> OwnSlices() => [Slices.Suppression(Number), Slices.Suppressions];

    public static SuppressionOnRegister? Evolve(SuppressionOnRegister? now, string id, object e) => e is SuppressionConfirmed x
        ? new(id, x.Number, x.Words.Ground, x.Words.Reason, x.Editions, x.Files, x.Proposed, x.By.Unit, x.By.At)
        : now;
}
