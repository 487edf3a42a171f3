using Transparency.Contracts.Agreements;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Samples;
using static Transparency.Contracts.Declarations.DeclarationCommand;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Contracts.Tests.Declarations;

/// <summary>The sandstone road of Jiajiahewu, at every station of its life.</summary>
internal static class Road
{
    public static readonly DeclarationId Id = new("road");

    public static readonly DeliberationId Decided = new("04-2026-D-0001");

    public static readonly DeclarationContent Content = new(
        new("贾家河坞村砂石路修建工程", "A sandstone road for Jiajiahewu"), "works-large", SampleRules.Jiajiahewu,
        new("修一条 2,800 米的砂石路", "Build 2,800 m of sandstone road"), new("公开招标选定施工单位"), new("镇经管站"),
        [new(new("镇财政"), new(15_000_000)), new(new("村集体"), new(3_000_000))],
        [new(new("路基整平"), new("2,800 米"), new(1200), new(3_360_000)), new(new("砂石料"), new("3,360 立方米"), new(3500), new(11_760_000)), new(new("机械与人工"), new("24 天"), new(120_000), new(2_880_000))],
        new("正文"), Decided, []);

    public static readonly DeclarationContent Dearer = Content with { Sources = [new(new("镇财政"), new(16_000_000)), new(new("村集体"), new(3_000_000))], Budget = [] };

    /// <summary>Resolved on the tenth, posted on the eleventh: what is dearer by ten thousand yuan is still within the vote.</summary>
    public static readonly Deliberation Basis = SampleDecisions.Posted(
        Decided, "works-large", new(2026, 9, 10), Clerk, Poster, SampleDecisions.VoteOn(Content with { Sources = Dearer.Sources }));

    public static readonly DeclarationContent Reworded = Content with { What = new("修一条 2,800 米的砂石路面", "Build 2,800 m of sandstone road") };

    public static readonly DateTimeOffset Declaring = On(15);
    public static readonly DateTimeOffset Opening = On(18);
    public static readonly DateTimeOffset InWindow = On(21);
    public static readonly DateTimeOffset AfterWindow = On(24).AddDays(1);
    public static readonly ObjectionId Upkeep = new("upkeep");

    public static readonly Text Article = new("《农村集体经济组织财务制度》第21条");

    public static DateTimeOffset On(int day) => Shanghai.At(new(2026, 9, day), new(9, 0));

    public static DeclarationSection Section(DeclarationContent content) => DeclarationSection.Of(content, SampleRules.Book, Basis, Array.Empty<AgreementSection>());

    public static readonly DeclarationSection Now = Section(Content);

    public static Scenario<Declaration, DeclarationCommand, DeclarationEvent> None => new(DeclarationDecider.Law, []);

    public static Scenario<Declaration, DeclarationCommand, DeclarationEvent> Drafted => None.And(new Draft(Id, Content, Clerk, Declaring));

    public static Scenario<Declaration, DeclarationCommand, DeclarationEvent> InReview => Drafted.And(new Declare(Now, Basis, Clerk, Declaring));

    public static Scenario<Declaration, DeclarationCommand, DeclarationEvent> Returned => InReview.And(new Return(new("补会议记录"), Reviewer, On(16)));

    /// <summary>Stores of earlier versions refused villages at review; nobody does any more.</summary>
    public static Scenario<Declaration, DeclarationCommand, DeclarationEvent> ReviewRefused => InReview.Was(new DeclarationReviewRefused(new("不属于本镇事项"), Reviewer.Sign(On(16))));

    public static Scenario<Declaration, DeclarationCommand, DeclarationEvent> ReviewPassed => InReview.And(new PassReview(Now, Now.Hash, Reviewer, On(17)));

    public static Scenario<Declaration, DeclarationCommand, DeclarationEvent> InPublicity => ReviewPassed.And(new OpenWindow(Now, Now.Hash, 12, Reviewer, Opening));

    public static Scenario<Declaration, DeclarationCommand, DeclarationEvent> WindowClosed => InPublicity.And(new CloseWindow([], Officer.System, AfterWindow));

