using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Escrow;
using Transparency.Portal.Escrow;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;
using static Transparency.Portal.Imports.Column;

namespace Transparency.Portal.Imports;

/// <summary>Vouchers, by village, month and voucher number; those of one village and month enter its book in one batch.</summary>
public static class VoucherRows
{
    public static readonly IReadOnlyList<Column> Columns =
    [
        Must("village"), Must("date"), Must("voucher"), Must("summary"), May("summary_en"), Must("income"), Must("expense"), Must("item"),
        May("payee_kind"), May("payee"), May("payee_en"), May("agreement"), May("tender"), May("declaration"),
    ];

    /// <param name="Month">of the voucher's day</param>
    public sealed record Entered(RowReader Row, VillageMonth Of, Voucher Voucher, Person? Person);

    public static Entered Read(RowReader row, RuleBook rules)
    {
        var date = row.Day("date");
        var of = new VillageMonth(row.Village("village"), Month.Of(date));
        var number = Crooked.Fold(row.Must("voucher"));
        var kind = row.Has("payee_kind") || row.Has("payee") ? row.OneOf("payee_kind", AgreementRows.Parties) : (PartyKind?)null;
        if (kind is not (null or PartyKind.Household)) row.Must("payee");
        var (payee, person) = VoucherFields.PayeeOf(kind, row.May("payee") ?? "", row.May("payee_en"), of, number);
        return new(row, of, new(
            number, date, row.Words("summary"), row.OneOf("item", LedgerItems.Words), row.AmountOrNone("income") ?? Yuan.Zero, row.AmountOrNone("expense") ?? Yuan.Zero, payee,
            One(row, "agreement", AgreementId.Parse, "cell.agreement"), One(row, "tender", TenderId.Parse, "cell.tender"), Declaration(row, rules)), person);
    }

    public static async Task<int> EnterAsync(ImportRun run)
    {
        var stored = 0;
        var rows = run.Rows.Select(row => Read(row, run.Entry.Rules)).Where(r => run.IsSound(r.Row, "voucher", $"{r.Of}/{r.Voucher.Number}")).ToList();
        foreach (var month in rows.GroupBy(r => r.Of))
        {
            var file = await run.Entry.LoadAsync(StreamKey.Book(month.Key), BookDecider.Law);
            var known = (file.State as Book.Kept)?.Entered.ToDictionary(e => e.Voucher.Number, StringComparer.Ordinal) ?? [];
            var fresh = month.Where(r => !known.ContainsKey(r.Voucher.Number)).ToList();
            await CompareAsync(run, [.. month.Where(r => known.ContainsKey(r.Voucher.Number))], known);
            Enter(run, file, month.Key, fresh);
            run.Entry.Documents.Store(fresh.Select(r => r.Person).OfType<Person>());
            stored += fresh.Count;
        }
        return stored;
    }

    private static async Task CompareAsync(ImportRun run, IReadOnlyList<Entered> rows, Dictionary<string, EnteredVoucher> known)
    {
        if (rows.Count == 0) return;
        var persons = (await run.Entry.Documents.LoadManyAsync<Person>(run.Entry.Cancelled, rows.Select(r => r.Person?.Id).OfType<string>())).ToDictionary(p => p.Id, StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var now = known[row.Voucher.Number];
            if (row.Voucher != now.Voucher && row.Voucher != now.AsEntered) row.Row.Refuse("voucher", new("import.differs", row.Voucher.Number));
            else if (row.Person is { } given && persons.TryGetValue(given.Id, out var person) && person != given) row.Row.Refuse("payee", new("import.differs", row.Voucher.Number));
        }
    }

    /// <summary>The law judges the batch and names the first bad voucher; without it the rest is judged again, so that every bad row is found.</summary>
    private static void Enter(ImportRun run, Loaded<Book, BookCommand, BookEvent> file, VillageMonth of, IReadOnlyList<Entered> rows)
    {
        while (rows.Count > 0 && run.Entry.Decide(file, new BookCommand.Enter(of.Village, of.Month, [.. rows.Select(r => r.Voucher)], run.By, run.At)) is { } no)
        {
            var bad = no.Code.StartsWith("voucher.", StringComparison.Ordinal) ? rows.FirstOrDefault(r => no.Arguments.Contains(r.Voucher.Number)) : null;
            (bad ?? rows[0]).Row.Refuse(null, no);
            if (bad is null) return;
            rows = [.. rows.Where(r => r != bad)];
        }
    }

    private static T? One<T>(RowReader row, string column, Func<string, T?> read, string code) where T : struct
    {
        if (row.May(column) is not { } cell) return null;
        var id = read(Crooked.Fold(cell).ToUpperInvariant());
        if (id is null) row.Refuse(column, new(code, cell, ""));
        return id;
    }

    private static DeclarationNumber? Declaration(RowReader row, RuleBook rules)
    {
        if (row.May("declaration") is not { } cell) return null;
        var number = VoucherFields.Declaration(Crooked.Fold(cell), rules);
        if (number is null) row.Refuse("declaration", new("cell.declaration", cell));
        return number;
    }
}
