using Transparency.Contracts.Escrow.Ledgers;

namespace Transparency.Contracts.Escrow.Cover;

/// <summary>What one voucher paid to somebody under one account; below zero where it takes a payment back.</summary>
/// <param name="Payee">in the public form: private persons of one surname count as one, households as one, so that nobody's name is kept
/// and no sum falls short</param>
/// <param name="Amount">yuan</param>
public sealed record PaidTo(string Voucher, AccountCode Account, string Payee, Yuan Amount)
{
    /// <summary>Nothing for income, for what is only owed, and for a transfer between petty cash and escrow.</summary>
    public static IEnumerable<PaidTo> Of(Voucher v)
    {
        var (income, expense) = (v.In + v.CashIn, v.Out + v.CashOut);
        if (v.IsTransfer || (v.Reverses is null ? expense : income) == Yuan.Zero) return [];
        return v.Lines.Where(l => !l.Account.IsMoney)
            .Select(l => new PaidTo(v.Number, l.Account, v.Payee?.Name.Zh ?? "", l.Debit - l.Credit));
    }
}

/// <summary>What a village paid in twelve months, by account and payee: so that instalments just under a tier add up.</summary>
public sealed class Spending
{
    /// <summary>With the month itself.</summary>
    public const int Months = 12;

    private readonly Dictionary<(AccountCode Account, string Payee), Yuan> sums = [];

    private readonly ChartOfAccounts chart;

    private Spending(ChartOfAccounts chart, IEnumerable<PaidTo> paid)
    {
        this.chart = chart;
        foreach (var p in paid) sums[KeyOf(p)] = sums.GetValueOrDefault(KeyOf(p)) + p.Amount;
    }

    /// <param name="earlier">of the eleven months before</param>
    /// <param name="month">all vouchers of the month</param>
    public static Spending Of(ChartOfAccounts chart, IReadOnlyList<PaidTo> earlier, IEnumerable<Voucher> month) =>
        new(chart, earlier.Concat(month.SelectMany(PaidTo.Of)));

    public Yuan To(PaidTo paid) => sums.GetValueOrDefault(KeyOf(paid));

    private (AccountCode, string) KeyOf(PaidTo paid) => (chart.Now(paid.Account), paid.Payee);
}
