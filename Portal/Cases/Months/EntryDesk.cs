using Transparency.Contracts;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Importing;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Months;

/// <summary>What the page needs on which a clerk enters one paper after the other.</summary>
/// <param name="Enter">filled in as far as the last paper tells; null for who may not enter here</param>
/// <param name="Entered">of the month, in the order of entry</param>
public sealed record EntryDesk(
    VillageMonth Of, Shown Village, OfferedAct? Enter, IReadOnlyList<Voucher> Entered, IReadOnlyList<Happening> History)
{
    /// <summary>Papers that stand below the form.</summary>
    private const int Shown = 5;

    private static readonly string[] Heads =
    [
        "field.voucher", "field.date", "office.month.summary", "field.income", "field.expense",
        "office.entry.income-so-far", "office.entry.expense-so-far",
    ];

    public string Path => $"/office/statements/{Of}/entry";

    /// <summary>Null for a month that this officer may not see.</summary>
    public static async Task<EntryDesk?> ReadAsync(CaseReader r, string subject)
    {
        if (VillageMonth.Parse(subject) is not { } of || !r.Rules.Villages.ContainsKey(of.Village)) return null;
        if (!StatementOnDesk.ReadersOf(of.Village, isPublic: false).IsOwn(r.Officer)) return null;
        var now = await LedgersNow.OfAsync(r.Session, of, r.Cancelled);
        var entered = now.Ledgers.Entered.Select(e => e.Voucher).ToList();
        var enter = BookActs.Entering(r, of, now);
        var filled = enter is null ? null : enter with { Filled = Filled(enter.Filled, entered, now.Ledgers.Before?.Section) };
        return new(of, r.Village(of.Village), filled, entered, await r.HistoryAsync(StreamKey.Book(of)));
    }

    /// <summary>
    /// What was typed in short, as the act reads it: the 21st stands for that day of the month; who approves is asked of payments only.
    /// </summary>
    public static Dictionary<string, string> Meant(Dictionary<string, string> inputs, Month month)
    {
        var day = inputs.GetValueOrDefault("date", "").Trim();
        if (day.Length <= 2 && Fields.Count(day) is { } n and > 0 && n <= month.Last.Day)
            inputs["date"] = Fields.Iso(month.First.AddDays(n - 1));
        else if (Crooked.Day(day) is { } meant) inputs["date"] = Fields.Iso(meant);
        // The boxes are ticked before anybody types; nobody signs for money that comes in.
        if (!inputs.Any(i => i.Key.EndsWith("_expense", StringComparison.Ordinal) && i.Value.Trim().Length > 0)) inputs.Remove("approvers");
        return inputs;
    }

    /// <summary>The last papers with the sums of all that was entered up to each, newest on top: to be held against the pile.</summary>
    public Pages.Sheet Last
    {
        get
        {
            var (@in, @out, rows) = (Yuan.Zero, Yuan.Zero, new List<IReadOnlyList<Shown>>());
            foreach (var v in Entered)
            {
                var (came, went) = (v.In + v.CashIn, v.Out + v.CashOut);
                (@in, @out) = (@in + came, @out + went);
                rows.Add([v.Number, v.Date, v.Summary, Side(came), Side(went), @in, @out]);
            }
            return new Pages.Sheet("office.entry.last", Heads, [.. rows.TakeLast(Shown).Reverse()]);
        }
    }

    private static Shown Side(Yuan amount) => amount == Yuan.Zero ? new Shown((object?)null) : amount;

    private static Dictionary<string, string> Filled(
        IReadOnlyDictionary<string, string> next, List<Voucher> entered, StatementSection? before)
    {
        var approvers = entered.LastOrDefault(v => v.Approvers.Count > 0)?.Approvers
            ?? before?.All.LastOrDefault(l => l.Approvers.Count > 0)?.Approvers ?? [];
        return new(next)
        {
            ["approvers"] = string.Join(' ', approvers.Select(Fields.NameOf)),
            ["money"] = Fields.NameOf(entered.Count > 0 ? VoucherFields.Written(entered[^1]).Money : MoneyMoved.Escrow),
        };
    }
}
