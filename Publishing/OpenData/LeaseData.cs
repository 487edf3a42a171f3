using Transparency.Contracts;
using Transparency.Contracts.Agreements.CleanUp;
using Transparency.Contracts.Agreements.Rent;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.OpenData;

/// <summary>
/// Data files of rent (a line per instalment, by the year in which it is due) and of clean-ups (a line per case, by the year in which it
/// was listed).
/// </summary>
internal static class LeaseData
{
    private static readonly DataColumn<(SiteModel Site, (RentOnRegister Account, RentRow Row) Row)>[] RentColumns =
    [
        new("agreement", new("合同编号", "Agreement"), "string", x => x.Row.Account.Agreement.Value),
        new("village", new("村代码", "Village code"), "string", x => x.Row.Account.Agreement.Village.Value),
        new("due_day", new("最迟交款日", "Due by"), "date", x => DataKind.Iso(x.Row.Row.Due)),
        new("due", new("应收（元）", "Due (yuan)"), "number", x => x.Row.Row.Amount.ToString()),
        new("received", new("实收（元）", "Received (yuan)"), "number", x => x.Row.Row.Received.ToString()),
        new("received_on", new("收到日期", "Received on"), "date", x => x.Row.Row.On is { } on ? DataKind.Iso(on) : null),
        new("arrears", new("欠交（元）", "Owed (yuan)"), "number", x => x.Row.Row.Arrears.ToString()),
        new("as_of", new("截至", "As of"), "date", x => DataKind.Iso(x.Row.Account.Section.AsOf)),
        new("signed", new("签字公开日期", "Signed"), "date", x => DataKind.Iso(Shanghai.DayOf(x.Row.Account.LastAct))),
        new("edition", new("版次", "Edition"), "integer", x => DataKind.Whole(x.Row.Account.Current.Ordinal)),
        new("content_hash", new("内容校验值", "Content hash"), "string", x => x.Row.Account.Current.Hash.Value),
        new("address", new("网址", "Address"), "string", x => DataKind.Address(x.Site, SiteMap.Agreement(x.Row.Account.Agreement))),
    ];

    private static readonly DataColumn<(SiteModel Site, CleanUpOnRegister Row)>[] CleanUpColumns =
    [
        new("drive", new("清理代号", "Drive"), "string", x => x.Row.Drive.Value),
        new("agreement", new("合同编号", "Agreement"), "string", x => x.Row.Agreement.Value),
        new("title", new("合同名称", "Title"), "string", x => x.Row.Before.Title.Zh),
        new("village", new("村代码", "Village code"), "string", x => x.Row.Before.Village.Value),
        new("village_name", new("村", "Village"), "string", x => x.Row.Before.VillageName.Zh),
        new("with", new("对方（公开名称）", "With (public name)"), "string", x => x.Row.Before.With.Zh),
        new("status", new("状态", "Status"), "string", x => Catalogue.Say(Language.Zh, $"cleanup.status.{x.Row.Status}")),
        new("listed", new("登记日期", "Listed"), "date", x => DataKind.Iso(x.Row.Listed)),
        new("problems", new("问题代码", "Problem codes"), "string", x => string.Join(' ', x.Row.Problems.Select(CleanUpCode.Of))),
        new("remedies", new("整改代码", "Remedy codes"), "string",
            x => string.Join(' ', x.Row.Remedy?.Codes.Select(CleanUpCode.Of) ?? [])),
        new("area_before_mu", new("清理前面积（亩）", "Area before (mu)"), "number", x => x.Row.Before.Area?.ToString()),
        new("area_after_mu", new("清理后面积（亩）", "Area after (mu)"), "number", x => x.Row.Remedy?.After.Area?.ToString()),
        new("end_before", new("清理前到期日", "End before"), "date", x => DataKind.Iso(x.Row.Before.End)),
        new("end_after", new("清理后到期日", "End after"), "date", x => x.Row.Remedy is { } r ? DataKind.Iso(r.After.End) : null),
        new("yearly_before", new("清理前年租金（元）", "Yearly rent before (yuan)"), "number",
            x => x.Row.Before.Yearly?.ToString()),
        new("yearly_after", new("清理后年租金（元）", "Yearly rent after (yuan)"), "number",
            x => x.Row.Remedy?.After.Yearly?.ToString()),
        new("claimed", new("应追回（元）", "Claimed (yuan)"), "number", x => x.Row.Remedy?.Claimed.ToString()),
        new("recovered", new("已追回（元）", "Recovered (yuan)"), "number", x => x.Row.Recovered?.ToString()),
        new("declaration", new("整改公示文号", "Declaration of the remedy"), "string", x => x.Row.Remedy?.Number),
        new("last_act", new("最近变动", "Newest act"), "date", x => DataKind.Iso(Shanghai.DayOf(x.Row.LastAct))),
        new("address", new("网址", "Address"), "string", x => DataKind.Address(x.Site, SiteMap.CleanUp(x.Row.Drive))),
    ];

    public static DataKind Rent { get; } = DataKind.Lines<RentOnRegister, (RentOnRegister, RentRow)>(
        "rent", RentColumns, Slices.RentYear,
        rows => rows.OrderBy(r => r.Agreement.Value, StringComparer.Ordinal).SelectMany(r => r.Section.Rows.Select(row => (r, row))));

    public static DataKind CleanUp { get; } = DataKind.Of<CleanUpOnRegister>(
        "cleanup", CleanUpColumns, Slices.CleanUpYear, rows => rows.OrderBy(c => c.PublicKey, StringComparer.Ordinal));
}
