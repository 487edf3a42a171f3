using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Portal.Access;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Importing;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;
using static Transparency.Portal.Importing.Column;

namespace Transparency.Portal.Cases.Months;

/// <summary>
/// Vouchers, by village, month and voucher number; those of one village and month enter its book in one batch. A voucher with several
/// accounts has a row for each, one below the other, under the same number.
/// </summary>
public static class VoucherRows
{
    public static readonly IReadOnlyList<Column> Columns =
    [
        Must("village"), Must("date"), Must("voucher"), Must("summary"), May("summary_en"),
        Must("income"), Must("expense"), Must("item"), May("money"),
        May("payee_kind"), May("payee"), May("payee_en"), May("approvers"),
        May("agreement"), May("tender"), May("lot"), May("declaration"), May("deliberation"), May("reverses"), May("not_duplicate"),
        May("no_case"), May("no_case_en"),
    ];

    /// <summary>What a column of yes or no holds for yes.</summary>
    public const string Yes = "是";

    private static readonly Dictionary<string, bool> YesOrNo =
        new(StringComparer.OrdinalIgnoreCase) { [Yes] = true, ["否"] = false, ["yes"] = true, ["no"] = false };

    /// <param name="Row">its first</param>
    /// <param name="Of">village, and month of the voucher's day</param>
    /// <param name="IsNoDuplicate">somebody looked: it is another payment than the one it resembles</param>
    public sealed record Entered(RowReader Row, VillageMonth Of, Voucher Voucher, Person? Person, bool IsNoDuplicate);

    public static async Task<int> EnterAsync(ImportRun run)
    {
        var stored = 0;
        foreach (var month in Vouchers(run).GroupBy(r => r.Of).OrderBy(m => m.Key.Month))
        {
            var file = await run.Entry.LoadAsync(StreamKey.Book(month.Key), BookDecider.Law);
            var known = (file.State as Book.Kept)?.Entered.ToDictionary(e => e.Voucher.Number, StringComparer.Ordinal) ?? [];
            var fresh = month.Where(r => !known.ContainsKey(r.Voucher.Number)).ToList();
            await CompareAsync(run, [.. month.Where(r => known.ContainsKey(r.Voucher.Number))], known);
            var twins = Doubles([.. month], known.Values);
            await EnterMonthAsync(run, month.Key, [.. fresh.Where(r => r.Row.Findings.Count == 0)]);
            var again = known.Keys.Count(number => month.Any(r => r.Voucher.Number == number));
            run.Tell(new(
                month.Key, fresh.Count,
                fresh.Sum(r => r.Voucher.In + r.Voucher.CashIn), fresh.Sum(r => r.Voucher.Out + r.Voucher.CashOut),
                again, twins));
            foreach (var row in fresh.Where(r => r.Person is not null))
                if (run.Entry.Keep(run.By, row.Person!, row.Voucher.Payee!.Name) is { } interested) row.Row.Refuse("payee", interested);
            stored += fresh.Sum(r => r.Voucher.Lines.Count == 1 ? 1 : VoucherFields.Written(r.Voucher).Rows.Count);
        }
        return stored;
    }

    private static IEnumerable<Entered> Vouchers(ImportRun run)
    {
        var paper = new List<RowReader>();
        foreach (var row in run.Rows)
        {
            if (paper.Count > 0 && !IsSamePaper(paper[0], row))
            {
                if (Read(run, paper) is { } voucher) yield return voucher;
                paper.Clear();
            }
            paper.Add(row);
        }
        if (paper.Count > 0 && Read(run, paper) is { } last) yield return last;
    }

    /// <summary>Same village, number and day, and nothing else that contradicts: a row below may leave out what the first says.</summary>
    private static bool IsSamePaper(RowReader first, RowReader row)
    {
        bool Same(string column, bool mayBeEmpty) => (mayBeEmpty && !row.Has(column)) || row.Raw(column) == first.Raw(column);
        return first.Has("voucher") && Same("village", false) && Same("voucher", false) && Same("date", true)
            && Columns.Skip(3).All(c => c.Name is "income" or "expense" or "item" || Same(c.Name, true));
    }

    private static Entered? Read(ImportRun run, IReadOnlyList<RowReader> paper)
    {
        var (row, rules) = (paper[0], run.Entry.Rules);
        var date = row.Day("date");
        var of = new VillageMonth(row.Village("village"), Month.Of(date));
        var number = Crooked.Fold(row.Must("voucher"));
        var kind = row.Has("payee_kind") || row.Has("payee") ? row.OneOf("payee_kind", PartyWords.Kinds) : (PartyKind?)null;
        if (kind is not (null or PartyKind.Household)) row.Must("payee");
        var (payee, person) = PayeeFields.Of(kind, row.May("payee") ?? "", row.May("payee_en"), $"v-{of.Village}-{of.Month}-{number}");
        var money = row.Has("money") ? row.OneOf("money", VoucherWords.Money) : MoneyMoved.Escrow;
        var voucher = new Voucher(
            number, date, row.Words("summary"), VoucherFields.Lines([.. paper.Select(r => LineOf(r, rules))], money), payee, Approvers(row),
            One(row, "agreement", AgreementId.Parse, "cell.agreement"), One(row, "tender", TenderId.Parse, "cell.tender"),
            Declaration(row, rules), One(row, "deliberation", DeliberationId.Parse, "cell.deliberation"),
            One(row, "reverses", VoucherKey.Parse, "cell.voucher-key"), row.Has("lot") ? row.Whole("lot") : null,
            row.Has("no_case") ? row.Words("no_case") : null);
        var sure = row.Has("not_duplicate") && row.OneOf("not_duplicate", YesOrNo);
        var isSound = run.IsSound(row, "voucher", $"{of}/{number}") && paper.All(r => r.Findings.Count == 0);
        return isSound ? new(row, of, voucher, person, sure) : null;
    }