    public static Scenario<Declaration, DeclarationCommand, DeclarationEvent> WindowClosedWithObjection => InPublicity.And(new CloseWindow([Upkeep], Officer.System, AfterWindow));

    public static Scenario<Declaration, DeclarationCommand, DeclarationEvent> Approved => WindowClosed.And(new Approve(Now.Hash, Approver, AfterWindow));

    public static Scenario<Declaration, DeclarationCommand, DeclarationEvent> Refused => WindowClosed.Was(new DeclarationRefused(2, new("资金未落实"), Approver.Sign(AfterWindow)));

    public static Scenario<Declaration, DeclarationCommand, DeclarationEvent> SentBack => WindowClosed.And(new SendBack(new("没有附造价审核"), Article, Approver, AfterWindow));

    /// <summary>As where the matter's row names nobody who approves.</summary>
    public static Scenario<Declaration, DeclarationCommand, DeclarationEvent> Concluded => WindowClosed.Was(new DeclarationConcluded(2, Now.Hash, Officer.System.Sign(AfterWindow)));

    public static Scenario<Declaration, DeclarationCommand, DeclarationEvent> Withdrawn => InPublicity.And(new Withdraw(new("改线"), Clerk, InWindow));

    public static Scenario<Declaration, DeclarationCommand, DeclarationEvent> Revoked => Approved.And(new Revoke(new("程序有误"), Approver, AfterWindow));

    public static Scenario<Declaration, DeclarationCommand, DeclarationEvent> Restarted => InPublicity.And(new Restart(Dearer, Section(Dearer), Basis, new("料价上涨"), [], Clerk, InWindow));

    /// <summary>Every state by its name, for the tests that enumerate them.</summary>
    public static IReadOnlyDictionary<string, Scenario<Declaration, DeclarationCommand, DeclarationEvent>> Everywhere => new Dictionary<string, Scenario<Declaration, DeclarationCommand, DeclarationEvent>>
    {
        ["None"] = None, ["Drafted"] = Drafted, ["InReview"] = InReview, ["Returned"] = Returned, ["ReviewRefused"] = ReviewRefused, ["ReviewPassed"] = ReviewPassed,
        ["InPublicity"] = InPublicity, ["WindowClosed"] = WindowClosed, ["Approved"] = Approved, ["Refused"] = Refused, ["SentBack"] = SentBack, ["Concluded"] = Concluded, ["Withdrawn"] = Withdrawn, ["Revoked"] = Revoked,
    };

    /// <summary>One sound command of each act, by the right officer.</summary>
    public static IReadOnlyDictionary<string, DeclarationCommand> EveryAct => new DeclarationCommand[]
    {
        new Draft(Id, Content, Clerk, Declaring), new Redraft(Content, Clerk, Declaring), new Declare(Now, Basis, Clerk, Declaring), new Return(new("补材料"), Reviewer, Declaring),
        new RefuseReview(new("不属于本镇事项"), Reviewer, Declaring), new PassReview(Now, Now.Hash, Reviewer, Declaring), new OpenWindow(Now, Now.Hash, 12, Reviewer, Opening),
        new ExtendWindow(2, new("网页打不开一天半"), Reviewer, InWindow),
        new FixWording(Reworded, Section(Reworded), new("改错字"), Reviewer, InWindow), new ConfirmWording(Section(Reworded).Hash, SecondReviewer, InWindow),
        new DeclineWording(new("原文没有错"), SecondReviewer, InWindow), new Restart(Dearer, Section(Dearer), Basis, new("料价上涨"), [], Clerk, InWindow),
        new SettleObjection(Upkeep, 1, new(2026, 9, 19), null, false, new("路修好后谁来养护？"), new("由村委会养护。"), Reviewer, InWindow),
        new CloseWindow([], Officer.System, AfterWindow), new Approve(Now.Hash, Approver, AfterWindow), new Refuse(new("资金未落实"), Approver, AfterWindow),
        new SendBack(new("没有附造价审核"), Article, Approver, AfterWindow),
        new Withdraw(new("改线"), Clerk, AfterWindow), new Revoke(new("程序有误"), Approver, AfterWindow),
    }.ToDictionary(c => c.GetType().Name);
}
