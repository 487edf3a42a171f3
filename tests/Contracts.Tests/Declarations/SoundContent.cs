using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Samples;
using static Transparency.Contracts.Declarations.DeclarationCommand;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Contracts.Tests.Declarations;

public sealed class SoundContent
{
    [Fact]
    public void A_draft_needs_its_sentences_a_known_matter_and_a_known_village()
    {
        Drafting(Road.Content with { What = new(" ") }).Refused("declaration.sentence-missing");
        Drafting(Road.Content with { Matter = "nonsense" }).Refused("matter.unknown");
        Drafting(Road.Content with { Matter = "rent-ledger" }).Refused("matter.unknown");
        Drafting(Road.Content with { Village = null }).Refused("matter.wants-village");
        Drafting(Road.Content with { Village = new("77") }).Refused("village.unknown");
        Drafting(Road.Content with { Body = new("a\u0000b") }).Refused("text.unclean");
        Drafting(Road.Content with { Body = new("half a pair: \ud842") }).Refused("text.unclean");
    }

    [Fact]
    public void A_declaration_adds_up_and_reaches_its_matters_threshold()
    {
        Declaring(Road.Content with { Sources = [new(new("镇财政"), new(15_000_000))] }).Refused("declaration.budget-differs");
        Declaring(Road.Content with { Sources = [new(new("镇财政"), new(9_999_999))], Budget = [] }).Refused("matter.below-threshold");
        Declaring(Road.Content with { Sources = [new(new("镇财政"), new(10_000_000))], Budget = [] }).Then();
        Declaring(Road.Content with { Sources = [new(new("镇财政"), new(-1))] }).Refused("declaration.negative-amount");
    }

    /// <summary>Of this village and matter, resolved by a body that serves, and posted by the day of declaring.</summary>
    [Fact]
    public void It_rests_on_a_posted_decision_of_its_own_village_and_matter()
    {
        Declaring(Road.Content).Then();
        Declaring(Road.Content with { Deliberation = null }).Refused("decision.missing");
        Declaring(Road.Content, new Deliberation.None()).Refused("decision.unknown");
        Declaring(Road.Content, Decided("04-2026-D-0002", "works-large", 10)).Refused("decision.unknown");
        Declaring(Road.Content with { Deliberation = new("09-2026-D-0001") }, Decided("09-2026-D-0001", "works-large", 10)).Refused("decision.other-village");
        Declaring(Road.Content, Decided("04-2026-D-0001", "lease-saltpan", 10)).Refused("decision.other-matter");
        Declaring(Road.Content, Decided("04-2026-D-0001", "works-large", 15)).Refused("decision.in-future");
    }

    [Fact]
    public void An_unfinished_decision_is_no_basis()
    {
        var history = SampleDecisions.History(Road.Decided, "works-large", new(2026, 9, 10), Clerk, Poster);
        foreach (var steps in Enumerable.Range(1, 3)) Declaring(Road.Content, DeliberationDecider.Law.Fold(history.Take(steps))).Refused("decision.not-resolved");
        Declaring(Road.Content, DeliberationDecider.Law.Fold(history.Take(4))).Refused("decision.not-posted");
        Declaring(Road.Content, DeliberationDecider.Law.Fold(history.Take(3).Append(new DeliberationRejected(DeliberationStep.Resolved, SampleDecisions.Held(new(2026, 9, 10), 35, 32, 9), VillageBody.Representatives, Clerk.Sign(Road.Declaring))))).Refused("decision.not-resolved");
    }

    [Fact]
    public void A_matter_whose_body_has_changed_since_wants_a_new_decision()
    {
        var matter = SampleRules.Book.Matters["works-large"] with { Deliberation = VillageBody.VillagersMeeting };
        var stricter = SampleRules.Book with { Matters = new Dictionary<string, Town.Matter>(SampleRules.Book.Matters) { ["works-large"] = matter } };
        DeclarationDecider.Law.Decide(stricter, Road.Drafted.State, new Declare(Road.Now, Road.Basis, Clerk, Road.Declaring)).Refused("decision.other-body");
    }

    /// <summary>A decision that the matter does not ask for is looked at all the same: what the page shows must be true.</summary>
    [Fact]
    public void A_needless_decision_must_be_sound_too()
    {
        var content = Road.Content with { Matter = "town-works", Village = null };
        DeclarationDecider.Law.Decide(SampleRules.Book, new Declaration.Drafted(Case.Begin(Road.Id, content, TownClerk.Person)), new Declare(Road.Section(content), Road.Basis, TownClerk, Road.Declaring)).Refused("decision.other-village");
    }

    /// <summary>What comes after the posting does not move the hash.</summary>
    [Fact]
    public void The_result_changes_nothing_of_the_section()
    {
        var carriedOut = DeliberationDecider.Law.Evolve(Road.Basis, new DeliberationResultPosted(Road.Decided, new(2026, 12, 1), new("修好了"), [], Clerk.Sign(Road.Declaring)));
        Assert.IsType<Deliberation.ResultPosted>(carriedOut);
        Assert.Equal(Road.Now.Hash, DeclarationSection.Of(Road.Content, SampleRules.Book, carriedOut, []).Hash);
    }

    [Fact]
    public void Difference_names_exactly_the_changed_values()
    {
        var change = Assert.Single(SectionDifference.Between(Road.Now, Road.Section(Road.Reworded)));
        Assert.Equal(new FieldChange("what.zh", "修一条 2,800 米的砂石路", "修一条 2,800 米的砂石路面"), change);
        Assert.Empty(SectionDifference.Between(Road.Now, Road.Section(Road.Content)));
    }

    private static Decision<DeclarationEvent> Drafting(DeclarationContent content) => Road.None.When(new Draft(Road.Id, content, Clerk, Road.Declaring));

    private static Decision<DeclarationEvent> Declaring(DeclarationContent content, Deliberation? basis = null) =>
        Road.None.And(new Draft(Road.Id, content, Clerk, Road.Declaring)).When(new Declare(Road.Section(content), basis ?? Road.Basis, Clerk, Road.Declaring));

    private static Deliberation Decided(string id, string matter, int day) => SampleDecisions.Posted(new(id), matter, new(2026, 9, day), id.StartsWith("09", StringComparison.Ordinal) ? OtherClerk : Clerk, Poster);
}
