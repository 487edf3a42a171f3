using Transparency.Contracts.Escrow.Ledgers;

namespace Transparency.Portal.Cases.Acts;

/// <summary>Accounts as people write them in forms and files.</summary>
public static class AccountWords
{
    /// <summary>An account by its code, one that it had before, or its name in either language; null where the chart has none.</summary>
    public static AccountCode? Find(ChartOfAccounts chart, string text) => chart.Rows.FirstOrDefault(a =>
        a.Code.Value == text || a.Formerly.Any(code => code.Value == text)
        || a.Name.Zh == text || string.Equals(a.Name.En, text, StringComparison.OrdinalIgnoreCase))?.Code;

    /// <summary>What comes in or goes out under accounts: <c>account = income = expense</c>, one of the two sums empty.</summary>
    public static FormField Sums(string name) => new(
        name, InputKind.Rows, null, new("item", InputKind.Pick), new("income", InputKind.Money), new("expense", InputKind.Money));
}
