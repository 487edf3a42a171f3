using Transparency.Contracts;
using Transparency.Contracts.Disclosure;
using Transparency.Contracts.Disclosure.Reports;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Notices.Reports;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.OpenData;

/// <summary>Data files of the disclosure calendar (a line per cell, by the year of its period) and of village reports.</summary>
internal static class DutyData
{
    private static readonly DataColumn<(SiteModel Site, SiteDuty Row)>[] CellColumns =
    [
        new("obligation", new("事项代码", "Obligation"), "string", x => x.Row.Cell.Obligation.Code),
        new("obligation_name", new("事项", "Name"), "string", x => x.Row.Cell.Obligation.Name.Zh),
        new("village", new("村代码", "Village code"), "string", x => x.Row.Cell.Village.Value),
        new("village_name", new("村", "Village"), "string", x => x.Site.Town.Villages.First(v => v.Code == x.Row.Cell.Village).Name.Zh),
        new("period", new("期", "Period"), "string", x => x.Row.Cell.Period.ToString()),
        new("due", new("最迟公开日", "Last day"), "date", x => x.Row.Cell.Due is { } due ? DataKind.Iso(due) : null),
        new("status", new("状态", "Status"), "string",
            x => Catalogue.Say(Language.Zh, StatusOf(x.Row.Status), DaysOf(x.Row.Status) ?? 0)),
        new("published", new("公开日期", "Published"), "date", x => x.Row.Status is CellStatus.Met met ? DayOf(met) : null),
        new("days_late", new("逾期天数", "Days late"), "integer", x => DaysOf(x.Row.Status) is { } days ? DataKind.Whole(days) : null),
        new("body", new("由谁公开", "Owed by"), "string", x => x.Row.Cell.Obligation.Body.Zh),
        new("law", new("依据", "Law"), "string", x => x.Row.Cell.Obligation.Law.Zh),
        new("address", new("网址", "Address"), "string", x => x.Row.Path is { } path ? DataKind.Address(x.Site, path) : null),
    ];

    private static readonly DataColumn<(SiteModel Site, ReportOnRegister Row)>[] ReportColumns =
    [
        new("obligation", new("事项代码", "Obligation"), "string", x => x.Row.Of.Obligation),
        new("obligation_name", new("事项", "Name"), "string", x => x.Row.Section.Name.Zh),
        new("village", new("村代码", "Village code"), "string", x => x.Row.Of.Village.Value),
        new("village_name", new("村", "Village"), "string", x => x.Row.Section.VillageName.Zh),
        new("period", new("期", "Period"), "string", x => x.Row.Of.Period.ToString()),
        new("status", new("状态", "Status"), "string", x => Catalogue.Say(Language.Zh, ReportWording.Status(x.Row.Section))),
        new("prepared", new("填报日期", "Prepared"), "date", x => DataKind.Iso(x.Row.Current.Prepared.On)),
        new("signed", new("签字公开日期", "Signed"), "date", x => DataKind.Iso(Shanghai.DayOf(x.Row.Current.At))),
        new("edition", new("版次", "Edition"), "integer", x => DataKind.Whole(x.Row.Current.Ordinal)),
        new("content_hash", new("内容校验值", "Content hash"), "string", x => x.Row.Current.Hash.Value),
        new("check_code", new("校验码", "Check code"), "string", x => NoticeJson.CheckCodeOf(x.Row.Current)),
        new("address", new("网址", "Address"), "string", x => $"{x.Site.Settings.PublicAddress}/{SiteMap.ReportFolder(x.Row.Of)}"),
        new("posted", new("公开栏张贴日期", "Posted on the board"), "date",
            x => BoardOf(x.Row) is { } board ? DataKind.Iso(board.From) : null),
        new("taken_down", new("公开栏撤下日期", "Taken down"), "date",
            x => BoardOf(x.Row)?.Down is { } day ? DataKind.Iso(day) : null),
    ];

    /// <summary>Named <c>calendar</c> in the tree; the day from which it counts is one of its inputs.</summary>
    public static DataKind Cells { get; } = new(
        "calendar", [.. CellColumns.Select(c => (c.Name, c.Title, c.Type))],
        site => site.Duties.Select(d => d.Cell.Period.Year).Distinct().OrderDescending(),
        (site, year) => CsvFile.Office(CellColumns, Rows(site, year)), (site, year) => CsvFile.Strict(CellColumns, Rows(site, year)),
        _ => Slices.Duties)
    {
        Texts = "calendar-cells",
        CountsDays = true,
    };

    public static DataKind Reports { get; } = DataKind.Of<ReportOnRegister>(
        "reports", ReportColumns, year => Slices.KindYear(CaseKind.Report, year),
        rows => rows.OrderBy(r => r.PublicKey, StringComparer.Ordinal));

    /// <summary>Of the newest edition.</summary>
    private static OnBoard? BoardOf(ReportOnRegister r) => r.BoardOf(r.Current.Ordinal);

    private static IEnumerable<(SiteModel, SiteDuty)> Rows(SiteModel site, int year) =>
        site.Duties.Where(d => d.Cell.Period.Year == year).Select(d => (site, d));

    private static string DayOf(CellStatus.Met met) => DataKind.Iso(Shanghai.DayOf(met.At));

    private static int? DaysOf(CellStatus status) => status switch
    {
        CellStatus.Late late => late.Days,
        CellStatus.Met { DaysLate: > 0 and var days } => days,
        _ => null,
    };

    private static string StatusOf(CellStatus status) => $"duty.cell.{status.GetType().Name}";
}
