using Transparency.Contracts.Declarations;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Payments;

namespace Transparency.Contracts.Treasury;

/// <summary>
/// 镇级财政支付: what the town paid from its own budget in one month, payment by payment. It is no accounting system: there is
/// no balance in it, and nothing is matched with a bank.
/// </summary>
public abstract record TreasuryMonth
{
    public sealed record None : TreasuryMonth;

    /// <param name="Edition">editions so far; 0 = never public</param>
    /// <param name="Checked">who found that all that stands here agrees with the papers; null since something else came</param>
    public sealed record Kept(Month Month, IReadOnlyList<TreasuryEntry> Entries, int Edition, TreasuryCheck? Checked) : TreasuryMonth
    {
        public IEnumerable<TreasuryEntry> Waiting => Entries.Where(e => !e.IsSigned);

        /// <summary>Null for a number that is not in this month.</summary>
        public TreasuryEntry? Find(string number) => Entries.FirstOrDefault(e => e.Payment.Number == number);
    }

    /// <summary>Null for a payment that this month does not have.</summary>
    public TreasuryEntry? Entry(string number) => (this as Kept)?.Find(number);
}

/// <param name="Hash">of the section as it was checked</param>
public sealed record TreasuryCheck(ContentHash Hash, Signature Signed);

/// <summary>A payment and who entered it: two others have to check and to sign it.</summary>
/// <param name="IsSigned">public from then on</param>
/// <param name="TakenBack">the signed payment that takes this one back; null while it stands</param>
public sealed record TreasuryEntry(TreasuryPayment Payment, Signature Entered, bool IsSigned, VoucherKey? TakenBack = null);

/// <summary>One payment from the town's budget.</summary>
/// <param name="Number">as on the paper, unique within the month</param>
/// <param name="Amount">yuan, above 0; where it takes another one back, what comes in again</param>
/// <param name="Payee">who was paid</param>
/// <param name="Lot">of the tender; null where that has one lot only</param>
/// <param name="Reverses">the signed payment that this one takes back</param>
public sealed record TreasuryPayment(
    string Number, DateOnly On, Text Purpose, Party Payee, Yuan Amount, TenderId? Tender = null, int? Lot = null,
    AgreementId? Agreement = null, DeclarationNumber? Declaration = null, VoucherKey? Reverses = null)
{
    /// <summary>Longest number, in characters.</summary>
    public const int LongestNumber = 30;

    public PaidUnder Under => PaidUnder.Of(Tender, Lot, Agreement);

    /// <summary>What takes this one back: the same sum, payee and contract.</summary>
    public TreasuryPayment TakenBackBy(string number, DateOnly on, Text purpose, Month month) =>
        this with { Number = number, On = on, Purpose = purpose, Reverses = new(month, Number) };
}

/// <summary>What an officer may ask of the town's payments of one month. <c>At</c> is the moment of the request, UTC.</summary>
public abstract record TreasuryCommand(Officer By, DateTimeOffset At)
{
    /// <param name="Original">what it takes back, as it stands in its own month; null when it takes nothing back</param>
    public sealed record Enter(
        Month Month, TreasuryPayment Payment, TreasuryEntry? Original, Officer By, DateTimeOffset At) : TreasuryCommand(By, At);

    /// <summary>By who checks or signs: the payment does not stand as the papers say. It leaves the list before it was public.</summary>
    public sealed record Refuse(string Number, Text Reason, Officer By, DateTimeOffset At) : TreasuryCommand(By, At);

    public sealed record Check(ContentHash Seen, Officer By, DateTimeOffset At) : TreasuryCommand(By, At);

    /// <param name="Originals">of the waiting payments that take another one back, as these stand in their own months</param>
    public sealed record Sign(
        ContentHash Seen, IReadOnlyDictionary<VoucherKey, TreasuryEntry> Originals, Officer By, DateTimeOffset At)
        : TreasuryCommand(By, At);

    /// <summary>Part of signing the payment that takes this one back, never an act of its own.</summary>
    public sealed record MarkTakenBack(string Number, VoucherKey Reversal, Officer By, DateTimeOffset At) : TreasuryCommand(By, At);
}