    private static VoucherRow LineOf(RowReader row, RuleBook rules)
    {
        var item = AccountWords.Find(rules.Accounts, Crooked.Fold(row.Must("item")));
        if (item is null && row.Has("item")) row.Refuse("item", Refusal.Mend(null, "cell.account", row.Must("item")));
        return new(item ?? new(""), row.AmountOrNone("income") ?? Yuan.Zero, row.AmountOrNone("expense") ?? Yuan.Zero);
    }

    private static IReadOnlyList<Approver> Approvers(RowReader row)
    {
        if (row.May("approvers") is not { } cell) return [];
        if (VoucherWords.ApproversOf(Crooked.Fold(cell)) is { } approvers) return approvers;
        var known = VoucherWords.Approvers.Where(a => !char.IsAscii(a.Key[0])).OrderBy(a => a.Value).Select(a => a.Key);
        row.Refuse("approvers", Refusal.Mend(null, "cell.approvers", cell, string.Join('、', known)));
        return [];
    }

    private static async Task CompareAsync(ImportRun run, IReadOnlyList<Entered> rows, Dictionary<string, EnteredVoucher> known)
    {
        if (rows.Count == 0) return;
        var ids = rows.Select(r => known[r.Voucher.Number].Voucher.Payee?.Person?.Value).OfType<string>().Distinct();
        var persons = (await run.Entry.Documents.LoadManyAsync<Person>(run.Entry.Cancelled, ids))
            .ToDictionary(p => p.Id, StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var now = known[row.Voucher.Number];
            var same = Same(row.Voucher, now.Voucher);
            var differs = Refusal.Mend(null, "import.differs", row.Voucher.Number);
            if (same != now.Voucher && same != now.AsEntered) row.Row.Refuse("voucher", differs);
            else if (row.Person is { } given && now.Voucher.Payee?.Person is { } id
                && persons.TryGetValue(id.Value, out var person) && person.Name != given.Name) row.Row.Refuse("payee", differs);
        }
    }

    /// <summary>
    /// A voucher that takes another one back, made by the office, keeps that one's payee with the document of the name; a file can only
    /// name its own.
    /// </summary>
    private static Voucher Same(Voucher given, Voucher now) =>
        given.Reverses is not null && given.Payee is { Person: not null } payee && now.Payee is { Person: { } person }
            ? given with { Payee = payee with { Person = person } }
            : given;

    /// <summary>The same paper under two numbers is the same money spent twice, unless somebody says that it is not.</summary>
    /// <returns>how many were said to be none</returns>
    private static int Doubles(IReadOnlyList<Entered> rows, IEnumerable<EnteredVoucher> known)
    {
        var seen = known.Select(e => e.Voucher).GroupBy(v => v.Fingerprint, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().Number, StringComparer.Ordinal);
        var twins = 0;
        foreach (var row in rows)
        {
            var print = row.Voucher.Fingerprint;
            if (seen.TryAdd(print, row.Voucher.Number) || seen[print] == row.Voucher.Number) continue;
            if (known.Any(e => e.Voucher.Number == row.Voucher.Number)) continue;
            if (row.IsNoDuplicate) twins++;
            else row.Row.Refuse("not_duplicate", Refusal.Mend(null, "import.looks-double", row.Voucher.Number, seen[print]));
        }
        return twins;
    }

    /// <summary>
    /// The law judges the batch and names the first bad voucher; without it the rest is judged again, so that every bad row is found.
    /// </summary>
    private static async Task EnterMonthAsync(ImportRun run, VillageMonth of, IReadOnlyList<Entered> rows)
    {
        while (rows.Count > 0 && await BookActs.EnterAsync(run.Entry, of, [.. rows.Select(r => r.Voucher)], run.By, run.At) is { } no)
        {
            bool IsMeant(Entered row) => no.Arguments is [var number, ..] && number.Equals(row.Voucher.Number);
            var bad = no.Code.StartsWith("voucher.", StringComparison.Ordinal) ? rows.FirstOrDefault(IsMeant) : null;
            (bad ?? rows[0]).Row.Refuse(null, no);
            if (bad is null) return;
            rows = [.. rows.Where(r => r != bad)];
        }
    }

    private static T? One<T>(RowReader row, string column, Func<string, T?> read, string code) where T : struct
    {
        if (row.May(column) is not { } cell) return null;
        var id = read(Crooked.Fold(cell).ToUpperInvariant());
        if (id is null) row.Refuse(column, Refusal.Mend(null, code, cell, ""));
        return id;
    }

    private static DeclarationNumber? Declaration(RowReader row, RuleBook rules)
    {
        if (row.May("declaration") is not { } cell) return null;
        var number = PayeeFields.Declaration(Crooked.Fold(cell), rules);
        if (number is null) row.Refuse("declaration", Refusal.Mend(null, "cell.declaration", cell));
        return number;
    }
}
