using Transparency.Contracts.Officers;
using Transparency.Samples;
using static Transparency.Contracts.Officers.OfficerCommand;

namespace Transparency.Contracts.Tests.Officers;

/// <summary>One proposes, another confirms; who appoints holds nothing else; who acts for a village does not supervise it.</summary>
public sealed class OfficerTests
{
    private static readonly DateTimeOffset At = Shanghai.At(new(2026, 9, 18), new(15, 0));
    private static readonly Text Why = new("调离");
    private static readonly Officer First = new(new("admin-a"), new("p-a"), new("镇党政办"), [Role.Administrator], []);
    private static readonly Officer Second = First with { Id = new("admin-b"), Person = new("p-b") };
    private static readonly Officer Clerk = SampleOfficers.Clerk;
    private static readonly Officer Supervisor = Clerk with { Id = new("other"), Roles = [Role.Supervision] };
    private static readonly OfficerEvent Proposed = new OfficerProposed(Clerk, First.Sign(At));
    private static readonly OfficerEvent Appointed = new OfficerAppointed(Clerk, At);

    [Fact]
    public void Another_administrator_confirms() => Equal(
        new OfficerConfirmed(Clerk, First.Sign(At), Second.Sign(At)), Given(Proposed).When(new Confirm([], Second, At)));

    [Fact]
    public void Only_a_store_without_officers_takes_one_at_once()
    {
        Equal(new OfficerAppointed(Clerk, At, Officer.System.Sign(At)), Given().When(new Propose(Clerk, [], true, Officer.System, At)));
        Equal(new OfficerProposed(Clerk, Officer.System.Sign(At)), Given().When(new Propose(Clerk, [], false, Officer.System, At)));
    }

    [Fact]
    public void Nobody_confirms_his_own_proposal_or_office_and_the_command_line_confirms_nothing()
    {
        Given(Proposed).When(new Confirm([], First with { Id = new("admin-c") }, At)).Refused("officer.own-proposal");
        Given(Proposed).When(new Confirm([], Second with { Person = Clerk.Person }, At)).Refused("officer.own-appointment");
        Given(Proposed).When(new Confirm([], Officer.System, At)).Refused("officer.may-not");
        Given().When(new Propose(Clerk, [], false, SampleOfficers.Approver, At)).Refused("officer.may-not");
    }

    [Fact]
    public void What_must_be_in_two_hands_is_in_two_persons()
    {
        Given().When(new Propose(Clerk with { Roles = [Role.Village, Role.Administrator] }, [], true, First, At)).Refused("officer.administrator-alone");
        Given().When(new Propose(Clerk, [Second], false, First, At)).Refused("officer.administrator-alone");
        Given().When(new Propose(Clerk, [Supervisor], false, First, At)).Refused("officer.village-and-supervision");
        Given().When(new Propose(Clerk with { Roles = [Role.Village, Role.Supervision] }, [], true, First, At)).Refused("officer.village-and-supervision");
        Given(Proposed).When(new Confirm([Supervisor], Second, At)).Refused("officer.village-and-supervision");
        Given(Appointed).When(new ChangeRoles(Clerk with { Roles = [Role.FinanceGroup, Role.Village] }, [Supervisor], First, At)).Refused("officer.village-and-supervision");
    }

    [Fact]
    public void Other_roles_hold_only_when_they_are_confirmed()
    {
        var wanted = Clerk with { Roles = [Role.FinanceGroup] };
        Given(Appointed).When(new ChangeRoles(Clerk, [], First, At)).Refused("officer.same-roles");
        OfficerEvent change = new OfficerProposed(wanted, First.Sign(At));
        Equal(change, Given(Appointed).When(new ChangeRoles(wanted, [], First, At)));
        Given(Appointed, change).When(new Confirm([], First, At)).Refused("officer.own-proposal");
        Equal(new OfficerConfirmed(wanted, First.Sign(At), Second.Sign(At)), Given(Appointed, change).When(new Confirm([], Second, At)));
        Assert.Equal([Role.Village], ((OfficerLife.OnDuty)OfficerDecider.Law.Fold([Appointed, change])).Officer.Roles);
    }

    [Fact]
    public void A_dismissal_is_one_persons_act_and_for_good_but_never_of_the_last_administrator()
    {
        OfficerEvent dismissed = new OfficerDismissed(Why, First.Sign(At));
        Equal(dismissed, Given(Appointed).When(new Dismiss(Why, false, First, At)));
        Given(Appointed).When(new Dismiss(new(""), false, First, At)).Refused("reason.missing");
        Given(new OfficerAppointed(First, At)).When(new Dismiss(Why, true, Officer.System, At)).Refused("officer.last-administrator");
        Given(Appointed, dismissed).When(new IssueLink(First, At)).Refused("officer.dismissed");
        Given(Appointed, dismissed).When(new Propose(Clerk, [], false, First, At)).Refused("officer.known");
    }

    [Fact]
    public void Who_is_suspended_gets_no_link_before_another_resumes_it()
    {
        OfficerEvent suspended = new OfficerSuspended(Why, First.Sign(At));
        Given(Appointed, suspended).When(new IssueLink(First, At)).Refused("officer.not-now");
        Equal(new OfficerResumed(First.Sign(At)), Given(Appointed, suspended).When(new Resume(First, At)));
        Equal(new OfficerLinkIssued(First.Sign(At)), Given(Appointed, suspended, new OfficerResumed(First.Sign(At))).When(new IssueLink(First, At)));
    }

    [Theory]
    [InlineData("370799198001280033", true)]
    [InlineData("37079919660701309x", false)]
    [InlineData("370799198001280032", false)]
    [InlineData("370799198002310031", false)]
    [InlineData("", false)]
    public void A_number_checks_itself(string text, bool isOne) => Assert.Equal(isOne, IdentityNumber.Parse(text) is not null);

    private static Scenario<OfficerLife, OfficerCommand, OfficerEvent> Given(params OfficerEvent[] events) => new(OfficerDecider.Law, events);

    private static void Equal(OfficerEvent expected, Decision<OfficerEvent> decision) =>
        Assert.Equal(expected, Assert.Single(Assert.IsType<Decision<OfficerEvent>.Accepted>(decision).Events));
}
