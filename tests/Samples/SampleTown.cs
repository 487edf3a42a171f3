using Transparency.Contracts;
using Transparency.Contracts.Deadlines;
using Transparency.Contracts.Town;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;

namespace Transparency.Samples;

/// <summary>A demonstration town with its thirteen villages, as every test sees it on 18 September 2026.</summary>
public static class SampleTown
{
    public static readonly DateOnly AsOf = new(2026, 9, 18);

    public static readonly TownSettings Town = new(
        new("央子镇", "Yangzi Town"), new("央子镇人民政府", "Yangzi Town Government"), "央政公示",
        new("镇经管站，镇政府大院一楼 105 室，电话 0536-0000105，工作日 8:30 至 17:00", "Town Rural Economy Office, room 105, telephone 0536-0000105, working days 8:30 to 17:00"),
        new("央子镇辖 13 个村，沿海，以盐田、渔业和种植为主。镇里和各村的重大事项、合同都在这里公示。", "Yangzi Town has 13 villages on the coast, living on salt, fishing and farming. Major matters and contracts of the town and its villages are shown here."),
        Demonstration: true);

    public static readonly IReadOnlyList<Village> Villages =
    [
        V("01", "央子村", "Yangzi Village", 412, 1290, 2100, 5200),
        V("02", "林家央子村", "Linjiayangzi Village", 386, 1215, 1980, 6100),
        V("03", "蔡邑村", "Caiyi Village", 274, 861, 1650, 2400),
        V("04", "贾家河坞村", "Jiajiahewu Village", 301, 948, 2300, 1900),
        V("05", "西利渔村", "Xili Fishing Village", 345, 1102, 420, 3800),
        V("06", "东利渔村", "Dongli Fishing Village", 318, 1010, 380, 3500),
        V("07", "新立村", "Xinli Village", 256, 803, 1720, 900),
        V("08", "横里路村", "Henglilu Village", 233, 742, 2050, 1100),
        V("09", "固堤场村", "Gudichang Village", 297, 935, 1100, 7400),
        V("10", "韩家央子村", "Hanjiayangzi Village", 241, 766, 1560, 4300),
        V("11", "盐垛村", "Yanduo Village", 187, 588, 640, 5900),
        V("12", "河口村", "Hekou Village", 196, 617, 1480, 2200),
        V("13", "卤河村", "Luhe Village", 167, 523, 700, 4700),
    ];

    /// <summary>The part of the State Council's table for 2026 that the samples count in.</summary>
    public static readonly HolidayTable Holidays = HolidayTable.Of(
    [
        new(new(2025, 10, 1), false, new("国庆节")),
        new(new(2026, 9, 20), true, new("国庆节调休上班")),
        .. Enumerable.Range(25, 3).Select(d => new Holiday(new(2026, 9, d), false, new("中秋节"))),
        .. Enumerable.Range(1, 7).Select(d => new Holiday(new(2026, 10, d), false, new("国庆节"))),
        new(new(2026, 10, 10), true, new("国庆节调休上班")),
    ]);

    public static readonly DeadlineRule FiveDays = new(
        "PUBLICITY_DEFAULT", new("公示期", "Publicity window"), 5, DayUnit.WorkingDay, new("《镇重大事项公示申报制度》第 6 条", "Town Rules on Public Declaration, art. 6"));

    public static readonly DeadlineRule ThreeDaysToAnswer = new(
        "OBJECTION_ANSWER", new("意见答复", "Answer to an objection"), 3, DayUnit.WorkingDay, new("《镇重大事项公示申报制度》第 8 条", "Town Rules on Public Declaration, art. 8"), Limit.AtMost);

    public static readonly DeadlineRule FifteenDays = new(
        "PUBLICITY_LONG", new("公示期（长）", "Publicity window (long)"), 15, DayUnit.CalendarDay, new("《镇重大事项公示申报制度》第 7 条", "Town Rules on Public Declaration, art. 7"));

    /// <summary>What a rule gives in the town's calendar; a sample counts only where its holidays are known.</summary>
    public static Deadline Counted(DeadlineRule rule, DateOnly trigger) => ((Result<Deadline>.Of)Deadline.Count(rule, trigger, Holidays)).Value;

    public static readonly SiteSettings Settings = new("https://yangzi.example", [Language.Zh, Language.En]);

    public static TownOnRegister OnRegister => new("town", Town, Villages, SampleRules.Book.Deadlines.Rows, [.. Holidays.Days.Values], SampleRules.Book.Obligations, 1, Shanghai.At(new(2026, 1, 4), new(9, 0)));

    /// <summary>All samples as one register.</summary>
    public static PublicRegister Register => PublicRegister.Of(OnRegister, [.. SampleDeclarations.All, .. SampleAgreements.All, .. SampleDeclarations.Objections, .. SampleDeclarations.Checks, .. SampleLeases.All, .. SampleStatements.All, .. SampleReports.All, .. SampleInspections.All, .. SampleProposals.All, .. SampleTreasury.All, SampleLoss.Row, SampleSuppression.Row, .. SampleTenders.Rows, .. SampleDecisions.Results]);

    public static SiteModel Model => new(Register, AsOf, Settings);

    private static Village V(string code, string zh, string en, int households, int people, int land, int saltpan) =>
        new(new(code), new(zh, en), households, people, land, saltpan);
}
