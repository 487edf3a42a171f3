using Transparency.Contracts.Escrow.Ledgers;

namespace Transparency.Contracts.Escrow.Payments;

/// <summary>One payment under a contract, from the entry of its voucher on.</summary>
/// <param name="Of">who pays, and the month of the book</param>
/// <param name="Amount">yuan, more than 0</param>
/// <param name="IsBooked">counted in public from then on</param>
/// <param name="TakenBack">the reversing voucher of the same payer, from its entry on; null while the payment stands</param>
/// <param name="IsReversed">that one is booked too: the payment counts no longer</param>
public sealed record ContractPayment(
    PayerMonth Of, string Voucher, Yuan Amount, DateOnly On, bool IsBooked, VoucherKey? TakenBack = null, bool IsReversed = false)
{
    /// <summary>Where the voucher stands in the payer's books: <c>09/2026-08/31</c>, <c>town/2026-08/31</c>.</summary>
    public string Key => KeyOf(Of, Voucher);

    public static string KeyOf(PayerMonth of, string voucher) => $"{of}/{voucher}";

    /// <summary>Whether it is taken back in the very month in which another one is entered: the two are booked together.</summary>
    public bool GivesWayIn(PayerMonth of) => Of.Village == of.Village && TakenBack is { } reversal && reversal.Month == of.Month;
}

/// <summary>All payments under one contract, of which each voucher is one at most.</summary>
public sealed record ContractPayments(IReadOnlyList<ContractPayment> All)
{
    public static readonly ContractPayments None = new([]);

    /// <summary>Booked and not taken back.</summary>
    public Yuan Paid => All.Where(p => p is { IsBooked: true, IsReversed: false }).Sum(p => p.Amount);

    /// <summary>Also what is entered and not booked yet.</summary>
    public Yuan Committed => All.Where(p => !p.IsReversed).Sum(p => p.Amount);

    /// <summary>Null for a voucher that pays nothing here.</summary>
    public ContractPayment? Find(string key) => All.FirstOrDefault(p => p.Key == key);

    /// <summary>What is bound already when a voucher of this month comes.</summary>
    public IReadOnlyList<ContractPayment> Before(PayerMonth of) => [.. All.Where(p => !p.IsReversed && !p.GivesWayIn(of))];

    /// <summary>Booked now, whether or not its entry was heard of.</summary>
    public ContractPayments Booked(ContractPayment paid) =>
        Find(paid.Key) is null ? With(paid) : Change(paid.Key, p => p with { IsBooked = true });

    public ContractPayments With(ContractPayment payment) => new([.. All, payment]);

    public ContractPayments Without(string key) => new([.. All.Where(p => p.Key != key)]);

    public ContractPayments Change(string key, Func<ContractPayment, ContractPayment> change) =>
        new([.. All.Select(p => p.Key == key ? change(p) : p)]);
}
