using Transparency.Contracts;
using Transparency.Contracts.Losses;

namespace Transparency.Publishing.Register;

/// <summary>Records that were lost and are known to have been public: their addresses stay, and so do their files.</summary>
/// <param name="Pages">addresses in the first language</param>
/// <param name="Unit">the body in whose name the loss was accepted</param>
public sealed record LossOnRegister(
    string Id, int Ordinal, Text Reason, IReadOnlyList<string> Pages, IReadOnlyList<KeptFile> Files, Text Unit, DateTimeOffset At)
    : IPublicRow
{
    public string PublicKey => Id;

    public int Acts => 1;

    public DateTimeOffset LastAct => At;

    public CaseEntry? Entry => null;

    public IEnumerable<string> OwnSlices() => [Slices.Loss(Ordinal), Slices.Losses];

    public static LossOnRegister? Evolve(LossOnRegister? now, string id, object e) =>
        e is LossAccepted x ? new(id, x.Ordinal, x.Reason, x.Pages, x.Files, x.By.Unit, x.By.At) : now;
}
