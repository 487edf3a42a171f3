using Marten;
using Transparency.Contracts;
using Transparency.Portal.Cases.Months;
using Transparency.Portal.Office.Frame;

namespace Transparency.Portal.Office.Lists;

/// <summary>What one village's month lacks.</summary>
/// <param name="State">code of the words</param>
/// <param name="Colour">good, waiting, stopped, or empty where nothing is due yet</param>
/// <param name="Waiting">vouchers that are neither booked nor refused</param>
public sealed record MoneyCell(VillageMonth Of, string State, string Colour, int Entered, int Waiting, bool HasBank)
{
    /// <summary>False where nothing of the month is public and the officer is none of those who keep and check it.</summary>
    public bool IsSeen { get; init; } = true;
}

/// <summary>The villages side by side over the last months, from small private rows.</summary>
public sealed record MoneyList(IReadOnlyList<Month> Months, IReadOnlyList<(Village Village, IReadOnlyList<MoneyCell> Cells)> Rows)
{
    private const int Shown = 4;

    public static async Task<MoneyList> OfAsync(
        IQuerySession session, Screen here, IReadOnlyList<Village> villages, Month last, CancellationToken ct)
    {
        IReadOnlyList<Month> months = [.. Enumerable.Range(0, Shown).Select(back => new Month(last.Number - back))];
        var names = months.Select(m => m.ToString()).ToArray();
        var books = (await session.Query<BookOnDesk>().Where(b => b.Month.IsOneOf(names)).ToListAsync(ct))
            .ToDictionary(b => $"{b.Village}/{b.Month}");
        var banks = (await session.Query<BankOnDesk>().Where(b => b.Month.IsOneOf(names)).ToListAsync(ct))
            .Select(b => $"{b.Village}/{b.Month}").ToHashSet();
        var statements = (await session.Query<StatementOnDesk>().Where(s => s.Month.IsOneOf(names)).ToListAsync(ct))
            .ToDictionary(s => $"{s.Village}/{s.Month}");
        var trusts = (await session.LoadManyAsync<TrustOnDesk>(ct, names.Select(m => $"trust/{m}"))).ToDictionary(t => t.Id);
        MoneyCell CellOf(VillageMonth of)
        {
            var key = of.ToString();
            var whose = StatementOnDesk.ReadersOf(of.Village, statements.GetValueOrDefault(key)?.State == "Disclosed");
            if (!whose.Include(here.Officer!)) return new(of, "office.money.not-public", "", 0, 0, false) { IsSeen = false };
            var entered = books.GetValueOrDefault(key)?.Entered ?? 0;
            var waiting = entered - (trusts.GetValueOrDefault($"trust/{of.Month}")?.Settled.GetValueOrDefault(of.Village.Value) ?? 0);
            var (state, colour) = StateOf(here, of.Month, statements.GetValueOrDefault(key), entered, waiting, banks.Contains(key));
            return new(of, state, colour, entered, waiting, banks.Contains(key));
        }
        return new(months, [.. villages.Select(v => (v, (IReadOnlyList<MoneyCell>)[.. months.Select(m => CellOf(new(v.Code, m)))]))]);
    }

    private static (string State, string Colour) StateOf(
        Screen here, Month month, StatementOnDesk? statement, int entered, int waiting, bool bank) => statement switch
    {
        { State: "Disclosed" } => ("statement-state.Disclosed", "good"),
        { State: "Returned" } => ("statement-state.Returned", "stopped"),
        { State: var state } => ($"statement-state.{state}", "waiting"),
        null when month.Last >= here.Today => ("office.money.runs", ""),
        null when entered == 0 => ("office.money.no-vouchers", "stopped"),
        null when waiting > 0 => ("office.money.not-booked", "waiting"),
        null when !bank => ("office.money.no-bank", "waiting"),
        null => ("office.money.to-prepare", "waiting"),
    };
}
