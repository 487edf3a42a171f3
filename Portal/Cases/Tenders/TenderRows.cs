using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Coal;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Importing;
using Transparency.Portal.Store;
using static Transparency.Portal.Importing.Column;

namespace Transparency.Portal.Cases.Tenders;

/// <summary>Plans of tenders, one row per lot; the columns before the lot's are the same in all rows of a tender.</summary>
public static class TenderRows
{
    public static readonly IReadOnlyList<Column> Columns =
    [
        Must("tender"), Must("title"), May("title_en"), May("village"), Must("kind"), Must("method"), Must("matter"),
        Must("what"), May("what_en"), Must("estimate"), May("ceiling"), May("work"),
        Must("lot"), Must("lot_title"), May("lot_title_en"), Must("lot_quantity"), May("lot_quantity_en"), Must("lot_estimate"),
        May("lot_tonnes"), May("lot_min_calorific"),
    ];

    private static readonly Dictionary<string, AgreementKind> Kinds = new()
    {
        ["工程"] = AgreementKind.Works, ["货物"] = AgreementKind.Goods,
        ["服务"] = AgreementKind.Services, ["租赁承包"] = AgreementKind.Lease,
        ["works"] = AgreementKind.Works, ["goods"] = AgreementKind.Goods,
        ["services"] = AgreementKind.Services, ["lease"] = AgreementKind.Lease,
    };

    private static readonly Dictionary<string, TenderMethod> Methods = new()
    {
        ["公开招标"] = TenderMethod.Open, ["邀请招标"] = TenderMethod.Invited,
        ["竞争性谈判"] = TenderMethod.Negotiated, ["询价"] = TenderMethod.Quotation, ["直接采购"] = TenderMethod.Direct,
        ["open"] = TenderMethod.Open, ["invited"] = TenderMethod.Invited,
        ["negotiated"] = TenderMethod.Negotiated, ["quotation"] = TenderMethod.Quotation, ["direct"] = TenderMethod.Direct,
    };

    public static async Task<int> EnterAsync(ImportRun run)
    {
        var stored = 0;
        var read = run.Rows.Select(row => (Row: row, Id: IdOf(row), Tender: Read(row), Lot: LotOf(row))).ToList();
        foreach (var rows in read.GroupBy(x => x.Id))
        {
            foreach (var x in rows) run.IsSound(x.Row, "lot", $"{x.Id} {x.Lot.Number}");
            foreach (var x in rows.Skip(1)) ImportRun.Compare(x.Row, "tender", x.Id.Value, x.Tender, rows.First().Tender);
            if (rows.Any(x => x.Row.Findings.Count > 0)) continue;
            var whole = rows.First().Tender with { Lots = [.. rows.Select(x => x.Lot).OrderBy(l => l.Number)] };
            stored += await EnterAsync(run, rows.First().Row, rows.Key, whole);
        }
        return stored;
    }

    /// <returns>how many lots are new</returns>
    private static async Task<int> EnterAsync(ImportRun run, RowReader row, TenderId id, TenderContent content)
    {
        var file = await run.Entry.LoadAsync(StreamKey.Of(id), TenderDecider.Law);
        if (file.State is Tender.Known known)
        {
            var first = await run.FirstAsync<TenderPlanned>(file.Key);
            ImportRun.Compare(row, "tender", id.Value, content, known.File.Content, first.Content);
            return 0;
        }
        var no = await PublicNumber.TakenAsync(run.Entry, id)
            ?? run.Entry.Decide(file, new TenderCommand.Plan(id, content, run.By, run.At));
        if (no is not null) row.Refuse(null, no);
        return content.Lots.Count;
    }

    private static TenderContent Read(RowReader row) => new(
        row.Words("title"), row.OneOf("kind", Kinds), row.Has("village") ? row.Village("village") : null,
        row.Must("matter"), row.OneOf("method", Methods), row.Words("what"),
        row.Amount("estimate"), row.AmountOrNone("ceiling"), [], row.Has("work") ? Work(row) : null);

    private static Lot LotOf(RowReader row) => new(
        row.Whole("lot"), row.Words("lot_title"), row.Words("lot_quantity"), row.Amount("lot_estimate"),
        row.Has("lot_tonnes") || row.Has("lot_min_calorific")
            ? new CoalLot(row.Figure("lot_tonnes"), row.Figure("lot_min_calorific")) : null);

    internal static TenderId IdOf(RowReader row)
    {
        var text = Crooked.Fold(row.Must("tender")).ToUpperInvariant();
        if (TenderId.Parse(text) is { } id) return id;
        if (text.Length > 0) row.Refuse("tender", Refusal.Mend(null, "tender.id", text));
        return new("00-0000-W-0000");
    }

    private static WorkId? Work(RowReader row)
    {
        var text = Crooked.Fold(row.Must("work"));
        if (WorkId.Parse(text) is { } work) return work;
        row.Refuse("work", Refusal.Mend(null, "cell.work", text));
        return null;
    }
}
