using Marten;
using Marten.Events;
using Transparency.Contracts;
using Transparency.Contracts.Escrow;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Months;

/// <summary>建账: the balances with which a village's first month under escrow begins. Fields: <c>opening</c> (escrow account), <c>others</c> (account = debit, one a line).</summary>
public static class OpenBook
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        var (opening, others) = (fields.Required("opening", "yuan", Yuan.Parse), fields.Line("others"));
        return WriteEscrow.OnMonthAsync(ledger, r, fields, async (entry, of) =>
        {
            // Two who open different months of one village at once would both find none opened.
            await entry.LockAsync($"book/{of.Village}", shared: false);
            if (Others(others, entry.Rules.Accounts) is not { } balances) return Refusal.Mend("others", "field.invalid", new Word("field.others"), others, new Word("expected.balances"));
            var file = await entry.LoadAsync(StreamKey.Book(of), BookDecider.Law);
            return r.Stale(file.Version)
                ?? entry.Decide(file, new BookCommand.OpenBook(of.Village, of.Month, opening, balances, await OpenedBeforeAsync(entry, of.Village), r.By, r.At));
        }, ct);
    }

    /// <summary>Null for a row that is no account with a balance.</summary>
    private static IReadOnlyList<AccountBalance>? Others(string text, ChartOfAccounts chart)
    {
        var balances = new List<AccountBalance>();
        foreach (var columns in Tables.Rows(text))
        {
            if (columns is not [var item, var debit] || BookWords.Account(chart, Tables.Plain(item)) is not { } account || Yuan.Parse(debit.Trim()) is not { } yuan) return null;
            balances.Add(new(account, yuan));
        }
        return [.. balances.OrderBy(b => b.Account)];
    }

    private static async Task<Month?> OpenedBeforeAsync(Entry entry, VillageCode village)
    {
        var books = $"book/{village}/";
        var opened = await entry.Documents.Events.QueryAllRawEvents().Where(e => e.StreamKey!.StartsWith(books) && e.EventTypesAre(typeof(BookOpened))).ToListAsync(entry.Cancelled);
        return opened.Count == 0 ? null : ((BookOpened)opened[0].Data).Month;
    }
}
