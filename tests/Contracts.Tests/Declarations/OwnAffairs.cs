using Transparency.Contracts.Agreements;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Samples;
using static Transparency.Contracts.Declarations.DeclarationCommand;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Contracts.Tests.Declarations;

using DeclarationScenario = Scenario<Declaration, DeclarationCommand, DeclarationEvent>;

/// <summary>What a village decides by itself is approved or sent back; what the town declared is approved or refused; an election ends by itself.</summary>
public sealed class OwnAffairs
{
    private static readonly DeclarationContent OfTown = Road.Content with { Matter = "town-works", Village = null, Deliberation = null };
    private static readonly DeclarationContent Election = Road.Content with { Matter = "election-result", Sources = [], Budget = [] };

    [Fact]
    public void A_village_is_never_refused_at_review_in_its_window_or_after_it()
    {
        Road.InReview.When(new RefuseReview(new("不行"), Reviewer, Road.On(16))).Refused("declaration.own-affair");
        Road.Restarted.When(new RefuseReview(new("不同意涨价"), Reviewer, Road.On(22))).Refused("declaration.own-affair");
        Road.InPublicity.When(new Refuse(new("不行"), Approver, Road.InWindow)).Refused("declaration.own-affair");
        Road.WindowClosed.When(new Refuse(new("不行"), Approver, Road.AfterWindow)).Refused("declaration.own-affair");
    }

    [Fact]
    public void It_is_sent_back_in_a_new_edition_and_what_objected_still_gets_its_answer()
    {
        var back = Road.WindowClosedWithObjection.And(new SendBack(new("没有附造价审核"), Road.Article, Approver, Road.AfterWindow));
        Assert.Equal(new DeclarationSentBack(2, new("没有附造价审核"), Road.Article, Approver.Sign(Road.AfterWindow)), back.History[^1]);
        back.When(new SettleObjection(Road.Upkeep, 1, new(2026, 9, 19), null, false, new("问"), new("答"), Reviewer, Road.AfterWindow)).Then();
    }

    [Theory]
    [InlineData("《村民委员会组织法》第28条第4项", true)]
    [InlineData("《民法典》第七百零五条", true)]
    [InlineData("镇里的规定", false)]
    [InlineData("第条", false)]
    [InlineData("条例第5项", false)]
    [InlineData("", false)]
    public void The_article_is_named(string law, bool isNamed)
    {
        var decision = Road.WindowClosed.When(new SendBack(new("没有附造价审核"), new(law), Approver, Road.AfterWindow));
        if (isNamed) decision.Then();
        else decision.Refused("declaration.article-missing");
    }

    [Fact]
    public void The_reason_is_given_and_the_window_over_and_the_approver_another_person()
    {
        Road.WindowClosed.When(new SendBack(new(""), Road.Article, Approver, Road.AfterWindow)).Refused("reason.missing");
        Road.InPublicity.When(new SendBack(new("不行"), Road.Article, Approver, Road.InWindow)).Refused("declaration.window-open");
        Road.WindowClosed.When(new SendBack(new("不行"), Road.Article, Reviewer, Road.AfterWindow)).Refused("officer.may-not");
        Road.WindowClosed.When(new SendBack(new("不行"), Road.Article, Approver with { Person = Reviewer.Person }, Road.AfterWindow)).Refused("declaration.own-review");
    }

    [Fact]
    public void The_village_changes_it_and_goes_on_under_the_same_number()
    {
        var dearer = Road.Section(Road.Dearer);
        var (review, opening) = (Road.AfterWindow.AddHours(2), Road.AfterWindow.AddHours(3));
        Road.SentBack.When(new Restart(Road.Content, Road.Now, Road.Basis, new("没有改"), [], Clerk, review)).Refused("declaration.nothing-changed");
        var again = Road.SentBack
            .And(new Restart(Road.Dearer, dearer, Road.Basis, new("按造价审核调整"), [], Clerk, review))
            .And(new PassReview(dearer, dearer.Hash, Reviewer, opening))
            .And(new OpenWindow(dearer, dearer.Hash, 99, Reviewer, opening));
        var opened = Assert.IsType<DeclarationWindowOpened>(again.History[^1]);
        Assert.Equal((12, 2, 3), (opened.Number.Ordinal, opened.Round, opened.Edition));
    }

    [Fact]
    public void The_towns_own_matter_is_refused_and_not_sent_back()
    {
        var section = Section(OfTown);
        var review = new DeclarationScenario(DeclarationDecider.Law, [])
            .And(new Draft(Road.Id, OfTown, TownClerk, Road.Declaring)).And(new Declare(section, new Deliberation.None(), TownClerk, Road.Declaring));
        Assert.IsType<DeclarationReviewRefused>(review.When(new RefuseReview(new("不归镇里"), Reviewer, Road.On(16))).Then());
        var open = review.And(new PassReview(section, section.Hash, Reviewer, Road.On(17))).And(new OpenWindow(section, section.Hash, 12, Reviewer, Road.Opening));
        Assert.False(Assert.IsType<DeclarationWindowOpened>(open.History[^1]).Concludes);
        Assert.IsType<DeclarationRefused>(open.When(new Refuse(new("县里资金取消"), Approver, Road.InWindow)).Then());
        var dearer = OfTown with { Sources = Road.Dearer.Sources, Budget = [] };
        var again = open.And(new Restart(dearer, Section(dearer), new Deliberation.None(), new("料价上涨"), [], TownClerk, Road.InWindow));
        Assert.IsType<DeclarationRefused>(again.When(new RefuseReview(new("不同意涨价"), Reviewer, Road.On(22))).Then());
        var closed = open.And(new CloseWindow([], Officer.System, Road.AfterWindow));
        closed.When(new SendBack(new("不行"), Road.Article, Approver, Road.AfterWindow)).Refused("declaration.not-own-affair");
        Assert.IsType<DeclarationRefused>(closed.When(new Refuse(new("县里资金取消"), Approver, Road.AfterWindow)).Then());
    }

