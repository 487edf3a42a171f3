using Transparency.Contracts;
using Transparency.Contracts.Suppressions;
using Transparency.Samples;
using static Transparency.Contracts.Suppressions.SuppressionCommand;

namespace Transparency.Contracts.Tests.Suppressions;

/// <summary>Two persons of the town, one lawful reason; nothing leaves otherwise.</summary>
public sealed class SuppressionTests
{
    private static readonly DateTimeOffset At = Shanghai.At(new(2026, 9, 18), new(15, 0));
    private static readonly SuppressionWords Words = new("declarations/2026/0012/e/1/", SuppressionGround.PersonalData, new("正文误写了身份证号码"));
    private static readonly ContentHash Hash = ContentHash.Over("x"u8);
    private static readonly SuppressedEdition Edition = new("declarations/2026/0012/e1", "央政公示〔2026〕12号", 1, Hash, Hash, null);
    private static readonly Officer Both = SampleOfficers.Approver with { Roles = [Role.Town, Role.TownApprove] };
    private static readonly SuppressionEvent Proposed = new SuppressionProposed(Words, SampleOfficers.TownClerk.Sign(At));

    [Fact]
    public void One_person_proposes_another_confirms_and_it_takes_its_number() => Equal(
        new SuppressionConfirmed(new(2026, 1), Words, [Edition], [], new(new(2026, 9, 18), SampleOfficers.TownClerk.Unit), SampleOfficers.Approver.Sign(At)),
        Given(Proposed).When(new Confirm(new(2026, 1), [Edition], [], SampleOfficers.Approver, At)));

    [Fact]
    public void Nobody_confirms_or_declines_what_he_proposed()
    {
        SuppressionEvent own = new SuppressionProposed(Words, Both.Sign(At));
        Given(own).When(new Confirm(new(2026, 1), [Edition], [], Both, At)).Refused("suppression.own-proposal");
        Given(own).When(new Decline(new("不撤"), Both, At)).Refused("suppression.own-proposal");
    }

    [Fact]
    public void Only_who_may_approve_confirms_and_only_the_town_proposes()
    {
        Given(Proposed).When(new Confirm(new(2026, 1), [Edition], [], SampleOfficers.Reviewer, At)).Refused("officer.may-not");
        Given(Proposed).When(new Decline(new("不撤"), SampleOfficers.Reviewer, At)).Refused("officer.may-not");
        Given().When(new Propose(Words, true, new(new("a"), new("p-a"), new("镇党政办"), [Role.Administrator], []), At))
            .Refused("officer.may-not");
    }

    [Fact]
    public void A_proposal_names_what_stands_and_says_why()
    {
        Given().When(new Propose(Words, false, SampleOfficers.TownClerk, At)).Refused("suppression.nothing-there");
        Given().When(new Propose(Words with { Reason = new(" ") }, true, SampleOfficers.TownClerk, At)).Refused("reason.missing");
        Given().When(new Propose(Words with { Reason = new("原因\u202e") }, true, SampleOfficers.TownClerk, At)).Refused("text.unclean");
        Equal(Proposed, Given().When(new Propose(Words, true, SampleOfficers.TownClerk, At)));
    }

    [Fact]
    public void What_is_not_published_yet_waits_and_what_is_decided_stays()
    {
        Given().When(new Confirm(new(2026, 1), [Edition], [], SampleOfficers.Approver, At)).Refused("suppression.unknown");
        Given(Proposed).When(new Confirm(new(2026, 1), [], [], SampleOfficers.Approver, At)).Refused("suppression.not-there-yet");
        Given(Proposed).When(new Decline(new(""), SampleOfficers.Approver, At)).Refused("reason.missing");
        SuppressionEvent declined = new SuppressionDeclined(new("写错的可以更正"), SampleOfficers.Approver.Sign(At));
        Equal(declined, Given(Proposed).When(new Decline(new("写错的可以更正"), SampleOfficers.Approver, At)));
        Given(Proposed, declined).When(new Confirm(new(2026, 1), [Edition], [], SampleOfficers.Approver, At)).Refused("suppression.not-now");
    }

    private static Scenario<Suppression, SuppressionCommand, SuppressionEvent> Given(params SuppressionEvent[] events) => new(SuppressionDecider.Law, events);

    private static void Equal(SuppressionEvent expected, Decision<SuppressionEvent> decision) => Assert.Equal(Json(expected), Json(decision.Then()));

    private static string Json(SuppressionEvent e) => System.Text.Json.JsonSerializer.Serialize(e, e.GetType());
}
