using Transparency.Contracts.Declarations;
using Transparency.Samples;
using static Transparency.Contracts.Declarations.DeclarationCommand;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Contracts.Tests.Declarations;

/// <summary>A slip of the pen may be put right in the window, by twenty characters from the opening's text; what changes the matter may not.</summary>
public sealed class WordingFixes
{
    private const string Material = "declaration.wording-material";
    private const string TooMuch = "declaration.wording-too-much";

    [Theory]
    [InlineData("正文有错别自。", "正文有错别字。")]
    [InlineData("十月底完工，由村委会养护。", "十月底完工，由村委会负责养护。")]
    [InlineData("路面铺设砂石", "路面铺设砂石。")]
    [InlineData("请到镇经管站反应情况", "请到镇经管站反映情况")]
    [InlineData("修一条 2,800 米的砂石路", "修一条 2,800 米的砂石路面")]
    [InlineData("群众可以随时查阅账薄", "群众可以随时查阅账簿")]
    [InlineData("施工其间请绕行", "施工期间请绕行")]
    [InlineData("工程款分批支付,", "工程款分批支付，")]
    [InlineData("由村民代表会议商定。", "由村民代表会议商量确定。")]
    [InlineData("安全帽安全绳由施工单位自备", "安全帽、安全绳由施工单位自备")]
    [InlineData("小麦浇越冬水", "冬小麦浇越冬水")]
    [InlineData("固堤场村负责保管", "固堤场村负责保管好")]
    [InlineData("工程总价 180,000 元，含税", "工程总价 180,000 元，已含税")]
    [InlineData("由村名委员会公布", "由村民委员会公布")]
    [InlineData("承包人须按规定使用，不得转保", "承包人须按规定使用，不得转包")]
    [InlineData("请到村委会主任办公室查阅账薄", "请到村委会主任办公室查阅账簿")]
    public void In_Chinese(string before, string after) => Assert.Null(Fixed(new(before), new(after)));

    [Theory]
    [InlineData("工程总价 180,000 元", "工程总价 9,999,999 元")]
    [InlineData("工程总价 180,000 元", "工程总价 1,800,000 元")]
    [InlineData("工程总价 180,000 元", "工程总价 180,000 万元")]
    [InlineData("总价十八万", "总价八十万")]
    [InlineData("总价１８万", "总价８１万")]
    [InlineData("总价改为面议。", "总价改为 1。")]
    [InlineData("长 2,800 米", "长 2.800 米")]
    [InlineData("长 2,800 米", "长 2,800 公里")]
    [InlineData("每亩每年 750", "每户每年 750")]
    [InlineData("按年交租", "按月交租")]
    [InlineData("分三期付款", "分两期付款")]
    [InlineData("外村人可以报名", "外村人不可以报名")]
    [InlineData("未经验收不得付款", "经验收不得付款")]
    [InlineData("免费入户", "入户")]
    [InlineData("由固堤场村负责", "由老固堤场村负责")]
    [InlineData("由固堤场村负责", "由固堤坊村负责")]
    [InlineData("由渤海公司施工", "由渤海厂施工")]
    [InlineData("由张家负责", "由镇中心负责")]
    [InlineData("约 80 人受益", "约 80 户受益")]
    [InlineData("80 人受益", "180 人受益")]
    [InlineData("占百分之五", "占百分之十五")]
    [InlineData("租金减收", "租金减半收")]
    [InlineData("违约按双倍赔", "违约照赔")]
    [InlineData("由王建国书记负责", "由汪建国书记负责")]
    [InlineData("承包人王某续包", "承包人汪某续包")]
    [InlineData("由王建国承包", "由汪建国承包")]
    [InlineData("承包人：尉迟建国", "承包人：蔚迟建国")]
    [InlineData("承包人：尉建国", "承包人：尉建同")]
    public void Of_number_unit_name_or_negation_in_Chinese(string before, string after) =>
        Assert.Equal(Material, Fixed(new(before), new(after))?.Code);

    [Theory]
    [InlineData("Build the raod", "Build the road", null)]
    [InlineData("Rent is payed every five years", "Rent is paid every five years", null)]
    [InlineData("settle the order", "settle the order together", null)]
    [InlineData("Rent is paid", "Rent is not paid", Material)]
    [InlineData("It is now open", "It is not open", Material)]
    [InlineData("It costs 180 yuan", "It costs 1800 yuan", Material)]
    [InlineData("paid in two parts", "paid in ten parts", Material)]
    [InlineData("over 80 mu", "over 80 km", Material)]
    [InlineData("built by Bohai Power", "built by Donghai Power", Material)]
    [InlineData("It can be done", "It can't be done", Material)]
    public void In_English(string before, string after, string? refused) =>
        Assert.Equal(refused, Fixed(new("正文", before), new("正文", after))?.Code);

    [Fact]
    public void More_than_twenty_characters_are_no_slip_of_the_pen()
    {
        Assert.Null(Fixed(new("正文"), new($"正文{new string('好', 20)}")));
        Assert.Equal(TooMuch, Fixed(new("正文"), new($"正文{new string('好', 21)}"))?.Code);
        Assert.Equal(TooMuch, Fixed(new(new string('好', 400)), new("好"))?.Code);
    }

