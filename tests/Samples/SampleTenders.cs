using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Coal;
using Transparency.Contracts.Tenders;
using Transparency.Publishing.Register;
using static Transparency.Samples.SampleSections;

namespace Transparency.Samples;

/// <summary>Tenders at every station that a page can show, each made by real events; one season of heating coal with its deliveries.</summary>
public static class SampleTenders
{
    private static readonly Text Office = new("镇规划建设办公室", "Town Planning and Works Office");
    private static readonly Text Hall = new("镇政府三楼会议室", "the meeting room on the third floor of the town hall");

    public static TenderSection PumpSection { get; } = Works("05-2026-W-0002", "05", new("西利渔村泵站改造", "Rebuilding the pump station of Xili Fishing Village"), 248_000, 260_000,
        new("换两台水泵和控制柜", "Replace two pumps and the control cabinet"), new Lot(1, new("泵站设备和安装", "Pumps and their installation"), new("1 座", "1"), Y(248_000)));

    /// <summary>From an approved declaration to the last payment.</summary>
    public static TenderOnRegister Completed { get; } = UpToAward()
        .Sign(new(2026, 3, 27), 1, null).Change(new(2026, 4, 20), 1, 240_300, new("增加一处阀门井。", "One more valve pit."))
        .Accept(new(2026, 5, 15), 1, new("合格", "Passed")).Pay(new(2026, 4, 2), 1, 120_000, "12", "05").Pay(new(2026, 5, 20), 1, 120_300, "31", "05").Close(new(2026, 5, 21)).Now!;

    public static TenderStory UpToAward() => TenderStory.Of(PumpSection, new("pump"), "央政公示〔2026〕2号", new(2026, 3, 2))
        .Call(new(2026, 3, 4), new(2026, 3, 16)).Clarify(new(2026, 3, 6), new("水泵要求什么品牌？", "Which make of pump?"), new("不限品牌，达到参数即可。", "Any make that meets the figures."))
        .Amend(new(2026, 3, 9), new("控制柜增加远程报警，截止时间推后两天。", "The cabinet gets a remote alarm; the deadline is put off by two days."), new(2026, 3, 18))
        .Bid(1, "潍坊海润水务工程有限公司", "Weifang Hairun Water Works Co., Ltd.", 236_500).Bid(1, "山东恒力机电有限公司", null, 241_800, "质保三年").Bid(1, "寿光市兴达安装队", null, 268_000)
        .Open(new(2026, 3, 18), Hall, 14).Judge(new(2026, 3, 18), (1, 1, null, "得分 91.5|Score 91.5"), (2, 2, null, "得分 86.0|Score 86.0"), (3, null, RejectCode.OverCeiling, "报价超过最高限价 260,000 元|Over the ceiling of 260,000 yuan"))
        .Candidates(new(2026, 3, 19)).Award(new(2026, 3, 24));

    public static TenderOnRegister Calling { get; } = TenderStory.Of(
            Works("04-2026-W-0003", "04", new("贾家河坞村小学操场整修", "The school yard of Jiajiahewu"), 96_000, null, new("整平操场，铺 1,200 平方米透水砖", "Level the yard and lay 1,200 m² of paving"),
                new Lot(1, new("操场整修", "The yard"), new("1,200 平方米", "1,200 m²"), Y(96_000))), null, null, new(2026, 9, 10))
        .Call(new(2026, 9, 11), new(2026, 9, 22)).Clarify(new(2026, 9, 14), new("旧砖怎么处理？", "What of the old bricks?"), new("由中标人清运。", "The winner takes them away.")).Now!;

    public static TenderOnRegister CandidatesOut { get; } = TenderStory.Of(
            Works("07-2026-W-0004", "07", new("新立村文化广场照明", "Lights for the square of Xinli Village"), 138_000, null, new("装 24 盏灯", "Put up 24 lamps"),
                new Lot(1, new("灯和线", "Lamps and wiring"), new("24 盏", "24"), Y(138_000))), new("lights"), "央政公示〔2026〕3号", new(2026, 8, 28))
        .Call(new(2026, 8, 29), new(2026, 9, 14)).Bid(1, "潍坊明路照明有限公司", null, 131_000).Bid(1, "昌邑光华电器有限公司", null, 129_900).Bid(1, "李某照明经营部", null, 142_000)
        .Open(new(2026, 9, 14), Hall, 9).Judge(new(2026, 9, 15), (2, 1, null, ""), (1, 2, null, ""), (3, 3, null, "")).Candidates(new(2026, 9, 16)).Now!;

    public static TenderOnRegister Failed { get; } = TenderStory.Of(
            Works("07-2026-W-0001", "07", new("新立村文化广场照明（第一次）", "Lights for the square of Xinli Village (first call)"), 138_000, null, new("装 24 盏灯", "Put up 24 lamps"),
                new Lot(1, new("灯和线", "Lamps and wiring"), new("24 盏", "24"), Y(138_000))), new("lights-first"), "央政公示〔2026〕1号", new(2026, 7, 1))
        .Call(new(2026, 7, 2), new(2026, 7, 14)).Fail(new(2026, 7, 14), new("只有两家投标，不足三家。", "Only two bidders; three are needed."), 2, new("07-2026-W-0004")).Now!;

    public static TenderOnRegister Cancelled { get; } = TenderStory.Of(
            Works("04-2026-W-0001", "04", new("村委会办公楼外墙粉刷"), 58_000, null, new("粉刷外墙"), new Lot(1, new("外墙"), new("860 平方米"), Y(58_000))), null, null, new(2026, 6, 1))
        .Call(new(2026, 6, 2), new(2026, 6, 12)).Cancel(new(2026, 6, 8), new("县里统一改造，不再单独采购。")).Now!;