    [Fact]
    public void An_election_nobody_approves_refuses_sends_back_or_revokes()
    {
        var closed = ElectionInWindow.Was(new DeclarationWindowClosed(1, [Road.Upkeep], Officer.System.Sign(Road.AfterWindow)));
        foreach (var act in new[] { "Approve", "Refuse", "SendBack", "Revoke" }) closed.When(Road.EveryAct[act]).Refused("declaration.nobody-approves");
    }

    [Fact]
    public void It_ends_with_its_window_when_nobody_objected()
    {
        var end = Shanghai.EndOf(new(2026, 9, 24));
        Assert.Equal(
            [new DeclarationWindowClosed(1, [], Officer.System.Sign(end)), new DeclarationConcluded(2, Section(Election).Hash, Officer.System.Sign(end))],
            Assert.IsType<Decision<DeclarationEvent>.Accepted>(ElectionInWindow.When(new CloseWindow([], Officer.System, end))).Events.Select(Flat));
    }

    [Fact]
    public void An_objection_holds_it_until_it_is_answered()
    {
        var closed = ElectionInWindow.And(new CloseWindow([Road.Upkeep], Officer.System, Road.AfterWindow));
        Assert.IsType<Declaration.WindowClosed>(closed.State);
        closed.When(new CloseWindow([], Officer.System, Road.AfterWindow)).Refused("declaration.objection-unsettled");
        var answered = closed.And(new SettleObjection(Road.Upkeep, 1, new(2026, 9, 19), null, false, new("票数"), new("已复核"), Reviewer, Road.AfterWindow));
        answered.When(new CloseWindow([], Everyone, Road.AfterWindow)).Refused("officer.may-not");
        Assert.IsType<DeclarationConcluded>(answered.When(new CloseWindow([], Officer.System, Road.AfterWindow)).Then());
    }

    [Fact]
    public void A_window_closes_though_the_town_has_dropped_the_matter_meanwhile()
    {
        var without = SampleRules.Book with { MatterRows = [], Matters = SampleRules.Book.Matters.Where(m => m.Key != "works-large").ToDictionary() };
        Assert.IsType<DeclarationWindowClosed>(DeclarationDecider.Law.Decide(without, Road.InPublicity.State, new CloseWindow([], Officer.System, Road.AfterWindow)).Then());
        DeclarationDecider.Law.Decide(without, Road.WindowClosed.State, new CloseWindow([], Officer.System, Road.AfterWindow)).Refused("declaration.wants-approval");
    }

    [Fact]
    public void An_answer_given_while_the_window_ran_does_not_hold_it()
    {
        var answered = ElectionInWindow.And(new SettleObjection(Road.Upkeep, 1, new(2026, 9, 19), null, false, new("票数"), new("已复核"), Reviewer, Road.InWindow));
        Assert.IsType<Declaration.Concluded>(answered.And(new CloseWindow([Road.Upkeep], Officer.System, Road.AfterWindow)).State);
    }

    private static DeclarationScenario ElectionInWindow => new(DeclarationDecider.Law,
    [
        new DeclarationDrafted(Road.Id, Election, Clerk.Sign(Road.Declaring)),
        new DeclarationDeclared(Section(Election), Section(Election).Hash, Clerk.Sign(Road.Declaring)),
        new DeclarationReviewPassed(Section(Election), Section(Election).Hash, Reviewer.Sign(Road.On(17))),
        OpenedBy(Section(Election)),
    ]);

    private static DeclarationWindowOpened OpenedBy(DeclarationSection section)
    {
        var opened = Assert.IsType<DeclarationWindowOpened>(new DeclarationScenario(DeclarationDecider.Law,
        [
            new DeclarationDrafted(Road.Id, Election, Clerk.Sign(Road.Declaring)),
            new DeclarationDeclared(section, section.Hash, Clerk.Sign(Road.Declaring)),
            new DeclarationReviewPassed(section, section.Hash, Reviewer.Sign(Road.On(17))),
        ]).When(new OpenWindow(section, section.Hash, 12, Reviewer, Road.Opening)).Then());
        Assert.True(opened.Concludes);
        return opened;
    }

    private static DeclarationSection Section(DeclarationContent c) =>
        DeclarationSection.Of(c, SampleRules.Book, new Deliberation.None(), Array.Empty<AgreementSection>());

    /// <summary>Records compare the lists in them by reference.</summary>
    private static DeclarationEvent Flat(DeclarationEvent e) => e is DeclarationWindowClosed closed ? closed with { Objections = [] } : e;
}
