using System.Globalization;
using Transparency.Contracts;
using Transparency.Contracts.Tenders;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.OpenData;

/// <summary>One kind of data file, cut by year: its columns are the one source for the CSV and for the data package.</summary>
/// <param name="Kind">also the file's name: <c>data/{kind}-{yyyy}.csv</c></param>
public sealed record DataKind(string Kind, IReadOnlyList<(string Name, Text Title, string Type)> Columns, Func<SiteModel, IEnumerable<int>> Years, Func<SiteModel, int, byte[]> Office, Func<SiteModel, int, byte[]> Strict, Func<int, string> Slice)
{
    private static readonly DataColumn<(SiteModel Site, DeclarationOnRegister Row)>[] DeclarationColumns =
    [
        new("number", new("文号", "Number"), "string", x => x.Row.Number.ToString()),
        new("title", new("标题", "Title"), "string", x => x.Row.Section.Title.Zh),
        new("matter", new("事项", "Matter"), "string", x => x.Row.Section.MatterName.Zh),
        new("village", new("村代码", "Village code"), "string", x => x.Row.Section.Village?.Value),
        new("discloser", new("申报单位", "Declared by"), "string", x => x.Row.Section.Discloser.Zh),
        new("status", new("状态", "Status"), "string", x => Catalogue.Say(Language.Zh, $"status.{x.Row.Status}")),
        new("amount", new("金额（元）", "Amount (yuan)"), "number", x => x.Row.Section.Amount.ToString()),
        new("window_opened", new("公示开始", "Window opened"), "date", x => Iso(x.Row.Window.Trigger)),
        new("window_last_day", new("公示截止", "Window's last day"), "date", x => Iso(x.Row.Window.Last)),
        new("round", new("公示轮次", "Round"), "integer", x => Whole(x.Row.Current.Round)),
        new("objections", new("收到意见", "Objections received"), "integer", x => Whole(x.Site.Arrived(x.Row))),
        new("settled", new("已答复", "Settled"), "integer", x => Whole(x.Row.Settled.Count)),
        new("edition", new("版次", "Edition"), "integer", x => Whole(x.Row.Current.Ordinal)),
        new("last_act", new("最近变动", "Newest act"), "date", x => Iso(Shanghai.DayOf(x.Row.LastAct))),
        new("content_hash", new("内容校验值", "Content hash"), "string", x => x.Row.Current.Hash.Value),
        new("check_code", new("校验码", "Check code"), "string", x => NoticeJson.CheckCodeOf(x.Row, x.Row.Current)),
        new("address", new("网址", "Address"), "string", x => $"{x.Site.Settings.PublicAddress}/{SiteMap.DeclarationFolder(x.Row.Number)}"),
    ];

    private static readonly DataColumn<(SiteModel Site, AgreementOnRegister Row)>[] AgreementColumns =
    [
        new("id", new("合同编号", "Agreement"), "string", x => x.Row.Agreement.Value),
        new("title", new("名称", "Title"), "string", x => x.Row.Section.Title.Zh),
        new("kind", new("类别", "Kind"), "string", x => Catalogue.Say(Language.Zh, $"agreement.kind.{x.Row.Section.Kind}")),
        new("village", new("村代码", "Village code"), "string", x => x.Row.Section.Village.Value),
        new("village_name", new("村", "Village"), "string", x => x.Row.Section.VillageName.Zh),
        new("with", new("对方（公开名称）", "With (public name)"), "string", x => x.Row.Section.With.Zh),
        new("area_mu", new("面积（亩）", "Area (mu)"), "number", x => x.Row.Section.Area?.ToString()),
        new("start", new("开始", "Start"), "date", x => Iso(x.Row.Section.Start)),
        new("end", new("结束", "End"), "date", x => Iso(x.Row.Section.End)),
        new("total", new("合同总额（元）", "Total (yuan)"), "number", x => x.Row.Section.Total.ToString()),
        new("yearly", new("每年金额（元）", "Yearly (yuan)"), "number", x => x.Row.Section.Yearly?.ToString()),
        new("declaration", new("公示文号", "Declaration"), "string", x => x.Row.Current.Number),
        new("edition", new("版次", "Edition"), "integer", x => Whole(x.Row.Current.Ordinal)),
        new("disclosed", new("公开日期", "Disclosed"), "date", x => Iso(Shanghai.DayOf(x.Row.LastAct))),
        new("content_hash", new("内容校验值", "Content hash"), "string", x => x.Row.Current.Hash.Value),
        new("address", new("网址", "Address"), "string", x => $"{x.Site.Settings.PublicAddress}/{SiteMap.AgreementFolder(x.Row.Agreement)}"),
    ];

