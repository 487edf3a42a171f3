using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Samples;
using static Transparency.Contracts.Deliberations.DeliberationCommand;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Contracts.Tests.Deliberations;

/// <summary>How Jiajiahewu decided on its road, at every station; matters of the committees and of all villagers beside it.</summary>
internal static class Road
{
    public static readonly DeliberationId Id = new("04-2026-D-0001");

    public static readonly DeliberationContent Content = new(new("修砂石路"), "works-large", new("修一条砂石路"), ProposalOrigin.Villagers,
        new(MoneyFlow.Spent, [new(new("镇财政"), new(15_000_000)), new(new("村集体"), new(3_000_000))], [], [], ByTender: true));

    public static Scenario<Deliberation, DeliberationCommand, DeliberationEvent> None => new(DeliberationDecider.Law, []);

    public static Scenario<Deliberation, DeliberationCommand, DeliberationEvent> Proposed => None.And(Proposing(Content));

    public static Scenario<Deliberation, DeliberationCommand, DeliberationEvent> Discussed => Proposed.And(new Discuss(Held(4, 7, 6, 5), Clerk, On(4)));

    public static Scenario<Deliberation, DeliberationCommand, DeliberationEvent> PartyReviewed => Discussed.And(new ReviewByParty(Held(7, 24, 19, 18), Clerk, On(7)));

    public static Scenario<Deliberation, DeliberationCommand, DeliberationEvent> Resolved => PartyReviewed.And(Resolving(Held(10, 35, 32, 30)));

    public static Scenario<Deliberation, DeliberationCommand, DeliberationEvent> ResolutionPosted => Resolved.And(new PostResolution(Day(11), SampleDecisions.Board, Poster, On(11)));

    public static Scenario<Deliberation, DeliberationCommand, DeliberationEvent> ResultPosted => ResolutionPosted.And(Carried(Approved));

    public static Scenario<Deliberation, DeliberationCommand, DeliberationEvent> Rejected => PartyReviewed.And(Resolving(Held(10, 35, 32, 16)));

    public static Scenario<Deliberation, DeliberationCommand, DeliberationEvent> Returned => Discussed.And(new Return(new("再议"), Clerk, On(5)));

    public static Scenario<Deliberation, DeliberationCommand, DeliberationEvent> Withdrawn => Resolved.And(new Withdraw(new("不修了"), Clerk, On(11)));

    /// <summary>A matter of the two committees, discussed.</summary>
    public static Scenario<Deliberation, DeliberationCommand, DeliberationEvent> ByCommittee =>
        None.And(Proposing(Content with { Matter = "purchase-quotation" })).And(new Discuss(Held(4, 7, 4, 3), Clerk, On(4)));

    /// <summary>A matter of all villagers, ready for their meeting.</summary>
    public static Scenario<Deliberation, DeliberationCommand, DeliberationEvent> ForAll => None.And(Proposing(Content with { Matter = "land-compensation" }))
        .And(new Discuss(Held(4, 7, 6, 5), Clerk, On(4))).And(new ReviewByParty(Held(7, 24, 19, 18), Clerk, On(7)));

    /// <summary>An approved declaration that rests on the decision.</summary>
    public static Declaration Approved => new Declaration.Approved(
        Case.Begin(new("road"), Declarations.Road.Content, Clerk.Person), DeclarationSection.Of(Declarations.Road.Content, SampleRules.Book, ResolutionPosted.State, []));

    public static Propose Proposing(DeliberationContent content, bool merged = false) => new(Id, content, Held(1, 5, 5, 5), merged, Clerk, On(1));

    public static Resolve Resolving(Meeting meeting, VillageBody body = VillageBody.Representatives) => new(body, meeting, null, SampleDecisions.Mandate, Clerk, On(20));

    public static PostResult Carried(Declaration declared) => new(Day(19), new("修好了"), [], declared, Clerk, On(20));

    public static Meeting Held(int day, int due, int present, int agreed, int against = 0) => SampleDecisions.Held(Day(day), due, present, agreed, against);

    public static DateOnly Day(int day) => new(2026, 9, day);

    public static DateTimeOffset On(int day) => Shanghai.At(Day(day), new(17, 0));
}
