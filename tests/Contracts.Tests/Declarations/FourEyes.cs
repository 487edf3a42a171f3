using Transparency.Contracts.Declarations;
using Transparency.Samples;
using static Transparency.Contracts.Declarations.DeclarationCommand;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Contracts.Tests.Declarations;

public sealed class FourEyes
{
    private static readonly DeclarationSection Now = Road.Now;

    [Fact]
    public void Who_declared_may_not_review_whatever_the_roles()
    {
        var declared = Road.None.And(new Draft(Road.Id, Road.Content, Everyone, Road.Declaring)).And(new Declare(Now, Road.Basis, Everyone, Road.Declaring));
        declared.When(new PassReview(Now, Now.Hash, Everyone, Road.On(17))).Refused("declaration.own-declaration");
        declared.When(new Return(new("补材料"), Everyone, Road.On(17))).Refused("declaration.own-declaration");
        declared.When(new RefuseReview(new("不行"), Everyone, Road.On(17))).Refused("declaration.own-declaration");
    }

    [Fact]
    public void Who_declared_may_not_open_settle_or_approve()
    {
        var passed = Road.None.And(new Draft(Road.Id, Road.Content, Everyone, Road.Declaring)).And(new Declare(Now, Road.Basis, Clerk, Road.Declaring)).And(new PassReview(Now, Now.Hash, Reviewer, Road.On(17)));
        passed.When(new OpenWindow(Now, Now.Hash, 1, Everyone, Road.Opening)).Refused("declaration.own-declaration");
        var open = passed.And(new OpenWindow(Now, Now.Hash, 1, Reviewer, Road.Opening));
        open.When(new SettleObjection(Road.Upkeep, 1, new(2026, 9, 19), null, false, new("问"), new("答"), Everyone, Road.InWindow)).Refused("declaration.own-declaration");
        var closed = open.And(new CloseWindow([], Officer.System, Road.AfterWindow));
        closed.When(new Approve(Now.Hash, Everyone, Road.AfterWindow)).Refused("declaration.own-declaration");
    }

    [Theory, InlineData("PassReview"), InlineData("OpenWindow"), InlineData("FixWording"), InlineData("SettleObjection")]
    public void Who_did_any_part_of_the_review_may_not_approve(string part)
    {
        var (declared, passed) = (Road.InReview, Part("PassReview"));
        var closed = declared
            .And(new PassReview(Now, Now.Hash, passed, Road.On(17)))
            .And(new OpenWindow(Now, Now.Hash, 12, Part("OpenWindow"), Road.Opening))
            .And(new SettleObjection(Road.Upkeep, 1, new(2026, 9, 19), null, false, new("问"), new("答"), Part("SettleObjection"), Road.InWindow))
            .And(new FixWording(Road.Reworded, Road.Section(Road.Reworded), new("改错字"), Part("FixWording"), Road.InWindow))
            .And(new ConfirmWording(Road.Section(Road.Reworded).Hash, SecondReviewer, Road.InWindow))
            .And(new CloseWindow([Road.Upkeep], Officer.System, Road.AfterWindow));
        closed.When(new Approve(Road.Section(Road.Reworded).Hash, Everyone, Road.AfterWindow)).Refused("declaration.own-review");
        closed.When(new Approve(Road.Section(Road.Reworded).Hash, Approver, Road.AfterWindow)).Then();

        Officer Part(string act) => act == part ? Everyone : Reviewer;
    }

    [Fact]
    public void The_same_person_under_another_officer_id_is_the_same_person()
    {
        var secondHat = Approver with { Person = Reviewer.Person };
        Road.WindowClosed.When(new Approve(Now.Hash, secondHat, Road.AfterWindow)).Refused("declaration.own-review");
    }

    [Fact]
    public void A_role_is_needed_for_every_act_and_holds_for_its_village_only()
    {
        Road.None.When(new Draft(Road.Id, Road.Content, OtherClerk, Road.Declaring)).Refused("officer.may-not");
        foreach (var (state, act) in EveryStateAndAct.Pairs)
            if (Road.Everywhere[state].When(Road.EveryAct[act]) is Decision<DeclarationEvent>.Accepted)
                Road.Everywhere[state].When(Road.EveryAct[act] with { By = OtherClerk }).Refused("officer.may-not");
    }

    [Fact]
    public void Nobody_but_the_system_closes_a_window() =>
        Road.InPublicity.When(new CloseWindow([], Everyone, Road.AfterWindow)).Refused("officer.may-not");
}