    private static readonly DataColumn<(SiteModel Site, TenderOnRegister Row)>[] TenderColumns =
    [
        new("id", new("招标编号", "Tender"), "string", x => x.Row.Tender.Value),
        new("title", new("名称", "Title"), "string", x => x.Row.Section.Title.Zh),
        new("village", new("村代码", "Village code"), "string", x => x.Row.Section.Village?.Value),
        new("buyer", new("采购单位", "Buyer"), "string", x => x.Row.Section.Buyer.Zh),
        new("kind", new("类别", "Kind"), "string", x => Catalogue.Say(Language.Zh, $"tender.kind.{x.Row.Section.Kind}")),
        new("method", new("采购方式", "Method"), "string", x => Catalogue.Say(Language.Zh, $"tender.method.{x.Row.Section.Method}")),
        new("status", new("状态", "Status"), "string", x => Catalogue.Say(Language.Zh, $"tender.status.{x.Row.Status}")),
        new("lots", new("标段数", "Lots"), "integer", x => Whole(x.Row.Section.Lots.Count)),
        new("estimate", new("估算（元）", "Estimate (yuan)"), "number", x => x.Row.Section.Estimate.ToString()),
        new("ceiling", new("最高限价（元）", "Ceiling (yuan)"), "number", x => x.Row.Section.Ceiling?.ToString()),
        new("deadline", new("截止日期", "Deadline"), "date", x => x.Row.Current.Notice is { } n ? Iso(Shanghai.DayOf(n.Deadline)) : null),
        new("bids", new("投标数", "Bids"), "integer", x => x.Row.Opening is { } o ? Whole(o.Bids.Count) : null),
        new("awarded", new("中标金额（元）", "Awarded (yuan)"), "number", x => x.Row.Awards.Count > 0 ? TenderSentences.Awarded(x.Row).ToString() : null),
        new("contracted", new("合同金额（元）", "Contracted (yuan)"), "number", x => x.Row.Contracts.Count > 0 ? TenderSentences.Contracted(x.Row).ToString() : null),
        new("paid", new("已付（元）", "Paid (yuan)"), "number", x => x.Row.Contracts.Count > 0 ? TenderSentences.Paid(x.Row).ToString() : null),
        new("declaration", new("公示文号", "Declaration"), "string", x => x.Row.DeclarationNumber),
        new("edition", new("版次", "Edition"), "integer", x => Whole(x.Row.Current.Ordinal)),
        new("last_act", new("最近变动", "Newest act"), "date", x => Iso(Shanghai.DayOf(x.Row.LastAct))),
        new("content_hash", new("内容校验值", "Content hash"), "string", x => x.Row.Hash.Value),
        new("check_code", new("校验码", "Check code"), "string", x => TenderJson.CheckCodeOf(x.Row, x.Row.Current)),
        new("address", new("网址", "Address"), "string", x => $"{x.Site.Settings.PublicAddress}/{SiteMap.TenderFolder(x.Row.Tender)}"),
    ];