    public static TenderOnRegister Planned { get; } = TenderStory.Of(
        Works("05-2026-W-0005", "05", new("西利渔村冷库门更换", "New doors for the cold store"), 42_000, null, new("换 4 扇冷库门", "Replace four doors"), new Lot(1, new("冷库门", "Doors"), new("4 扇", "4"), Y(42_000))),
        null, null, new(2026, 9, 16)).Now!;

    /// <summary>Three villages' lots; the second has too few offers.</summary>
    public static TenderOnRegister Coal { get; } = TenderStory.Of(
            new(new("00-2025-G-0001"), new("2025–2026 年度取暖煤集中采购", "Heating coal of the winter 2025–2026"), AgreementKind.Goods, null, SampleTown.Town.Name, SampleTown.Town.Name, Ask, HeatingSeason.Matter,
                new("取暖煤集中采购", "Heating coal of a season"), "本镇分档规定", TenderMethod.Quotation, new("给三个村的五保户和学校买取暖煤", "Heating coal for the schools and the cared-for households of three villages"), Y(99_000), null,
                [Lot(1, "04", 40, 44_000), Lot(2, "07", 20, 22_000), Lot(3, "09", 30, 33_000)]), new("coal"), "央政公示〔2025〕22号", new(2025, 9, 28))
        .Call(new(2025, 10, 9), new(2025, 10, 15))
        .Coal(1, "潍坊鲁能煤炭有限公司", "Weifang Luneng Coal Co., Ltd.", 1_085, 25.1m, "山西晋城|Jincheng, Shanxi").Coal(1, "昌邑顺达煤场", null, 968, 21.6m, "内蒙古|Inner Mongolia").Coal(1, "寒亭区老王煤店", null, 1_010, 22.4m, "陕西|Shaanxi")
        .Coal(3, "潍坊鲁能煤炭有限公司", "Weifang Luneng Coal Co., Ltd.", 1_090, 25.1m, "山西晋城|Jincheng, Shanxi").Coal(3, "昌邑顺达煤场", null, 1_005, 23.4m, "山西大同|Datong, Shanxi").Coal(3, "寒亭区老王煤店", null, 1_015, 22.4m, "陕西|Shaanxi")
        .Open(new(2025, 10, 15), Hall, 21, 2)
        .Judge(new(2025, 10, 15), (1, 1, null, ""), (3, 2, null, ""), (2, null, RejectCode.BelowQuality, "热值 21.6，低于要求的 22|21.6 MJ/kg, less than the 22 asked for"), (5, 1, null, ""), (4, 2, null, ""), (6, 3, null, ""))
        .Award(new(2025, 10, 17)).Sign(new(2025, 10, 20), 1, null).Sign(new(2025, 10, 20), 3, null)
        .Accept(new(2025, 11, 20), 1, new("合格", "Passed")).Accept(new(2025, 11, 20), 3, new("合格", "Passed")).Pay(new(2025, 11, 28), 1, 43_400, "208", null).Now!;

    public static IReadOnlyList<DeliveryOnRegister> Deliveries { get; } =
    [
        Arrived(1, (new(2025, 11, 6), 25, 24.9m, true, ""), (new(2025, 11, 14), 15, 25.2m, true, "")),
        Arrived(3, (new(2025, 11, 5), 12, 21.2m, false, "热值不够，整车退回。|Not hot enough: the whole lorry was sent back."), (new(2025, 11, 12), 30, 23.3m, true, "")),
    ];

    public static IReadOnlyList<TenderOnRegister> All { get; } = [Completed, Calling, CandidatesOut, Failed, Cancelled, Planned, Coal];

    /// <summary>Approved, and carrying the plan of <see cref="Completed"/>.</summary>
    public static DeclarationOnRegister Behind { get; } = Life.Of("pump", SampleSections.Pipe with
    {
        Title = new("西利渔村泵站改造立项", "Decision to rebuild the pump station of Xili"), What = new("公开招标改造泵站", "Rebuild the pump station by open tender"),
        Sources = [new(new("村集体", "village collective"), Y(248_000))], Subjects = [], Plans = [PumpSection],
    }).Open(2, new(2026, 2, 20), rule: SampleTown.FiveDays).Close().Approve(new(2026, 3, 2)).Now!;

    public static IEnumerable<IPublicRow> Rows => [.. All, .. Deliveries, Behind];

    private static TenderSection Works(string id, string village, Text title, int estimate, int? ceiling, Text what, Lot lot) =>
        new(new(id), title, AgreementKind.Works, new VillageCode(village), SampleTown.Villages.First(v => v.Code.Value == village).Name, SampleTown.Town.Name, Ask, estimate < 100_000 ? "works-small" : "tender-plan",
            estimate < 100_000 ? new("小型工程与修缮", "Small works and repairs") : new("招标采购立项", "Decision to buy by tender"), "本镇分档规定", TenderMethod.Open, what, Y(estimate), ceiling is { } c ? Y(c) : null, [lot]);

    private static Lot Lot(int number, string village, int tonnes, int estimate) =>
        new(number, SampleTown.Villages.First(v => v.Code.Value == village).Name, new($"{tonnes} 吨", $"{tonnes} t"), Y(estimate), new(tonnes, 22));

    private static DeliveryOnRegister Arrived(int lot, params (DateOnly On, decimal Tonnes, decimal Measured, bool Accepted, string Note)[] rows) =>
        rows.Aggregate((DeliveryOnRegister?)null, (now, r) => DeliveryOnRegister.Evolve(now, $"delivery/00-2025-G-0001/{lot}",
            new CoalDelivered(new("00-2025-G-0001"), lot, r.On, r.Tonnes, r.Measured, r.Accepted, TenderStory.Words(r.Note), TenderStory.By(Office, r.On))))!;
}
