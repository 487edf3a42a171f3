using Transparency.Contracts;
using Transparency.Contracts.Deliberations;
using Transparency.Publishing.Register;
using static Transparency.Samples.SampleSections;

namespace Transparency.Samples;

/// <summary>One declaration in every state that a page can show, each made by real events.</summary>
public static class SampleDeclarations
{
    private static readonly Life RoadLife = Life.Of("road", SampleSections.Road).Open(12, Sep(18)).Object(Sep(18)).Answer(Sep(18),
        new("路修好后谁来养护？", "Who will keep the road in repair?"),
        new("由村委会养护，费用列入村集体年度预算。", "The villagers' committee will; the cost goes into the village's yearly budget."));

    private static readonly Life ClosedLife = Life.Of("closed", Lights).Open(10, Sep(9)).Object(Sep(11)).Object(Sep(14)).Answer(Sep(15),
        new("路灯太亮，影响睡觉。", "The lights are too bright to sleep."),
        new("位置离窗户都在 8 米以上，23:00 后自动调暗，不再移位。", "All stand 8 metres or more from windows and dim after 23:00; they are not moved."), setAside: true).Close();

    private static readonly Life ApprovedLife = Life.Of("saltpan", Saltpan).Open(5, new(2026, 8, 24)).Object(new(2026, 8, 26)).Answer(new(2026, 8, 31),
        new("承包费是不是比去年低？", "Is the rent lower than last year?"),
        new("每亩每年比上一期高 40 元，历年合同都在网上。", "It is 40 yuan per mu and year higher; all earlier contracts are on this site.")).Watched().Close().Approve(Sep(2));

    private static readonly Life ElectedLife = Life.Of("election", Lights with
    {
        Title = new("蔡邑村村民委员会补选结果", "By-election of the villagers' committee, Caiyi Village"), Matter = "election-result", MatterName = new("换届选举结果", "Election result"), Law = "村民委员会组织法 18",
        What = new("公布补选结果", "The result of the by-election"), Sources = [], Budget = [],
    }).Open(4, new(2026, 8, 17), concludes: true).Object(new(2026, 8, 20)).Close().Answer(new(2026, 8, 26), new("有一张票看不清。", "One ballot was hard to read."), new("已当众复核，为有效票。", "It was read again in public and is valid.")).Conclude();

    /// <summary>Open, with one comment answered: the page of the design.</summary>
    public static DeclarationOnRegister Road { get; } = RoadLife.Now!;

    /// <summary>The window is over, one of two comments is not answered yet.</summary>
    public static DeclarationOnRegister Closed { get; } = ClosedLife.Now!;

    /// <summary>Open until a day after the holidays.</summary>
    public static DeclarationOnRegister Pipe { get; } = Life.Of("pipe", SampleSections.Pipe).Open(13, Sep(18), rule: SampleTown.FifteenDays).Now!;

    /// <summary>Restarted after a change of price and opened again: editions 1 and 2.</summary>
    public static DeclarationOnRegister Reopened { get; } = Life.Of("reopened", Square).Open(9, Sep(3))
        .Restart(Sep(8), Square with { Sources = [new(new("村集体", "village collective"), Y(188_000))], Attachments = [SampleAttachments.Of("quotations", "png", 88_000, new("新的报价单", "New quotations"))] }, new("有人提出器材价格偏高，重新询价后总价降低。", "A comment found the machines too dear; after new quotations the price is lower."))
        .Open(9, Sep(16), new("总价由 212,500.50 元降为 188,000.00 元。", "The price falls from 212,500.50 to 188,000.00 yuan.")).Now!;

    public static DeclarationOnRegister UnderReviewAgain { get; } = Life.Of("again", Square with { Title = new("新立村水塔维修", "Repair of the water tower, Xinli Village") }).Open(11, Sep(10))
        .Restart(Sep(14), Square with { Title = new("新立村水塔维修", "Repair of the water tower, Xinli Village"), Sources = [new(new("村集体", "village collective"), Y(230_000))] },
            new("增加防腐处理，总价有变。", "Protection against rust is added, which changes the price.")).Now!;

    /// <summary>Approved, with a disclosed agreement as its subject.</summary>
    public static DeclarationOnRegister Approved { get; } = ApprovedLife.Now!;

