using System.Globalization;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Notices.Words;

namespace Transparency.Publishing.Tests.Typesetting;

internal static class SampleNotices
{
    private static readonly IReadOnlyList<NoticeColumn> Columns =
        [new("项目", false), new("数量", true), new("单价（元）", true), new("金额（元）", true)];

    internal static NoticeDocument Road { get; } = new(
        "zh-Hans", "央子镇重大事项公示", "央政公示〔2026〕12号", "贾家河坞村砂石路修建工程", "正在公示 · 9月24日 24:00 前可以提意见",
        [
            new("办什么", "修一条 2,800 米的砂石路，从村口到盐田道", null),
            new("花多少", "18 万元", "（180,000.00 元：镇财政 15 万，村集体 3 万）"),
            new("给谁办", "公开招标选定施工单位", "尚未招标"),
            new("到哪天", "9月24日 24:00 前可以提异议", "5 个工作日"),
            new("找谁", "镇经管站 · 在线提 · 村口意见箱", null),
        ],
        MarkdownBlocks.From(
            "贾家河坞村民委员会经村民代表会议决议（应到 35 人，到会 32 人，30 人同意），申报修建砂石路一条。"
            + "现依照[《重大事项公示申报制度》](https://yangzi.example/rules)第六条予以公示，欢迎群众监督。\n\n"
            + "公示期内对以上事项有异议的，可以**署名或者匿名**提出；每一条异议都有*答复*。"),
        [new("工程量", Columns, [["路基整平", "2,800 米", "12.00", "33,600.00"], ["砂石料", "3,360 立方米", "35.00", "117,600.00"],
            ["机械与人工", "24 天", "1,200.00", "28,800.00"]], ["合计", "", "", "180,000.00"])],
        "央子镇人民政府", "2026年9月18日", new DateOnly(2026, 9, 18), "第 1 版 · 2026年9月18日 · 校验码 3f9a 21c4",
        "https://yangzi.example/declarations/2026/0012/e1/", "扫码看最新进展、提意见、核对真伪", "示范数据 · demonstration data",
        new NoticeWords(["第 ", " 页 共 ", " 页"], "本公示的数据", "二维码，内容是本版的网址"));

    internal static NoticeDocument English { get; } = Road with
    {
        Language = "en",
        Masthead = "Yangzi Township · Public notice of a major matter",
        Title = "Gravel road for Jiajiahewu village (贾家河坞村)",
        Status = "Open for objections until 24 September 2026, midnight",
        Sentences = [new("How much", "180,000 yuan", "township 150,000, village collective 30,000")],
        Body = MarkdownBlocks.From("The villagers’ committee has declared the building of a gravel road.\n\n## Why\n\n- dust\n- mud\n\n> Article 6"),
        Words = new NoticeWords(["Page ", " of ", ""], "The data of this notice", "QR code with the address of this edition"),
    };

    internal static NoticeDocument Long(int rows) => Road with
    {
        Tables = [Road.Tables[0] with { Rows = [.. Enumerable.Range(1, rows).Select(Row)] }],
    };

    private static IReadOnlyList<string> Row(int i) =>
        [string.Create(CultureInfo.InvariantCulture, $"第 {i} 段"), "100 米", "12.00", "1,200.00"];
}
