using Transparency.Contracts;
using Transparency.Contracts.Agreements.CleanUp;

namespace Transparency.Publishing.Register;

/// <summary>What the public may know of a clean-up drive; its cases are rows of their own.</summary>
/// <param name="Opened">local day</param>
/// <param name="Unit">who opened it</param>
/// <param name="Closed">null while it runs</param>
public sealed record DriveOnRegister(
    string Id, DriveId Drive, Text Title, Text What, IReadOnlyList<VillageCode> Villages, Text Unit, DateOnly Opened, DateOnly? Closed,
    DateTimeOffset LastAct) : IPublicRow
{
    public string PublicKey => Drive.Value;

    public int Acts => Closed is null ? 1 : 2;

    public CaseEntry? Entry => null;

    public IEnumerable<string> OwnSlices() => [Slices.Drive(Drive), Slices.CleanUps];

    public static DriveOnRegister? Evolve(DriveOnRegister? now, string id, object e) => (now, e) switch
    {
        (_, DriveOpened x) => new(id, x.Id, x.Title, x.What, x.Villages, x.By.Unit, Shanghai.DayOf(x.By.At), null, x.By.At),
        ({ } d, DriveClosed x) => d with { Closed = Shanghai.DayOf(x.By.At), LastAct = x.By.At },
        _ => now,
    };
}
