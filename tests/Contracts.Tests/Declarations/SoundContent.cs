using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
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

    [Theory]
    [InlineData(VillageBody.Representatives, 10, 35, 24, 13, null)]
    [InlineData(VillageBody.Representatives, 10, 35, 23, 23, "decision.no-quorum")]
    [InlineData(VillageBody.Representatives, 10, 35, 24, 12, "decision.not-carried")]
    [InlineData(VillageBody.Representatives, 16, 35, 32, 30, "decision.in-future")]
    [InlineData(VillageBody.Representatives, 10, 35, 36, 30, "decision.numbers")]
    [InlineData(VillageBody.Representatives, 10, 0, 0, 0, "decision.numbers")]
    [InlineData(VillageBody.Committee, 10, 5, 5, 5, "decision.other-body")]
    [InlineData(VillageBody.VillagersMeeting, 10, 600, 301, 151, null)]
    [InlineData(VillageBody.VillagersMeeting, 10, 600, 300, 300, "decision.no-quorum")]
    public void It_rests_on_a_carried_decision_of_the_right_body(VillageBody body, int day, int due, int present, int @for, string? refusal)
    {
        var decision = Declaring(Road.Content with { Decision = new(body, new(2026, 9, day), due, present, @for) });
        if (refusal is null) decision.Then();
        else decision.Refused(refusal);
    }

    [Fact]
    public void No_decision_no_declaration() => Declaring(Road.Content with { Decision = null }).Refused("decision.missing");

    [Fact]
    public void Difference_names_exactly_the_changed_values()
    {
        var change = Assert.Single(SectionDifference.Between(Road.Now, Road.Section(Road.Reworded)));
        Assert.Equal(new FieldChange("what.zh", "修一条 2,800 米的砂石路", "修一条砂石路，长 2,800 米"), change);
        Assert.Empty(SectionDifference.Between(Road.Now, Road.Section(Road.Content)));
    }

    private static Decision<DeclarationEvent> Drafting(DeclarationContent content) => Road.None.When(new Draft(Road.Id, content, Clerk, Road.Declaring));

    private static Decision<DeclarationEvent> Declaring(DeclarationContent content) =>
        Road.None.And(new Draft(Road.Id, content, Clerk, Road.Declaring)).When(new Declare(Road.Section(content), Clerk, Road.Declaring));
}
