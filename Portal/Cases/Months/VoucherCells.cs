using System.Globalization;
using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Importing;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;
using Transparency.Publishing.Texts;

namespace Transparency.Portal.Cases.Months;

/// <summary>
/// Vouchers as their import reads them; one with several accounts has a row for each. Full names come from the private documents,
/// so what comes of it is for the office alone.
/// </summary>
public static class VoucherCells
{
    public static async Task<IReadOnlyList<string[]>> OfAsync(IQuerySession session, ExportScope scope, CancellationToken ct)
    {
        var rows = new List<string[]>();
        foreach (var of in await MonthsAsync(session, scope, ct))
        {
            if ((await Entry.LoadAsync(session, StreamKey.Book(of), BookDecider.Law, ct)).State is not Book.Kept book) continue;
            var vouchers = book.Entered.Select(e => e.Voucher).ToList();
            var names = await NamesAsync(session, vouchers, ct);
            var prints = new HashSet<string>(StringComparer.Ordinal);
            foreach (var v in vouchers) rows.AddRange(RowsOf(of, v, PayeeOf(v, names), isTwin: !prints.Add(v.Fingerprint)));
        }
        return rows;
    }

    private static async Task<List<VillageMonth>> MonthsAsync(IQuerySession session, ExportScope scope, CancellationToken ct)
    {
        var codes = scope.Villages.Select(v => v.Value).ToArray();
        var books = await session.Query<BookOnDesk>().Where(b => b.Village.IsOneOf(codes)).ToListAsync(ct);
        var months = books.Select(b => VillageMonth.Parse($"{b.Village}/{b.Month}")!.Value).Where(scope.Has);
        return [.. months.OrderBy(of => of.Village.Value, StringComparer.Ordinal).ThenBy(of => of.Month)];
    }

    /// <summary>Of natural persons, by the documents' ids.</summary>
    private static async Task<Dictionary<string, string>> NamesAsync(IQuerySession session, List<Voucher> vouchers, CancellationToken ct)
    {
        var ids = vouchers.Select(v => v.Payee?.Person?.Value).OfType<string>().Distinct();
        return (await session.LoadManyAsync<Person>(ct, ids)).ToDictionary(p => p.Id, p => p.Name, StringComparer.Ordinal);
    }

    private static IEnumerable<string[]> RowsOf(VillageMonth of, Voucher v, string payee, bool isTwin)
    {
        var (parts, money) = VoucherFields.Written(v);
        foreach (var part in parts)
        {
            var cells = new Dictionary<string, string?>
            {
                ["village"] = of.Village.Value, ["date"] = Fields.Iso(v.Date), ["voucher"] = v.Number,
                ["summary"] = v.Summary.Zh, ["summary_en"] = v.Summary.En,
                ["income"] = Side(part.Income), ["expense"] = Side(part.Expense), ["item"] = part.Item.Value,
                ["money"] = Say($"money.{money}"),
                ["payee_kind"] = v.Payee is { Kind: var kind } ? PartyWords.Kinds.First(p => p.Value == kind).Key : null, ["payee"] = payee,
                ["payee_en"] = v.Payee is { Kind: PartyKind.Organisation or PartyKind.SoleTrader } named ? named.Name.En : null,
                ["approvers"] = string.Join('、', v.Approvers.Select(a => Say($"approver.{a}"))),
                ["agreement"] = v.Agreement?.Value, ["tender"] = v.Tender?.Value,
                ["lot"] = v.Lot?.ToString(CultureInfo.InvariantCulture),
                ["declaration"] = v.Declaration is { } d ? string.Create(CultureInfo.InvariantCulture, $"{d.Year:0000}-{d.Ordinal}") : null,
                ["deliberation"] = v.Deliberation?.Value, ["reverses"] = v.Reverses?.ToString(),
                ["not_duplicate"] = isTwin ? VoucherRows.Yes : null, ["no_case"] = v.NoCase?.Zh, ["no_case_en"] = v.NoCase?.En,
            };
            yield return [.. VoucherRows.Columns.Select(c => cells[c.Name] ?? "")];
        }
    }

    /// <summary>The public form stands in for a name that was deleted: it reads as the same payee again.</summary>
    private static string PayeeOf(Voucher v, Dictionary<string, string> names) => v.Payee switch
    {
        null or { Kind: PartyKind.Household, Person: null } => "",
        { Person: { } id } p => names.GetValueOrDefault(id.Value) ?? p.Name.Zh,
        { Name: var name } => name.Zh,
    };

    private static string Side(Yuan amount) => amount == Yuan.Zero ? "" : amount.ToString();

    private static string Say(string code) => Catalogue.Say(Language.Zh, code);
}
