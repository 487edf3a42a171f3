using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;

namespace Transparency.Samples;

/// <summary>What declarations say, before anything happens to them.</summary>
public static class SampleSections
{
    public static readonly Text Ask = new("镇经管站 0536-0000105 · 在线提 · 村口意见箱", "Town Rural Economy Office 0536-0000105 · online · the box at the village entrance");

    public static DeclarationSection Road { get; } = Works("04",
        new("贾家河坞村砂石路修建工程", "Gravel road in Jiajiahewu Village"),
        new("修一条 2,800 米的砂石路，从村口到盐田道", "A gravel road of 2,800 metres from the village entrance to the salt-pan road"),
        [new(new("镇财政", "town budget"), Y(150_000)), new(new("村集体", "village collective"), Y(30_000))],
        [
            new(new("路基整平", "Levelling the road bed"), new("2,800 米", "2,800 m"), Y(12), Y(33_600)),
            new(new("砂石料", "Gravel"), new("3,360 立方米", "3,360 m³"), Y(35), Y(117_600)),
            new(new("机械与人工", "Machines and labour"), new("24 天", "24 days"), Y(1_200), Y(28_800)),
        ]) with
    {
        Decision = SampleDecisions.Of("04", VillageBody.Representatives, new(2026, 9, 10), 35, 32, 30, SampleDecisions.Mandate, true, SampleDecisions.Minutes),
        Body = new(
            "现有土路雨天难行，盐田和学校的车都过不去。\n\n**怎么修**\n\n1. 路基整平，宽 4.5 米；\n2. 铺砂石 30 厘米，压实；\n3. 两侧留排水沟。\n\n工期从开工之日起 40 天，保修一年。",
            "The present earth track is hard to pass in rain; neither salt lorries nor the school bus get through.\n\n**How it is built**\n\n1. The bed is levelled, 4.5 metres wide.\n2. 30 centimetres of gravel are laid and rolled.\n3. Ditches are left on both sides.\n\nThe work takes 40 days from its start and is guaranteed for one year."),
        Attachments = [SampleAttachments.Minutes, SampleAttachments.Photo],
    };

    public static DeclarationSection Pipe { get; } = Works("05",
        new("西利渔村供水管道工程", "Water mains in Xili Fishing Village"), new("换 1,900 米老供水管，户户通水", "Replaces 1,900 metres of old water main to every house"),
        [new(new("镇财政", "town budget"), Y(250_000))], []);

    public static DeclarationSection Lights { get; } = Works("03",
        new("蔡邑村路灯安装", "Street lights in Caiyi Village"), new("主街装 46 盏路灯", "46 lights along the main street"),
        [new(new("村集体", "village collective"), Y(138_000))], [new(new("路灯", "Street light"), new("46 盏", "46"), Y(3_000), Y(138_000))]);

    public static DeclarationSection Square { get; } = Works("07",
        new("新立村文化广场改造", "Rebuilding the square of Xinli Village"), new("铺地 1,200 平方米，装健身器材 8 件", "Paves 1,200 m² and sets up eight exercise machines"),
        [new(new("村集体", "village collective"), Y(212_500.50m))], []);

    public static DeclarationSection Saltpan { get; } = new(
        new("固堤场村 3 号盐田承包", "Lease of salt pan no. 3, Gudichang Village"), "lease-saltpan", new("盐田承包", "Salt-pan contract"), "村民委员会组织法 24 (8)",
        new VillageCode("09"), new("固堤场村", "Gudichang Village"), SampleTown.Town.Name,
        new("把 3 号盐田 420 亩承包出去，期限 5 年", "Lets salt pan no. 3, 420 mu, for five years"), new("公开竞价选定的承包人", "the bidder chosen in open bidding"), Ask,
        [], [], new(""), SampleDecisions.Of("09", VillageBody.Representatives, new(2026, 8, 10), 38, 34, 33, SampleDecisions.Mandate), [], [SampleAgreements.SaltpanSection]);

    /// <summary>The town itself declares.</summary>
    public static DeclarationSection Clinic { get; } = Works("04",
        new("镇卫生院供暖改造", "New heating for the town clinic"), new("换两台锅炉和 3,000 米管道", "Two boilers and 3,000 metres of pipe"),
        [new(new("镇财政", "town budget"), Y(860_000))], []) with
    {
        Matter = "town-works", MatterName = new("镇级财政投资工程", "Works paid by the town"), Law = "政府信息公开条例 21", Village = null,
        Discloser = SampleTown.Town.Name, Decision = null,
    };

    /// <summary>Nothing in English, a rare character of a name, a full-width space, a long unbroken word.</summary>
    public static DeclarationSection ChineseOnly { get; } = Works("12",
        new("河口村𠮷家桥　危桥改造"), new("拆掉𠮷家桥旧桥面，重做 18 米"), [new(new("上级专项资金"), Y(96_000)), new(new("村集体"), Y(24_000))],
        [new(new("桥面重做"), new("18 米"), null, Y(120_000))]) with
    {
        ForWhom = new("公开询价选定"), Ask = new("村委会吕某某，意见箱"), Body = new("桥已鉴定为*危桥*，见 [鉴定意见](https://example.com/)。\n\n- 限行\n- 绕道"),
    };

    /// <summary>Every text tries to be markup.</summary>
    public static DeclarationSection Hostile { get; } = Works("08",
        new("横里路村<script>alert(1)</script>水渠 & \"引号\" '单引号'", "Ditch <script>alert(1)</script> & \"quotes\" 'single'"),
        new("<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"),
        [new(new("<b>村集体</b>", "<b>village</b>"), Y(100_000))], []) with
    {
        Body = new("<script>alert(1)</script>\n\n[点](javascript:alert(1)) <a href=\"javascript:alert(1)\">x</a>", "<script>alert(1)</script>\n\n[click](javascript:alert(1))"),
    };

    public static Yuan Y(decimal yuan) => Yuan.From(yuan)!.Value;

    private static DeclarationSection Works(string village, Text title, Text what, IReadOnlyList<SourceAmount> sources, IReadOnlyList<BudgetLine> budget)
    {
        var discloser = SampleTown.Villages.Single(v => v.Code.Value == village).Name;
        return new(
            title, "works-large", new("村级大额工程建设", "Large village works"), "村民委员会组织法 24 (7)", new VillageCode(village), discloser, SampleTown.Town.Name,
            what, new("公开招标选定施工单位（尚未招标）", "A contractor chosen by open tender (not yet called)"), Ask, sources, budget, new(""),
            SampleDecisions.Of(village, VillageBody.Representatives, new(2026, 9, 10), 35, 32, 30, SampleDecisions.Mandate), [], []);
    }
}
