using Transparency.Contracts;
using Transparency.Contracts.Escrow.Inspections;
using Transparency.Publishing.Notices.Inspections;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.OpenData;

/// <summary>
/// Data file of inspections: a line per finding, and one for each drawn village without any, by the year of the inspection's number.
/// </summary>
internal static class InspectionData
{
    /// <param name="Result">null while it is not public</param>
    /// <param name="Finding">null where there is none</param>
    private sealed record Line(InspectionOnRegister Of, VillageCode Village, PublicResult? Result, PublicFinding? Finding);

    private static readonly DataColumn<(SiteModel Site, Line Row)>[] Columns =
    [
        new("inspection", new("检查编号", "Inspection"), "string", x => x.Row.Of.PublicKey),
        new("title", new("标题", "Title"), "string", x => x.Row.Of.Plan.Title.Zh),
        new("from", new("检查起月", "From"), "string", x => x.Row.Of.Plan.From.ToString()),
        new("to", new("检查止月", "To"), "string", x => x.Row.Of.Plan.To.ToString()),
        new("village", new("村代码", "Village code"), "string", x => x.Row.Village.Value),
        new("village_name", new("村", "Village"), "string", x => x.Row.Of.Plan.NameOf(x.Row.Village).Zh),
        new("result", new("结果", "Result"), "string", x => ResultOf(x.Row.Result)),
        new("published", new("公开日期", "Published"), "date", x => x.Row.Result is { } r ? DataKind.Iso(r.Confirmed.On) : null),
        new("ordinal", new("序号", "No."), "integer", x => x.Row.Finding is { } f ? DataKind.Whole(f.Of.Ordinal) : null),
        new("code", new("问题代码", "Code"), "string", x => x.Row.Finding?.Of.Code),
        new("finding", new("问题", "Finding"), "string", x => x.Row.Finding?.Of.Name.Zh),
        new("month", new("月份", "Month"), "string", x => x.Row.Finding?.Of.Month?.ToString()),
        new("what", new("情况", "What was found"), "string", x => x.Row.Finding?.Of.What.Zh),
        new("law", new("依据", "Law"), "string", x => x.Row.Finding?.Of.Law.Zh),
        new("cure_until", new("整改期限", "Cure until"), "date", x => x.Row.Finding is { } f ? DataKind.Iso(f.Of.CureUntil) : null),
        new("cured", new("整改日期", "Cured"), "date", x => x.Row.Finding?.Cure is { } c ? DataKind.Iso(c.By.On) : null),
        new("days_late", new("逾期天数", "Days late"), "integer",
            x => x.Row.Finding?.Cure is { } c ? DataKind.Whole(c.DaysLate) : null),
        new("content_hash", new("内容校验值", "Content hash"), "string", x => x.Row.Result?.Hash.Value),
        new("address", new("网址", "Address"), "string", x => DataKind.Address(x.Site, PathOf(x.Row))),
    ];

    public static DataKind Findings { get; } = DataKind.Lines<InspectionOnRegister, Line>(
        "inspections", Columns, year => Slices.KindYear(CaseKind.Inspection, year),
        rows => rows.OrderBy(i => i.Plan.Id.Ordinal).SelectMany(Lines));

    private static IEnumerable<Line> Lines(InspectionOnRegister i) =>
        from village in i.Drawn
        let result = i.ResultOf(village)
        from finding in (result?.Findings ?? []).DefaultIfEmpty()
        select new Line(i, village, result, finding);

    private static string PathOf(Line line) => SiteMap.InspectionOf(line.Of.Plan.Id, line.Village);

    private static string ResultOf(PublicResult? result) =>
        result is null ? Catalogue.Say(Language.Zh, "inspection.not-public") : InspectionWording.Result(Language.Zh, result);
}
