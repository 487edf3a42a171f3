using Transparency.Contracts;
using Transparency.Publishing.Notices.Proposals;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;

namespace Transparency.Publishing.OpenData;

/// <summary>Data file of proposals: a line each, by the year of its number.</summary>
internal static class ProposalData
{
    private static readonly DataColumn<(SiteModel Site, ProposalOnRegister Row)>[] Columns =
    [
        new("number", new("建议编号", "Number"), "string", x => x.Row.PublicKey),
        new("title", new("标题", "Title"), "string", x => x.Row.Section.Title.Zh),
        new("village", new("村代码", "Village code"), "string", x => x.Row.Section.Village?.Value),
        new("village_name", new("村", "Village"), "string", x => ProposalWording.Place(x.Row.Section).Zh),
        new("body", new("建议的内容", "The proposal"), "string", x => x.Row.Section.Body.Zh),
        new("author", new("谁提的", "By whom"), "string", x => ProposalWording.Author(Language.Zh, x.Row.Section).ToString()),
        new("joined", new("并入的相同建议", "Others of the same content"), "integer", x => DataKind.Whole(x.Row.Joined)),
        new("status", new("状态", "Status"), "string", x => ProposalWording.State(Language.Zh, x.Row)),
        new("received", new("收到日期", "Received"), "date", x => DataKind.Iso(x.Row.Section.Received)),
        new("admitted", new("受理日期", "Admitted"), "date", x => DataKind.Iso(x.Row.Section.Admitted)),
        new("published", new("公开日期", "Published"), "date", x => DataKind.Iso(Shanghai.DayOf(x.Row.Signed.At))),
        new("unit", new("办理单位", "In hand with"), "string", x => x.Row.Study?.Unit.Zh),
        new("unit_due", new("办理期限", "Unit's last day"), "date", x => x.Row.Study is { } s ? DataKind.Iso(s.Due) : null),
        new("answer_due", new("答复期限", "Answer due"), "date", x => DataKind.Iso(x.Row.Section.AnswerDue)),
        new("answered", new("答复日期", "Answered"), "date", x => x.Row.Answer is { } a ? DataKind.Iso(a.By.On) : null),
        new("days_late", new("逾期天数", "Days late"), "integer", x => x.Row.Answer is { } a ? DataKind.Whole(a.DaysLate) : null),
        new("outcome", new("答复结果", "Outcome"), "string",
            x => x.Row.Answer is { } a ? ProposalWording.Outcome(Language.Zh, a) : null),
        new("reasons", new("答复理由", "Reasons"), "string", x => x.Row.Answer?.Reasons.Zh),
        new("declaration", new("落实的公示", "Carried out by declaration"), "string", x => x.Row.Carrier?.Declaration?.ToString()),
        new("work", new("落实的工程", "Carried out by work"), "string", x => x.Row.Carrier?.Work?.Value),
        new("result", new("办理结果", "What came of it"), "string", x => x.Row.Result?.What.Zh),
        new("result_posted", new("结果公布日期", "Result posted"), "date", x => x.Row.Result is { } r ? DataKind.Iso(r.By.On) : null),
        new("content_hash", new("内容校验值", "Content hash"), "string", x => x.Row.Signed.Hash.Value),
        new("check_code", new("校验码", "Check code"), "string", x => ProposalNotice.CheckCodeOf(x.Row.Signed)),
        new("address", new("网址", "Address"), "string", x => DataKind.Address(x.Site, SiteMap.Proposal(x.Row.Number))),
    ];

    public static DataKind Proposals { get; } = DataKind.Of<ProposalOnRegister>(
        "proposals", Columns, year => Slices.KindYear(CaseKind.Proposal, year), rows => rows.OrderBy(p => p.Number.Ordinal));
}
