using System.Globalization;
using Transparency.Contracts;
using Transparency.Contracts.Agreements.Rent;
using Transparency.Contracts.Declarations;

namespace Transparency.Publishing.Register;

/// <summary>One disclosure of a year's rent.</summary>
/// <param name="At">of the last of the three signatures, UTC</param>
/// <param name="Unit">who signed</param>
public sealed record RentEdition(
    int Ordinal, DateTimeOffset At, Text Unit, PublicAct Prepared, PublicAct Checked, RentSection Section, ContentHash Hash);

/// <summary>
/// What the public may know of the rent of one agreement in one year: its signed accounts, never a receipt before its signature.
/// </summary>
public sealed record RentOnRegister(string Id, AgreementId Agreement, int Year, IReadOnlyList<RentEdition> Editions) : IPublicRow
{
    public string PublicKey => string.Create(CultureInfo.InvariantCulture, $"{Agreement}/{Year:0000}");

    public RentEdition Current => Editions[^1];

    public RentSection Section => Current.Section;

    public int Acts => Editions.Count;

    public DateTimeOffset LastAct => Current.At;

    public CaseEntry? Entry => null;

    public IEnumerable<string> OwnSlices() =>
        [Slices.Agreement(Agreement), Slices.Rents, Slices.RentYear(Year), .. Slices.Owed(Agreement.Village)];

    public static RentOnRegister? Evolve(RentOnRegister? now, string id, object e) => e is not RentDisclosed x ? now
        : now is null ? new(id, x.Section.Agreement, x.Section.Year, [EditionOf(x)])
        : now with { Editions = [.. now.Editions, EditionOf(x)] };

    private static RentEdition EditionOf(RentDisclosed x) => new(x.Edition, x.By.At, x.By.Unit, x.Prepared, x.Checked, x.Section, x.Hash);
}