    public static DeclarationOnRegister ApprovedLastYear { get; } = Life.Of("kindergarten", SampleSections.Road with
    {
        Title = new("央子村幼儿园翻修", "Repair of the kindergarten, Yangzi Village"), Village = new VillageCode("01"), Discloser = new("央子村", "Yangzi Village"), What = new("换屋面和门窗", "New roof, doors and windows"),
        Budget = [], Sources = [new(new("村集体", "village collective"), Y(128_600))], Body = new(""), Decision = SampleDecisions.Of("01", VillageBody.VillagersMeeting, new(2025, 10, 9), 860, 512, 498), Subjects = [SampleAgreements.WorksSection],
    }).Open(31, new(2025, 10, 20)).Close().Approve(new(2025, 10, 30)).Now!;

    public static DeclarationOnRegister Refused { get; } = Life.Of("refused", Lights with { Title = new("蔡邑村村标牌坊", "Village gate of Caiyi Village"), What = new("在村口建牌坊一座", "A gate at the village entrance"), Budget = [] })
        .Open(6, new(2026, 8, 26)).Close().Refuse(Sep(4), new("牌坊属于形象工程，不得用村集体资金建设。", "A gate is for show and may not be paid from collective funds.")).Now!;

    /// <summary>A village's own affair, back with the village.</summary>
    public static DeclarationOnRegister SentBack { get; } = Life.Of("tractor", Lights with { Title = new("蔡邑村购置大型拖拉机", "A large tractor for Caiyi Village"), What = new("购买大型拖拉机一台", "One large tractor"), Budget = [] })
        .Open(3, new(2026, 8, 13)).Close().SendBack(new(2026, 8, 25), new("村里已有两户买了，请按规定重新商议。", "Two households have one already; please talk it over again."), new("《农村集体经济组织法》第26条第11项", "Law on Rural Collective Economic Organisations, art. 26 (11)")).Now!;

    /// <summary>An election, which nobody approves; its one comment was answered after the window.</summary>
    public static DeclarationOnRegister Elected { get; } = ElectedLife.Now!;

    public static DeclarationOnRegister Withdrawn { get; } = Life.Of("withdrawn", SampleSections.Pipe with { Title = new("西利渔村冷库扩建", "Larger cold store in Xili Fishing Village"), What = new("冷库扩建 300 平方米", "300 m² more of cold store") })
        .Open(7, new(2026, 8, 28)).Withdraw(Sep(1), new("县里已有同类项目，不再单独建设。", "The county builds one of the same kind.")).Now!;

    public static DeclarationOnRegister Revoked { get; } = Life.Of("pond", Saltpan with
    {
        Title = new("固堤场村 5 号鱼塘承包", "Lease of fish pond no. 5, Gudichang Village"), What = new("把 5 号鱼塘承包出去", "Lets fish pond no. 5"), Subjects = [SampleAgreements.HouseholdSection], Decision = Saltpan.Decision! with { Number = new("09-2026-D-0002") },
    }).Open(8, new(2026, 8, 27)).Close().Approve(Sep(4)).Revoke(Sep(12), new("查实竞价时有人串通，批准撤销，重新竞价。", "Bidders had colluded; the approval is revoked and bidding starts anew.")).Now!;

    /// <summary>The town as its own discloser.</summary>
    public static DeclarationOnRegister OfTown { get; } = Life.Of("clinic", Clinic).Open(14, Sep(17)).Now!;

    /// <summary>No English, and a wording fix.</summary>
    public static DeclarationOnRegister ChineseOnly { get; } = Life.Of("bridge", SampleSections.ChineseOnly with { Title = new("河口村吉家桥危桥改造") }).Open(15, Sep(17))
        .Fix(Sep(18), SampleSections.ChineseOnly, new("桥名错字更正：“吉”改为“𠮷”。")).Now!;

    public static DeclarationOnRegister Hostile { get; } = Life.Of("hostile", SampleSections.Hostile).Open(16, Sep(18)).Now!;

    public static IReadOnlyList<DeclarationOnRegister> All { get; } =
        [Road, Closed, Pipe, Reopened, UnderReviewAgain, Approved, ApprovedLastYear, Refused, SentBack, Elected, Withdrawn, Revoked, OfTown, ChineseOnly, Hostile];

    public static IReadOnlyList<ObjectionOnRegister> Objections { get; } = [.. RoadLife.Arrived, .. ClosedLife.Arrived, .. ApprovedLife.Arrived, .. ElectedLife.Arrived];

    public static IReadOnlyList<PublicityOnRegister> Checks { get; } = [.. ApprovedLife.Checks];

    private static DateOnly Sep(int day) => new(2026, 9, day);
}
