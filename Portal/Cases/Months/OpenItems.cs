using System.Globalization;
using Transparency.Contracts;
using Transparency.Contracts.Escrow;

namespace Transparency.Portal.Cases.Months;

/// <summary>What is open between trust ledger and bank, by keys that a form can carry: <c>2026-08/0803</c> for a voucher, <c>2026-08-09/-5400.00/1</c> for a line of the bank.</summary>
public static class OpenItems
{
    public static IReadOnlyDictionary<string, Transit> Vouchers(Reconciliation? now) =>
        (now?.InTransit ?? []).ToDictionary(t => $"{Month.Of(t.Date)}/{t.Number}", StringComparer.Ordinal);

    /// <summary>Lines of one day and amount are told apart by their order.</summary>
    public static IReadOnlyDictionary<string, Unexplained> Lines(Reconciliation? now)
    {
        var lines = new Dictionary<string, Unexplained>(StringComparer.Ordinal);
        foreach (var same in (now?.Unexplained ?? []).GroupBy(u => u))
        {
            foreach (var (i, line) in same.Index()) lines[string.Create(CultureInfo.InvariantCulture, $"{line.Date:yyyy-MM-dd}/{line.In - line.Out}/{i + 1}")] = line;
        }
        return lines;
    }
}
