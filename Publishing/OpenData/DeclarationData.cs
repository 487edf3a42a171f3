using Transparency.Contracts;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.OpenData;

/// <summary>Data file of declarations, by the year of their number.</summary>
internal static class DeclarationData
{
    private static readonly DataColumn<(SiteModel Site, DeclarationOnRegister Row)>[] Columns =
    [
        new("number", new("文号", "Number"), "string", x => x.Row.Number.ToString()),
        new("title", new("标题", "Title"), "string", x => x.Row.Section.Title.Zh),
        new("matter", new("事项", "Matter"), "string", x => x.Row.Section.MatterName.Zh),
        new("village", new("村代码", "Village code"), "string", x => x.Row.Section.Village?.Value),
        new("discloser", new("申报单位", "Declared by"), "string", x => x.Row.Section.Discloser.Zh),
        new("status", new("状态", "Status"), "string", x => Catalogue.Say(Language.Zh, $"status.{x.Row.Status}")),
        new("amount", new("金额（元）", "Amount (yuan)"), "number", x => x.Row.Section.Amount.ToString()),
        new("window_opened", new("公示开始", "Window opened"), "date", x => DataKind.Iso(x.Row.Window.Trigger)),
        new("window_last_day", new("公示截止", "Window's last day"), "date", x => DataKind.Iso(x.Row.Window.Last)),
        new("round", new("公示轮次", "Round"), "integer", x => DataKind.Whole(x.Row.Current.Round)),
        new("objections", new("收到意见", "Objections received"), "integer", x => DataKind.Whole(x.Site.Arrived(x.Row))),
        new("settled", new("已答复", "Settled"), "integer", x => DataKind.Whole(x.Row.Settled.Count)),
        new("edition", new("版次", "Edition"), "integer", x => DataKind.Whole(x.Row.Current.Ordinal)),
        new("last_act", new("最近变动", "Newest act"), "date", x => DataKind.Iso(Shanghai.DayOf(x.Row.LastAct))),
        new("content_hash", new("内容校验值", "Content hash"), "string", x => x.Row.Current.Hash.Value),
        new("check_code", new("校验码", "Check code"), "string", x => NoticeJson.CheckCodeOf(x.Row, x.Row.Current)),
        new("address", new("网址", "Address"), "string",
            x => $"{x.Site.Settings.PublicAddress}/{SiteMap.DeclarationFolder(x.Row.Number)}"),
    ];

    public static DataKind Declarations { get; } = DataKind.Of<DeclarationOnRegister>(
        "declarations", Columns, year => Slices.KindYear(CaseKind.Declaration, year),
        rows => rows.OrderByDescending(d => d.Number.Ordinal));
}