    [Fact]
    public void All_fixes_of_a_window_are_measured_together_from_its_opening()
    {
        var body = new Text("甲乙丙丁");
        var fifteen = Fix(body with { Zh = $"甲乙丙丁{new string('好', 15)}" }, "正文");
        var first = Opened(body).And(fifteen).And(new ConfirmWording(fifteen.Section.Hash, SecondReviewer, Road.InWindow));
        Assert.Equal(TooMuch, Why(first, Fix(body with { Zh = $"{new string('好', 6)}甲乙丙丁{new string('好', 15)}" }, "正文"))?.Code);
        Assert.Null(Why(first, Fix(body, "退回原来的话")));
        // Of all texts together, and of title, first sentence and contact as of the body.
        var both = Road.Content with { Body = new($"甲乙丙丁{new string('好', 15)}"), Title = new($"{Road.Content.Title.Zh}{new string('好', 6)}", Road.Content.Title.En) };
        Assert.Equal(TooMuch, Why(Opened(body), new FixWording(both, Road.Section(both), new("两处"), Reviewer, Road.InWindow))?.Code);
    }

    /// <summary>I13: the reviewer fixes, another person confirms; what was read is what is published.</summary>
    [Fact]
    public void Another_person_confirms_the_wording()
    {
        var (body, after) = (new Text("甲乙丙丁"), new Text("甲乙丙丁好"));
        var fix = Fix(after, "正文");
        var proposed = Opened(body).And(fix);
        Assert.Equal(1, ((Declaration.InPublicity)proposed.State).Case.Edition);
        Opened(body).When(new ConfirmWording(fix.Section.Hash, SecondReviewer, Road.InWindow)).Refused("declaration.no-wording");
        proposed.When(new ConfirmWording(fix.Section.Hash, Reviewer, Road.InWindow)).Refused("declaration.own-wording");
        proposed.When(new ConfirmWording(fix.Section.Hash, SecondReviewer with { Person = Clerk.Person }, Road.InWindow)).Refused("declaration.own-declaration");
        proposed.When(new ConfirmWording(fix.Section.Hash, TownClerk, Road.InWindow)).Refused("officer.may-not");
        proposed.When(new ConfirmWording(Road.Now.Hash, SecondReviewer, Road.InWindow)).Refused("content.moved");
        proposed.When(new ConfirmWording(fix.Section.Hash, SecondReviewer, Road.AfterWindow)).Refused("declaration.window-over");
        Opened(body).When(fix with { At = Road.AfterWindow }).Refused("declaration.window-over");
        foreach (var confirmer in new[] { SecondReviewer, Approver })
        {
            var confirmed = Assert.IsType<DeclarationWordingFixed>(proposed.When(new ConfirmWording(fix.Section.Hash, confirmer, Road.InWindow)).Then());
            Assert.Equal((2, "甲乙丙丁好", Reviewer.Person, confirmer.Person), (confirmed.Edition, confirmed.Section.Body.Zh, confirmed.Proposed!.Person, confirmed.By.Person));
        }
        // Who approves may have been the second to read a wording; who proposed one may not approve.
        var closed = proposed.And(new ConfirmWording(fix.Section.Hash, Approver, Road.InWindow)).And(new CloseWindow([], Officer.System, Road.AfterWindow));
        closed.When(new Approve(fix.Section.Hash, Approver, Road.AfterWindow)).Then();
        proposed.And(new CloseWindow([], Officer.System, Road.AfterWindow)).When(new Approve(fix.Section.Hash, Approver, Road.AfterWindow)).Refused("content.moved");
        proposed.When(new DeclineWording(new(" "), SecondReviewer, Road.InWindow)).Refused("reason.missing");
        proposed.And(new DeclineWording(new("原文没有错"), SecondReviewer, Road.InWindow)).When(new ConfirmWording(fix.Section.Hash, SecondReviewer, Road.InWindow)).Refused("declaration.no-wording");
        // A newer proposal takes the place of the one before.
        proposed.And(Fix(new("甲乙丙丁吧"), "正文")).When(new ConfirmWording(fix.Section.Hash, SecondReviewer, Road.InWindow)).Refused("content.moved");
    }

    private static Refusal? Fixed(Text before, Text after) => Why(Opened(before), Fix(after, "改错字"));

    private static Scenario<Declaration, DeclarationCommand, DeclarationEvent> Opened(Text body)
    {
        var content = Road.Content with { Body = body };
        var section = Road.Section(content);
        return Road.None.And(new Draft(Road.Id, content, Clerk, Road.Declaring)).And(new Declare(section, Road.Basis, Clerk, Road.Declaring))
            .And(new PassReview(section, section.Hash, Reviewer, Road.On(17))).And(new OpenWindow(section, section.Hash, 12, Reviewer, Road.Opening));
    }

    private static FixWording Fix(Text body, string note)
    {
        var content = Road.Content with { Body = body };
        return new(content, Road.Section(content), new(note), Reviewer, Road.InWindow);
    }

    private static Refusal? Why(Scenario<Declaration, DeclarationCommand, DeclarationEvent> given, DeclarationCommand when) =>
        given.When(when) is Decision<DeclarationEvent>.Refused no ? no.Why : null;
}
