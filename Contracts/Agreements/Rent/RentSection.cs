namespace Transparency.Contracts.Agreements.Rent;

/// <summary>One instalment of the schedule.</summary>
/// <param name="Day">last day on which it may be paid</param>
/// <param name="Amount">more than zero</param>
public sealed record RentDue(DateOnly Day, Yuan Amount);

/// <summary>Money that came in.</summary>
/// <param name="Amount">never zero; a negative one takes back an earlier receipt of the same day and voucher</param>
/// <param name="Voucher">number in the village's book of that month, or null</param>
/// <param name="For">the instalment that the payer named (Civil Code, art. 560), or null for the oldest one open</param>
public sealed record RentReceipt(DateOnly On, Yuan Amount, string? Voucher = null, DateOnly? For = null);

/// <summary>What became of one instalment.</summary>
/// <param name="On">day of the latest money for it, or null</param>
/// <param name="Arrears">zero until its day is over</param>
public sealed record RentRow(DateOnly Due, Yuan Amount, Yuan Received, DateOnly? On, Yuan Arrears);

/// <summary>What the public sees of the rent of one agreement in one year, as of a day.</summary>
/// <param name="Rows">by due day</param>
/// <param name="Receipts">by day; what was taken back is left out</param>
public sealed record RentSection(
    AgreementId Agreement, int Year, DateOnly AsOf, IReadOnlyList<RentRow> Rows, IReadOnlyList<RentReceipt> Receipts)
{
    public Yuan Due => Rows.Sum(r => r.Amount);

    public Yuan Received => Rows.Sum(r => r.Received);

    public Yuan Arrears => Rows.Sum(r => r.Arrears);

    public ContentHash Hash => ContentHash.Over(CanonicalJson.Of(this));

    public static RentSection Of(RentBook book, DateOnly asOf)
    {
        var known = book.Receipts.Where(r => r.On <= asOf).OrderBy(r => r.On).ToList();
        return new(book.Agreement, book.Year, asOf, RentAllocation.Of(book.Dues, known, asOf), known);
    }
}
