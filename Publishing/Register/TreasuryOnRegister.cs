using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Treasury;

namespace Transparency.Publishing.Register;

/// <summary>One signature under the town's payments of a month.</summary>
/// <param name="At">of the third person's signature, UTC</param>
public sealed record TreasuryEdition(
    int Ordinal, DateTimeOffset At, Text Unit, PublicAct Entered, PublicAct Checked, TreasurySection Section, ContentHash Hash);

/// <summary>A payment, and the later one that takes it back.</summary>
public sealed record TakenBackPayment(string Number, VoucherKey By);

/// <summary>What the public may know of what the town paid in one month: its signed editions.</summary>
/// <param name="TakenBack">payments of this month, each with the later payment that takes it back, in order of these acts</param>
public sealed record TreasuryOnRegister(
    string Id, Month Month, IReadOnlyList<TreasuryEdition> Editions, IReadOnlyList<TakenBackPayment> TakenBack,
    int Acts, DateTimeOffset LastAct) : IPublicRow
{
    // Not the month alone: that is how a declaration's number is written too.
    public string PublicKey => new PayerMonth(null, Month).ToString();

    public TreasuryEdition Current => Editions[^1];

    public TreasurySection Section => Current.Section;

    /// <summary>Null while the payment stands.</summary>
    public VoucherKey? BackOf(string number) => TakenBack.FirstOrDefault(back => back.Number == number)?.By;

    public CaseEntry? Entry => new(CaseKind.Treasury, PublicKey, null, Month.Year);

    public IEnumerable<string> OwnSlices() =>
        [Slices.Treasury(Month), .. Section.Lines.SelectMany(LinkedTo).Distinct(StringComparer.Ordinal)];

    public static TreasuryOnRegister? Evolve(TreasuryOnRegister? now, string id, object e) => (now, e) switch
    {
        (null, TreasuryDisclosed x) =>
            new(id, x.Section.Month, [EditionOf(x)], [], 1, x.By.At),
        (not null, TreasuryDisclosed x) =>
            now with { Editions = [.. now.Editions, EditionOf(x)], Acts = now.Acts + 1, LastAct = x.By.At },
        (not null, TreasuryPaymentTakenBack x) => now with
        {
            TakenBack = [.. now.TakenBack, new(x.Number, x.Reversal)], Acts = now.Acts + 1, LastAct = x.By.At,
        },
        _ => now,
    };

    /// <summary>What a line belongs to: its page leads to the money, and the line to it.</summary>
    public static IEnumerable<string> LinkedTo(TreasuryLine line) =>
    [
        .. Slices.TenderOf(line.Tender),
        .. line.Agreement is { } agreement ? [Slices.Agreement(agreement)] : Array.Empty<string>(),
        .. line.Declaration is { } number ? [Slices.Numbered(number)] : Array.Empty<string>(),
    ];

    private static TreasuryEdition EditionOf(TreasuryDisclosed x) =>
        new(x.Edition, x.By.At, x.By.Unit, x.Entered, x.Checked, x.Section, x.Hash);
}
