using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Importing;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;

namespace Transparency.Portal.Cases.Months;

/// <summary>
/// Bank statements as their import reads them, in the bank's own order with the running balance; a month without dealings is one row
/// with its balance.
/// </summary>
public static class BankCells
{
    public static async Task<IReadOnlyList<string[]>> OfAsync(IQuerySession session, ExportScope scope, CancellationToken ct)
    {
        var codes = scope.Villages.Select(v => v.Value).ToArray();
        var known = await session.Query<BankOnDesk>().Where(b => b.Village.IsOneOf(codes)).ToListAsync(ct);
        var rows = new List<string[]>();
        var months = known.Select(b => VillageMonth.Parse($"{b.Village}/{b.Month}")!.Value).Where(scope.Has);
        foreach (var of in months.OrderBy(of => of.Village.Value, StringComparer.Ordinal).ThenBy(of => of.Month))
        {
            if ((await Entry.LoadAsync(session, StreamKey.Bank(of), BankDecider.Law, ct)).State is not BankMonth.Entered month) continue;
            var words = (await session.LoadAsync<BankPaper>(StreamKey.Bank(of), ct))?.Summaries ?? [];
            rows.AddRange(RowsOf(of, month, words));
        }
        return rows;
    }

    private static IEnumerable<string[]> RowsOf(VillageMonth of, BankMonth.Entered month, IReadOnlyList<string> words)
    {
        if (month.Lines.Count == 0) yield return Row(of, of.Month.Last, null, "", month.Closing);
        var balance = month.Opening;
        foreach (var (i, line) in month.Lines.Index())
            yield return Row(of, line.Date, line, i < words.Count ? words[i] : "", balance += line.Net);
    }

    private static string[] Row(VillageMonth of, DateOnly date, BankLine? line, string words, Yuan balance)
    {
        var cells = new Dictionary<string, string>
        {
            ["account"] = of.Village.Value, ["date"] = Fields.Iso(date), ["reference"] = line?.Reference ?? "", ["summary"] = words,
            ["income"] = Side(line?.In), ["expense"] = Side(line?.Out), ["balance"] = balance.ToString(),
        };
        return [.. BankRows.Columns.Select(c => cells[c.Name])];
    }

    private static string Side(Yuan? amount) => amount is { } yuan && yuan != Yuan.Zero ? yuan.ToString() : "";
}
