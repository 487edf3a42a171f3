using Transparency.Contracts.Declarations;
using Transparency.Contracts.Escrow.Payments;

namespace Transparency.Contracts.Escrow.Ledgers;

/// <summary>
/// One entry of a village's book, on both sides (《山东省村务公开条例》第12条: published line by line).
/// </summary>
/// <param name="Number">as on the paper, unique within the village and month</param>
/// <param name="Lines">debits and credits of equal sums, in yuan</param>
/// <param name="Payee">who was paid, or who paid; may be null for income without a payer, such as interest, and for transfers</param>
/// <param name="Approvers">who signed a payment on paper; empty for income</param>
/// <param name="Deliberation">the village decision behind it, where there is no declaration</param>
/// <param name="Reverses">the voucher that this one takes back, line by line</param>
/// <param name="Lot">of the tender; may be null where that has one lot only</param>
/// <param name="NoCase">the reporting clerk's words why neither decision, contract nor tender stands behind a payment; public</param>
public sealed record Voucher(
    string Number, DateOnly Date, Text Summary, IReadOnlyList<VoucherLine> Lines, Party? Payee, IReadOnlyList<Approver> Approvers,
    AgreementId? Agreement = null, TenderId? Tender = null, DeclarationNumber? Declaration = null,
    DeliberationId? Deliberation = null, VoucherKey? Reverses = null, int? Lot = null, Text? NoCase = null)
{
    /// <summary>Longest number, in characters.</summary>
    public const int LongestNumber = 20;

    /// <summary>Most lines of one voucher.</summary>
    public const int MostLines = 40;

    /// <summary>Yuan received in escrow; never together with <see cref="Out"/>.</summary>
    public Yuan In => Sum(l => l.Account.IsEscrow, l => l.Debit);

    /// <summary>Yuan paid out of escrow.</summary>
    public Yuan Out => Sum(l => l.Account.IsEscrow, l => l.Credit);

    /// <summary>
    /// What it brings to the escrow account's income, yuan. What takes an income back is no expense: it lessens the side on which it stood.
    /// </summary>
    public Yuan Income => Reverses is null ? In : Yuan.Zero - Out;

    /// <summary>What it costs the escrow account, yuan; below zero where it takes an expense back.</summary>
    public Yuan Expense => Reverses is null ? Out : Yuan.Zero - In;

    public Yuan CashIn => Sum(l => l.Account.IsCash, l => l.Debit);

    public Yuan CashOut => Sum(l => l.Account.IsCash, l => l.Credit);

    /// <summary>Above zero for income of the escrow account, below for expense.</summary>
    public Yuan Net => In - Out;

    /// <summary>Between the clerk's cash and the escrow account: nothing is earned or spent.</summary>
    public bool IsTransfer => Lines.All(l => l.Account.IsMoney);

    /// <summary>Whether it moves any money at all; a claim or a debt that arises does not.</summary>
    public bool MovesMoney => Lines.Any(l => l.Account.IsMoney);

    /// <summary>What left the village's hands; a transfer and a reversal do not.</summary>
    public Yuan PaidOut => IsTransfer || Reverses is not null ? Yuan.Zero : Out + CashOut;

    /// <summary>Whether a decision, a contract or a tender stands behind it; a lease is no ground to pay.</summary>
    public bool HasCase => Under.IsAny || Declaration is not null || Deliberation is not null;

    /// <summary>What two entries of the same paper have in common, whatever number they were given.</summary>
    public string Fingerprint =>
        string.Join('\u001f', CanonicalJson.Iso(Date), Summary.Zh, Payee?.Kind, Payee?.Name.Zh,
            string.Join('\u001e', Lines.Select(l => $"{l.Account} {l.Debit} {l.Credit}")));

    /// <summary>Whether only words and links differ, so that nothing that is booked moves.</summary>
    public bool SameMoney(Voucher other) =>
        (Number, Date, Reverses) == (other.Number, other.Date, other.Reverses) && Lines.SequenceEqual(other.Lines);

    public bool Equals(Voucher? other) =>
        other is not null && SameMoney(other) && (Summary, Payee) == (other.Summary, other.Payee)
        && Approvers.SequenceEqual(other.Approvers)
        && (Agreement, Tender, Lot, Declaration, Deliberation, NoCase)
            == (other.Agreement, other.Tender, other.Lot, other.Declaration, other.Deliberation, other.NoCase);

    public PaidUnder Under => PaidUnder.Of(Tender, Lot, Agreement);

    /// <summary>What a contract that it names hears of: money that left the village.</summary>
    public bool IsPayment => PaidOut > Yuan.Zero && Under.IsAny;

    public override int GetHashCode() => HashCode.Combine(Number, Date);

    /// <summary>The same lines with their sides exchanged: what a reversing entry has to say.</summary>
    public IReadOnlyList<VoucherLine> Mirrored => [.. Lines.Select(l => new VoucherLine(l.Account, l.Credit, l.Debit))];

    private Yuan Sum(Func<VoucherLine, bool> which, Func<VoucherLine, Yuan> side) => Lines.Where(which).Sum(side);
}

/// <summary>One side of one account; the account of a payment is also its budget line (预算科目).</summary>
/// <param name="Debit">yuan; exactly one of <paramref name="Debit"/> and <paramref name="Credit"/> is above zero</param>
public sealed record VoucherLine(AccountCode Account, Yuan Debit, Yuan Credit);

/// <summary>A voucher of a village, wherever its month: <c>2026-08/0801</c>.</summary>
public readonly record struct VoucherKey(Month Month, string Number)
{
    /// <summary>Null unless the text is a month, a slash and a number.</summary>
    public static VoucherKey? Parse(string text) =>
        text.Split('/') is [var month, { Length: > 0 } number] && Transparency.Contracts.Month.Parse(month) is { } m
            ? new(m, number)
            : null;

    public override string ToString() => $"{Month}/{Number}";
}

/// <summary>A voucher and who entered it: another person has to book it.</summary>
/// <param name="AsEntered">before its words were mended; null when they never were</param>
/// <param name="ReversedBy">the reversing voucher, once there is one</param>
public sealed record EnteredVoucher(Voucher Voucher, PersonId By, Voucher? AsEntered = null, VoucherKey? ReversedBy = null);
