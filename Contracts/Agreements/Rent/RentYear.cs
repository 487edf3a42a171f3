using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Payments;

namespace Transparency.Contracts.Agreements.Rent;

/// <summary>The rent of one agreement in one year: kept, prepared, checked, and kept on after each disclosure.</summary>
public abstract record RentYear
{
    public sealed record None : RentYear;

    public abstract record Known(RentBook Book) : RentYear;

    public sealed record Kept(RentBook Book) : Known(Book);

    /// <param name="Section">stays as it was prepared, whatever is received meanwhile</param>
    public sealed record Prepared(RentBook Book, RentSection Section, Signature By) : Known(Book);

    public sealed record Checked(RentBook Book, RentSection Section, Signature PreparedBy, Signature By) : Known(Book);
}

/// <summary>What the office knows of it.</summary>
/// <param name="Receipts">in the order in which they were entered; what was taken back is gone</param>
/// <param name="Keepers">every person who entered or prepared anything</param>
/// <param name="Edition">disclosures so far; 0 = never public</param>
/// <param name="ContractEdition">the agreement's newest edition at the last disclosure</param>
public sealed record RentBook(
    AgreementId Agreement, int Year, IReadOnlyList<RentDue> Dues, IReadOnlyList<RentReceipt> Receipts,
    IReadOnlyList<PersonId> Keepers, int Edition, int ContractEdition = 0)
{
    public Yuan Due => Dues.Sum(d => d.Amount);

    public Yuan Received => Receipts.Sum(r => r.Amount);

    public RentBook KeptBy(Signature by) => Keepers.Contains(by.Person) ? this : this with { Keepers = [.. Keepers, by.Person] };

    /// <summary>Yuan that are counted under a voucher of this month.</summary>
    public Yuan Under(VoucherKey voucher) =>
        Receipts.Where(r => r.Voucher == voucher.Number && Month.Of(r.On) == voucher.Month).Sum(r => r.Amount);

    /// <summary>With one receipt more, or, when it takes one back, with that one less.</summary>
    public RentBook With(RentReceipt receipt) => this with
    {
        Receipts = receipt.Amount < Yuan.Zero && TakenBackBy(receipt) is { } index
            ? [.. Receipts.Where((_, i) => i != index)]
            : [.. Receipts, receipt],
    };

    /// <summary>Place of the receipt that a negative one takes back: same day, same voucher, same amount.</summary>
    public int? TakenBackBy(RentReceipt receipt) => Receipts.Index()
        .Where(r => r.Item.On == receipt.On && r.Item.Voucher == receipt.Voucher && r.Item.Amount + receipt.Amount == Yuan.Zero)
        .Select(r => (int?)r.Index).LastOrDefault();
}

/// <summary>Where a receipt comes from.</summary>
/// <param name="IsKept">the village keeps books of that month: no rent comes in beside them</param>
/// <param name="Voucher">that the receipt names; null where the book has none</param>
/// <param name="Counted">yuan of it that the rent of other years counts already</param>
public sealed record ReceiptBasis(bool IsKept, BookedIncome? Voucher, Yuan Counted)
{
    /// <summary>Of a month before the village's books came under escrow: the paper is all there is.</summary>
    public static readonly ReceiptBasis BeforeBooks = new(false, null, Yuan.Zero);
}

/// <summary>What an officer may ask of it. <c>At</c> is the moment of the request, UTC.</summary>
public abstract record RentCommand(Officer By, DateTimeOffset At)
{
    /// <param name="State">the agreement as it is now</param>
    /// <param name="Year">all due days lie in it</param>
    public sealed record Schedule(
        AgreementId Agreement, Agreement State, int Year, IReadOnlyList<RentDue> Dues, Officer By, DateTimeOffset At) : RentCommand(By, At);

    /// <param name="Basis">what the village's book says of it</param>
    public sealed record Receive(RentReceipt Receipt, ReceiptBasis Basis, Officer By, DateTimeOffset At) : RentCommand(By, At);

    public sealed record Prepare(Officer By, DateTimeOffset At) : RentCommand(By, At)
    {
        /// <summary>The agreement as it is now, to say early what the signature would refuse; null where nobody asks.</summary>
        public Agreement.Registered? State { get; init; }
    }

    public sealed record Check(ContentHash Seen, Officer By, DateTimeOffset At) : RentCommand(By, At);

    /// <param name="State">the agreement as it is now; its rent becomes public only after itself</param>
    public sealed record Sign(Agreement State, ContentHash Seen, Officer By, DateTimeOffset At) : RentCommand(By, At);
}
