using Transparency.Contracts;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.OpenData;

/// <summary>Data file of agreements, by the year of their number.</summary>
internal static class AgreementData
{
    private static readonly DataColumn<(SiteModel Site, AgreementOnRegister Row)>[] Columns =
    [
        new("id", new("合同编号", "Agreement"), "string", x => x.Row.Agreement.Value),
        new("title", new("名称", "Title"), "string", x => x.Row.Section.Title.Zh),
        new("kind", new("类别", "Kind"), "string", x => Catalogue.Say(Language.Zh, $"agreement.kind.{x.Row.Section.Kind}")),
        new("village", new("村代码", "Village code"), "string", x => x.Row.Section.Village.Value),
        new("village_name", new("村", "Village"), "string", x => x.Row.Section.VillageName.Zh),
        new("with", new("对方（公开名称）", "With (public name)"), "string", x => x.Row.Section.With.Zh),
        new("area_mu", new("面积（亩）", "Area (mu)"), "number", x => x.Row.Section.Area?.ToString()),
        new("start", new("开始", "Start"), "date", x => DataKind.Iso(x.Row.Section.Start)),
        new("end", new("结束", "End"), "date", x => DataKind.Iso(x.Row.Section.End)),
        new("total", new("合同总额（元）", "Total (yuan)"), "number", x => x.Row.Section.Total.ToString()),
        new("yearly", new("每年金额（元）", "Yearly (yuan)"), "number", x => x.Row.Section.Yearly?.ToString()),
        new("declaration", new("公示文号", "Declaration"), "string", x => x.Row.Current.Number),
        new("edition", new("版次", "Edition"), "integer", x => DataKind.Whole(x.Row.Current.Ordinal)),
        new("disclosed", new("公开日期", "Disclosed"), "date", x => DataKind.Iso(Shanghai.DayOf(x.Row.LastAct))),
        new("content_hash", new("内容校验值", "Content hash"), "string", x => x.Row.Current.Hash.Value),
        new("address", new("网址", "Address"), "string",
            x => $"{x.Site.Settings.PublicAddress}/{SiteMap.AgreementFolder(x.Row.Agreement)}"),
    ];

    public static DataKind Agreements { get; } = DataKind.Of<AgreementOnRegister>(
        "agreements", Columns, year => Slices.KindYear(CaseKind.Agreement, year),
        rows => rows.OrderBy(a => a.Agreement.Value, StringComparer.Ordinal));
}
