using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Portal.Store;
using static Transparency.Contracts.Deliberations.DeliberationCommand;

namespace Transparency.Bench.Sampling;

/// <summary>The village decision behind a declaration: proposed, discussed, reviewed, resolved by the representatives and posted.</summary>
internal static class SampledDeliberation
{
    private const int Due = 35;

    private static readonly Text Office = new("村委会会议室", "village office");
    private static readonly Text Board = new("村务公开栏", "village notice board");
    private static readonly Text Mandate = new("村民会议授权村民代表会议决定", "The villagers' meeting empowered its representatives");

    /// <param name="opened">the day on which the declaration's window opens: everything here lies five days or more before it</param>
    public static LawfulStream<Deliberation, DeliberationCommand, DeliberationEvent> Posted(
        SampleTown town, DeliberationId id, DeclarationContent content, AgreementContent? carried, Chance chance, DateOnly opened)
    {
        var (resolved, present) = (opened.AddDays(-chance.Between(6, 20)), chance.Between(26, 35));
        var body = town.Rules.On(resolved).Matters[content.Matter].Deliberation!.Value;
        // Of the members' representatives two thirds of all must agree.
        var agreed = chance.Between(body == VillageBody.MemberRepresentatives ? (Due * 2 + 2) / 3 : present / 2 + 1, present);
        var (clerk, poster) = (town.Staff.Clerk(content.Village!.Value), town.Staff.Poster(content.Village!.Value));
        var stream = new LawfulStream<Deliberation, DeliberationCommand, DeliberationEvent>(StreamKey.Of(id), DeliberationDecider.Law, town.Rules);
        var proposal = new DeliberationContent(content.Title, content.Matter, content.What, ProposalOrigin.Villagers, TermsOf(content, carried));
        stream.Do(new Propose(id, proposal, Held(resolved.AddDays(-9), 3, 3, 3), false, clerk, Evening(resolved.AddDays(-9))));
        stream.Do(new Discuss(Held(resolved.AddDays(-6), 7, 6, 6), clerk, Evening(resolved.AddDays(-6))));
        stream.Do(new ReviewByParty(Held(resolved.AddDays(-3), 24, 19, 18), clerk, Evening(resolved.AddDays(-3))));
        stream.Do(new Resolve(body, Held(resolved, Due, present, agreed), resolved.AddDays(-7), Mandate, clerk, Evening(resolved)));
        stream.Do(new PostResolution(resolved.AddDays(1), Board, poster, Evening(resolved.AddDays(1))));
        return stream;
    }

    private static VotedTerms TermsOf(DeclarationContent c, AgreementContent? carried) => new(
        c.Sources.Count == 0 ? MoneyFlow.None : carried?.Kind == AgreementKind.Lease ? MoneyFlow.Received : MoneyFlow.Spent, c.Sources,
        [.. c.Budget.Select(l => new VotedItem(l.Item, l.Quantity))],
        carried is null ? [] : [new(new(carried.With.Name.Zh, carried.With.Name.En), carried.Start, carried.End)], carried is null);

    private static Meeting Held(DateOnly on, int due, int present, int agreed) => new(on, Office, due, present, agreed, present - agreed, []);

    private static DateTimeOffset Evening(DateOnly day) => Shanghai.At(day, new(17, 0));
}
