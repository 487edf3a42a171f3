using System.Collections.Immutable;
using System.Globalization;
using Transparency.Contracts;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.OpenData;

/// <summary>One kind of data file, cut by year: its columns are the one source for the CSV and for the data package.</summary>
/// <param name="Kind">also the file's name: <c>data/{kind}-{yyyy}.csv</c></param>
public sealed record DataKind(string Kind, IReadOnlyList<(string Name, Text Title, string Type)> Columns, Func<SiteModel, IEnumerable<int>> Years, Func<SiteModel, int, byte[]> Office, Func<SiteModel, int, byte[]> Strict, Func<int, string> Slice)
{
    /// <summary>Name in the texts: <c>data.{Texts}</c>.</summary>
    public string Texts { get; init; } = Kind;

    /// <summary>True when the file changes with the day alone.</summary>
    public bool CountsDays { get; init; }

    /// <summary>What the file of one year is a function of.</summary>
    public ImmutableArray<string> Inputs(int year) => CountsDays ? [Slices.Town, Slice(year), Slices.AsOf] : [Slices.Town, Slice(year)];

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

    public static readonly IReadOnlyList<DataKind> All =
    [
        Of<DeclarationOnRegister>("declarations", DeclarationColumns, year => Slices.KindYear(CaseKind.Declaration, year), rows => rows.OrderByDescending(d => d.Number.Ordinal)),
        Of<AgreementOnRegister>("agreements", AgreementColumns, year => Slices.KindYear(CaseKind.Agreement, year), rows => rows.OrderBy(a => a.Agreement.Value, StringComparer.Ordinal)),
        TenderData.Tenders,
        TenderData.Bids,
        MoneyData.Statements,
        MoneyData.Payments,
        BookData.Heads,
        BookData.Cash,
        BookData.OpenItems,
        InspectionData.Findings,
        LeaseData.Rent,
        LeaseData.CleanUp,
        DutyData.Reports,
        DutyData.Cells,
    ];

    internal static DataKind Of<T>(string kind, DataColumn<(SiteModel Site, T Row)>[] columns, Func<int, string> slice, Func<IEnumerable<T>, IEnumerable<T>> inOrder) where T : class, IPublicRow =>
        Lines<T, T>(kind, columns, slice, inOrder);

    /// <param name="lines">of the rows of one year, in the file's order: one row of the register may make several lines</param>
    internal static DataKind Lines<T, TLine>(string kind, DataColumn<(SiteModel Site, TLine Row)>[] columns, Func<int, string> slice, Func<IEnumerable<T>, IEnumerable<TLine>> lines) where T : class, IPublicRow
    {
        return new(kind, [.. columns.Select(c => (c.Name, c.Title, c.Type))], site => site.Years(slice),
            (site, year) => CsvFile.Office(columns, Rows(site, year)), (site, year) => CsvFile.Strict(columns, Rows(site, year)), slice);

        IEnumerable<(SiteModel, TLine)> Rows(SiteModel site, int year) => lines(site.In<T>(slice(year))).Select(line => (site, line));
    }

    internal static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
