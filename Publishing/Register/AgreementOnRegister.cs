using Transparency.Contracts;
using Transparency.Contracts.Agreements;

namespace Transparency.Publishing.Register;

/// <summary>One disclosure of an agreement.</summary>
/// <param name="Declaration">key of the declaration's stream; internal, on no page</param>
/// <param name="Number">the declaration's public number</param>
public sealed record AgreementEdition(
    int Ordinal, DateTimeOffset At, Text Unit, string Declaration, string Number, AgreementSection Section, ContentHash Hash);

/// <param name="Unit">who confirmed it</param>
public sealed record HeldLease(HoldingState State, DateOnly On, Text Reason, Text Unit);

/// <summary>What the public may know of an agreement: its disclosures and payments, never its working copy.</summary>
/// <param name="Payments">booked vouchers that pay under it; those taken back are struck through</param>
/// <param name="LastPaid">when the newest act beside its editions came to be public; null before any</param>
/// <param name="Held">what became of the lease, as another person confirmed it; null while it just runs</param>
public sealed record AgreementOnRegister(
    string Id, AgreementId Agreement, IReadOnlyList<AgreementEdition> Editions, IReadOnlyList<PaidVoucher> Payments,
    int PaymentActs = 0, DateTimeOffset? LastPaid = null, HeldLease? Held = null) : IPublicRow
{
    public string PublicKey => Agreement.Value;

    public AgreementEdition Current => Editions[^1];

    public AgreementSection Section => Current.Section;

    public int Acts => Editions.Count + PaymentActs;

    public DateTimeOffset LastAct => LastPaid is { } paid && paid > Current.At ? paid : Current.At;

    public CaseEntry? Entry => new(CaseKind.Agreement, Agreement.Value, Section.Village, Agreement.Year);

    // Its declarations name it by its id once it has a page of its own.
    public IEnumerable<string> OwnSlices() =>
    [
        Slices.Agreement(Agreement),
        .. Editions.Select(e => Slices.Declaration(e.Declaration)),
        .. Slices.TenderOf(Section.Tender),
        .. Slices.WorkOf(Section.Work),
        .. Section.Kind == AgreementKind.Lease ? Slices.Owed(Agreement.Village) : [],
    ];

    public static AgreementOnRegister? Evolve(AgreementOnRegister? now, string id, object e) => (now, e) switch
    {
        (null, AgreementDisclosed x) => new(id, x.Section.Id, [EditionOf(1, x)], x.Paid ?? []),
        (null, _) => null,
        (_, AgreementDisclosed x) => now with { Editions = [.. now.Editions, EditionOf(now.Editions.Count + 1, x)] },
        (_, AgreementPaid x) => now.Paid([.. now.Payments, new(x.Of, x.Voucher, x.Amount, x.On, null)], x.By),
        (_, AgreementPaymentReversed x) => now.Paid(
            [.. now.Payments.Select(p => (p.Of, p.Voucher) == (x.Of, x.Voucher) ? p with { Reversal = x.Reversal } : p)], x.By),
        (_, AgreementHoldingConfirmed x) => now with
        {
            Held = new(x.Holding.State, x.Holding.On, x.Holding.Reason, x.By.Unit), PaymentActs = now.PaymentActs + 1, LastPaid = x.By.At,
        },
        _ => now,
    };

    private AgreementOnRegister Paid(IReadOnlyList<PaidVoucher> payments, Signature by) =>
        this with { Payments = payments, PaymentActs = PaymentActs + 1, LastPaid = by.At };

    private static AgreementEdition EditionOf(int ordinal, AgreementDisclosed x) =>
        new(ordinal, x.By.At, x.By.Unit, $"declaration/{x.Declaration}", x.Number, x.Section, x.Hash);
}