    private static readonly DataColumn<(TenderOnRegister Row, Lot Lot, BidLine Line)>[] BidColumns =
    [
        new("tender", new("招标编号", "Tender"), "string", x => x.Row.Tender.Value),
        new("lot", new("标段", "Lot"), "integer", x => Whole(x.Lot.Number)),
        new("lot_title", new("标段名称", "Title of lot"), "string", x => x.Lot.Title.Zh),
        new("bidder", new("投标人（公开名称）", "Bidder (public name)"), "string", x => x.Line.Bid.Bidder.Zh),
        new("credit_code", new("统一社会信用代码", "Unified social credit code"), "string", x => x.Line.Bid.CreditCode),
        new("price", new("报价（元；取暖煤为每吨）", "Price (yuan; coal by the tonne)"), "number", x => x.Line.Bid.Price.ToString()),
        new("total", new("标段总价（元）", "Whole lot (yuan)"), "number", x => x.Lot.Total(x.Line.Bid.Price).ToString()),
        new("calorific", new("热值（MJ/kg）", "Calorific value (MJ/kg)"), "number", x => x.Line.Bid.Quality is { } q ? BidLine.Figure(q.Calorific) : null),
        new("yuan_per_gj", new("元/吉焦", "Yuan per GJ"), "number", x => x.Line.PerGigajoule is { } p ? BidLine.Figure(p) : null),
        new("sulphur", new("全硫（%）", "Sulphur (%)"), "number", x => x.Line.Bid.Quality is { } q ? BidLine.Figure(q.Sulphur) : null),
        new("ash", new("灰分（%）", "Ash (%)"), "number", x => x.Line.Bid.Quality is { } q ? BidLine.Figure(q.Ash) : null),
        new("volatile", new("挥发分（%）", "Volatile matter (%)"), "number", x => x.Line.Bid.Quality is { } q ? BidLine.Figure(q.Volatile) : null),
        new("moisture", new("水分（%）", "Moisture (%)"), "number", x => x.Line.Bid.Quality is { } q ? BidLine.Figure(q.Moisture) : null),
        new("origin", new("产地", "Origin"), "string", x => x.Line.Bid.Quality?.Origin.Zh),
        new("rank", new("名次", "Rank"), "integer", x => x.Line.Rank is { } rank ? Whole(rank) : null),
        new("rejected", new("否决原因", "Rejected for"), "string", x => x.Line.Rejected is { } code ? Catalogue.Say(Language.Zh, $"tender.reject.{code}") : null),
        new("won", new("中标", "Won"), "string", x => x.Line.Wins ? "是" : null),
    ];

    public static readonly IReadOnlyList<DataKind> All =
    [
        Of<DeclarationOnRegister>("declarations", DeclarationColumns, year => Slices.KindYear(CaseKind.Declaration, year), rows => rows.OrderByDescending(d => d.Number.Ordinal)),
        Of<AgreementOnRegister>("agreements", AgreementColumns, year => Slices.KindYear(CaseKind.Agreement, year), rows => rows.OrderBy(a => a.Agreement.Value, StringComparer.Ordinal)),
        Of<TenderOnRegister>("tenders", TenderColumns, year => Slices.KindYear(CaseKind.Tender, year), rows => rows.OrderBy(t => t.Tender.Value, StringComparer.Ordinal)),
        OfMany<TenderOnRegister, (TenderOnRegister, Lot, BidLine)>("bids", BidColumns, year => Slices.KindYear(CaseKind.Tender, year), rows =>
            from t in rows.OrderBy(t => t.Tender.Value, StringComparer.Ordinal)
            from lot in t.Section.Lots
            from line in TenderBids.Of(t, t.Current, lot.Number)
            select (t, lot, line)),
    ];

    /// <summary>Several lines from each row.</summary>
    private static DataKind OfMany<T, TLine>(string kind, DataColumn<TLine>[] columns, Func<int, string> slice, Func<IEnumerable<T>, IEnumerable<TLine>> lines) where T : class, IPublicRow =>
        new(kind, [.. columns.Select(c => (c.Name, c.Title, c.Type))], site => site.Years(slice),
            (site, year) => CsvFile.Office(columns, lines(site.In<T>(slice(year)))), (site, year) => CsvFile.Strict(columns, lines(site.In<T>(slice(year)))), slice);

    private static DataKind Of<T>(string kind, DataColumn<(SiteModel Site, T Row)>[] columns, Func<int, string> slice, Func<IEnumerable<T>, IEnumerable<T>> inOrder) where T : class, IPublicRow
    {
        return new(kind, [.. columns.Select(c => (c.Name, c.Title, c.Type))], site => site.Years(slice),
            (site, year) => CsvFile.Office(columns, Rows(site, year)), (site, year) => CsvFile.Strict(columns, Rows(site, year)), slice);

        IEnumerable<(SiteModel, T)> Rows(SiteModel site, int year) => inOrder(site.In<T>(slice(year))).Select(row => (site, row));
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
