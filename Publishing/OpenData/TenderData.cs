using Transparency.Contracts;
using Transparency.Contracts.Coal;
using Transparency.Contracts.Tenders;
using Transparency.Publishing.Notices.Tenders;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.OpenData;

/// <summary>Tenders as data: one row per tender, and every opened offer of every lot.</summary>
public static class TenderData
{
    private static readonly DataColumn<(SiteModel Site, TenderOnRegister Row)>[] TenderColumns =
    [
        new("id", new("招标编号", "Tender"), "string", x => x.Row.Tender.Value),
        new("title", new("名称", "Title"), "string", x => x.Row.Section.Title.Zh),
        new("village", new("村代码", "Village code"), "string", x => x.Row.Section.Village?.Value),
        new("buyer", new("采购单位", "Buyer"), "string", x => x.Row.Section.Buyer.Zh),
        new("kind", new("类别", "Kind"), "string", x => Catalogue.Say(Language.Zh, $"tender.kind.{x.Row.Section.Kind}")),
        new("method", new("采购方式", "Method"), "string", x => Catalogue.Say(Language.Zh, $"tender.method.{x.Row.Section.Method}")),
        new("status", new("状态", "Status"), "string", x => Catalogue.Say(Language.Zh, $"tender.status.{x.Row.Status}")),
        new("lots", new("标段数", "Lots"), "integer", x => DataKind.Whole(x.Row.Section.Lots.Count)),
        new("estimate", new("估算（元）", "Estimate (yuan)"), "number", x => x.Row.Section.Estimate.ToString()),
        new("ceiling", new("最高限价（元）", "Ceiling (yuan)"), "number", x => x.Row.Section.Ceiling?.ToString()),
        new("deadline", new("截止日期", "Deadline"), "date", x => DayOf(x.Row.Current.Notice?.Deadline)),
        new("bids", new("投标数", "Bids"), "integer", x => x.Row.Opening is { } o ? DataKind.Whole(o.Bids.Count) : null),
        new("awarded", new("中标金额（元）", "Awarded (yuan)"), "number",
            x => x.Row.Awards.Count > 0 ? TenderSentences.Awarded(x.Row).ToString() : null),
        new("contracted", new("合同金额（元）", "Contracted (yuan)"), "number",
            x => x.Row.Contracts.Count > 0 ? TenderSentences.Contracted(x.Row).ToString() : null),
        new("paid", new("已付（元）", "Paid (yuan)"), "number",
            x => x.Row.Contracts.Count > 0 ? TenderSentences.Paid(x.Row).ToString() : null),
        new("declaration", new("公示文号", "Declaration"), "string", x => x.Row.DeclarationNumber),
        new("edition", new("版次", "Edition"), "integer", x => DataKind.Whole(x.Row.Current.Ordinal)),
        new("last_act", new("最近变动", "Newest act"), "date", x => DataKind.Iso(Shanghai.DayOf(x.Row.LastAct))),
        new("content_hash", new("内容校验值", "Content hash"), "string", x => x.Row.Hash.Value),
        new("check_code", new("校验码", "Check code"), "string", x => TenderJson.CheckCodeOf(x.Row, x.Row.Current)),
        new("address", new("网址", "Address"), "string", x => $"{x.Site.Settings.PublicAddress}/{SiteMap.TenderFolder(x.Row.Tender)}"),
    ];

    private static readonly DataColumn<(SiteModel Site, (TenderOnRegister Tender, Lot Lot, BidLine Line) Row)>[] BidColumns =
    [
        new("tender", new("招标编号", "Tender"), "string", x => x.Row.Tender.Tender.Value),
        new("lot", new("标段", "Lot"), "integer", x => DataKind.Whole(x.Row.Lot.Number)),
        new("lot_title", new("标段名称", "Title of lot"), "string", x => x.Row.Lot.Title.Zh),
        new("bidder", new("投标人（公开名称）", "Bidder (public name)"), "string", x => x.Row.Line.Bid.Bidder.Zh),
        new("credit_code", new("统一社会信用代码", "Unified social credit code"), "string", x => x.Row.Line.Bid.CreditCode),
        new("price", new("报价（元；取暖煤为每吨）", "Price (yuan; coal by the tonne)"), "number",
            x => x.Row.Line.Bid.Price.ToString()),
        new("total", new("标段总价（元）", "Whole lot (yuan)"), "number", x => x.Row.Lot.Total(x.Row.Line.Bid.Price).ToString()),
        new("calorific", new("热值（MJ/kg）", "Calorific value (MJ/kg)"), "number", x => Figure(x.Row.Line, q => q.Calorific)),
        new("yuan_per_gj", new("元/吉焦", "Yuan per GJ"), "number", x => x.Row.Line.PerGigajoule is { } p ? BidLine.Figure(p) : null),
        new("sulphur", new("全硫（%）", "Sulphur (%)"), "number", x => Figure(x.Row.Line, q => q.Sulphur)),
        new("ash", new("灰分（%）", "Ash (%)"), "number", x => Figure(x.Row.Line, q => q.Ash)),
        new("volatile", new("挥发分（%）", "Volatile matter (%)"), "number", x => Figure(x.Row.Line, q => q.Volatile)),
        new("moisture", new("水分（%）", "Moisture (%)"), "number", x => Figure(x.Row.Line, q => q.Moisture)),
        new("origin", new("产地", "Origin"), "string", x => x.Row.Line.Bid.Quality?.Origin.Zh),
        new("rank", new("名次", "Rank"), "integer", x => x.Row.Line.Rank is { } rank ? DataKind.Whole(rank) : null),
        new("rejected", new("否决原因", "Rejected for"), "string",
            x => x.Row.Line.Rejected is { } code ? Catalogue.Say(Language.Zh, $"tender.reject.{code}") : null),
        new("won", new("中标", "Won"), "string", x => x.Row.Line.Wins ? "是" : null),
    ];

    public static DataKind Tenders { get; } = DataKind.Of<TenderOnRegister>("tenders", TenderColumns, Slice, InOrder);

    public static DataKind Bids { get; } = DataKind.Lines<TenderOnRegister, (TenderOnRegister, Lot, BidLine)>(
        "bids", BidColumns, Slice, rows =>
            from t in InOrder(rows)
            from lot in t.Section.Lots
            from line in TenderBids.Of(t, t.Current, lot.Number)
            select (t, lot, line));

    private static string Slice(int year) => Slices.KindYear(CaseKind.Tender, year);

    private static IEnumerable<TenderOnRegister> InOrder(IEnumerable<TenderOnRegister> rows) =>
        rows.OrderBy(t => t.Tender.Value, StringComparer.Ordinal);

    private static string? DayOf(DateTimeOffset? at) => at is { } time ? DataKind.Iso(Shanghai.DayOf(time)) : null;

    /// <summary>Null for what is not coal.</summary>
    private static string? Figure(BidLine line, Func<CoalQuality, decimal> of) =>
        line.Bid.Quality is { } quality ? BidLine.Figure(of(quality)) : null;
}
