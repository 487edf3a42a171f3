using Transparency.Contracts.Agreements;
using Transparency.Contracts.Deadlines;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Contracts.Tenders;
using Transparency.Samples;
using static Transparency.Contracts.Declarations.DeclarationCommand;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Contracts.Tests.Declarations;

/// <summary>A declaration rests on what was voted: it costs no more, brings no less, and everything else is the same (I10 to I12, I16).</summary>
public sealed class VoteTests
{
    private static readonly VotedText Voted = SampleDecisions.VoteOn(Road.Content);

    public static TheoryData<string, string?> Roads => new()
    {
        { "as it was voted", null },
        { "cheaper", null },
        { "dearer by a fen", "decision.costs-more" },
        { "from the other source", "decision.costs-more" },
        { "from a source nobody voted on", "decision.other-source" },
        { "another title", "decision.other-words" },
        { "another sentence", "decision.other-words" },
        { "half the length", "decision.other-quantity" },
        { "a line less", "decision.other-quantity" },
        { "without a table", null },
    };

    [Theory, MemberData(nameof(Roads))]
    public void What_is_spent_stays_within_the_vote(string change, string? refused) => Holds(Declaring(Changed(change), Voted), refused);

    private static DeclarationContent Changed(string change)
    {
        var c = Road.Content;
        var (town, village) = (c.Sources[0], c.Sources[1]);
        return change switch
        {
            "cheaper" => c with { Sources = [town with { Amount = new(12_000_000) }, village], Budget = [] },
            "dearer by a fen" => c with { Sources = [town with { Amount = new(15_000_001) }, village], Budget = [] },
            "from the other source" => c with { Sources = [town with { Amount = new(14_000_000) }, village with { Amount = new(4_000_000) }] },
            "from a source nobody voted on" => c with { Sources = [town, village with { Source = new("村民集资") }] },
            "another title" => c with { Title = new("贾家河坞村水泥路修建工程") },
            "another sentence" => c with { What = new("修一条 1,800 米的砂石路") },
            "half the length" => c with { Budget = [c.Budget[0] with { Quantity = new("1,400 米") }, .. c.Budget.Skip(1)] },
            "a line less" => c with { Sources = [town with { Amount = new(11_640_000) }, village], Budget = [.. c.Budget.Skip(1)] },
            "without a table" => c with { Budget = [] },
            _ => c,
        };
    }

    public static TheoryData<string, string?> Leases => new()
    {
        { "as it was voted", null },
        { "for more", null },
        { "for a tenth", "decision.brings-less" },
        { "to another", "decision.other-party" },
        { "for longer", "decision.other-term" },
        { "from later", "decision.other-term" },
    };

    [Theory, MemberData(nameof(Leases))]
    public void What_is_let_is_let_to_whom_and_for_as_long_as_it_was_voted(string change, string? refused)
    {
        var content = Pan();
        var agreed = change switch
        {
            "to another" => Let with { With = new(PartyKind.Organisation, new("另一家盐业公司")) },
            "for longer" => Let with { End = Let.End.AddYears(1) },
            "from later" => Let with { Start = Let.Start.AddMonths(1) },
            _ => Let,
        };
        var declared = change switch
        {
            "for more" => content with { Sources = [content.Sources[0] with { Amount = new(20_000_000) }] },
            "for a tenth" => content with { Sources = [content.Sources[0] with { Amount = new(1_800_000) }] },
            _ => content,
        };
        Holds(Declaring(declared, SampleDecisions.VoteOn(content, SectionOf(Let)), OtherClerk, SectionOf(agreed)), refused);
    }

    [Fact]
    public void A_party_that_was_voted_is_not_looked_for_by_tender()
    {
        var content = Road.Content with { Plans = [new("04-2026-W-0001")] };
        var section = Road.Section(content) with { Plans = [Plan] };
        var named = Voted with { Terms = Voted.Terms with { Parties = [new(new("示范路桥公司"), null, null)], ByTender = false } };
        Holds(Decided(content, section, named), "decision.not-by-tender");
        Holds(Decided(content, section, Voted), null);
        Holds(Decided(content, section with { Plans = [Plan with { Ceiling = new(18_000_001) }] }, Voted), "decision.costs-more");
    }

    [Fact]
    public void A_decision_that_does_not_say_what_was_voted_carries_nothing()
    {
        var old = (Deliberation.ResolutionPosted)Posted(Voted);
        var silent = old with { File = old.File with { Content = old.File.Content with { Terms = null } } };
        Drafted().When(new Declare(Road.Now, silent, Clerk, Road.Declaring)).Refused("decision.without-terms");
    }

    /// <summary>I10: one decision carries one declaration; one that was never public has used nothing up.</summary>
    [Fact]
    public void One_decision_carries_one_declaration()
    {
        var law = DeliberationDecider.Law;
        var carried = law.Evolve(Road.Basis, new DeliberationCarried(new("another"), Clerk.Sign(Road.Declaring)));
        Drafted().When(new Declare(Road.Now, carried, Clerk, Road.Declaring)).Refused("decision.carried");
        law.Decide(SampleRules.Book, carried, new DeliberationCommand.Carry(Road.Id, Clerk, Road.Declaring)).Refused("decision.carried");
        var own = law.Evolve(Road.Basis, new DeliberationCarried(Road.Id, Clerk.Sign(Road.Declaring)));
        Drafted().When(new Declare(Road.Now, own, Clerk, Road.Declaring)).Then();
        var free = law.Evolve(carried, new DeliberationReleased(new("another"), Clerk.Sign(Road.Declaring)));
        Drafted().When(new Declare(Road.Now, free, Clerk, Road.Declaring)).Then();
        Assert.Same(carried, law.Evolve(carried, new DeliberationReleased(Road.Id, Clerk.Sign(Road.Declaring))));
    }

    /// <summary>I10: five years later it carries nothing any more. Posted on the eleventh, for twelve months.</summary>
    [Theory]
    [InlineData(2027, 9, 11, null)]
    [InlineData(2027, 9, 12, "decision.lapsed")]
    [InlineData(2031, 9, 12, "decision.lapsed")]
    public void A_decision_lapses_by_the_towns_row(int year, int month, int day, string? refused)
    {
        var row = new DeadlineRule(VoteGuardsRow, new("决策有效期"), 12, DayUnit.Month, new("本镇规定"), Limit.AtMost);
        var book = SampleRules.Book with { Deadlines = new([.. SampleRules.Book.Deadlines.Rows, row]) };
        var at = Shanghai.At(new(year, month, day), new(9, 0));
        Holds(DeclarationDecider.Law.Decide(book, Drafted().State, new Declare(Road.Now, Road.Basis, Clerk, at)), refused);
        var own = DeliberationDecider.Law.Evolve(Road.Basis, new DeliberationCarried(Road.Id, Clerk.Sign(Road.Declaring)));
        Holds(DeclarationDecider.Law.Decide(book, Drafted().State, new Declare(Road.Now, own, Clerk, at)), null);
    }

    /// <summary>I12: what becomes dearer in its window wants a new vote.</summary>
    [Fact]
    public void A_restart_beyond_the_vote_wants_a_new_vote()
    {
        var dear = Road.Content with { Sources = [Road.Content.Sources[0] with { Amount = new(99_000_000) }], Budget = [] };
        Road.InPublicity.When(new Restart(dear, Road.Section(dear), Road.Basis, new("料价上涨"), [], Clerk, Road.InWindow)).Refused("decision.costs-more");
        var again = SampleDecisions.Posted(Road.Decided, "works-large", new(2026, 9, 18), Clerk, Poster, SampleDecisions.VoteOn(dear));
        Road.InPublicity.When(new Restart(dear, Road.Section(dear), again, new("料价上涨"), [], Clerk, Road.InWindow)).Then();
    }

    /// <summary>What a wording fix put right stays right when the window opens anew.</summary>
    [Fact]
    public void A_fixed_word_is_no_other_vote()
    {
        var (law, reworded) = (DeclarationDecider.Law, Road.Section(Road.Reworded));
        var state = law.Evolve(Road.InPublicity.State, new DeclarationWordingFixed(2, reworded, reworded.Hash, new("改字"), Reviewer.Sign(Road.InWindow)));
        Decision<DeclarationEvent> Restarting(DeclarationContent c) =>
            law.Decide(SampleRules.Book, state, new Restart(c, Road.Section(c), Road.Basis, new("降价"), [], Clerk, Road.InWindow));
        var cheaper = Road.Reworded with { Sources = [Road.Content.Sources[0] with { Amount = new(14_000_000) }], Budget = [] };
        Restarting(cheaper).Then();
        Restarting(cheaper with { What = new("修一条水泥路") }).Refused("decision.other-words");
    }

    /// <summary>I16: what villages buy together is decided by each of them, with its own share.</summary>
    [Fact]
    public void Each_village_gives_its_share_by_its_own_vote()
    {
        Holds(Coal([]), "decision.shares-missing");
        Holds(Coal([("04", 40_000_00), ("09", 60_000_00)]), null);
        Holds(Coal([("04", 40_000_01), ("09", 59_999_99)]), "decision.costs-more");
        Holds(Coal([("04", 40_000_00), ("09", 50_000_00)]), "decision.shares-differ");
        Holds(Coal([("04", 40_000_00), ("04", 60_000_00)]), "decision.share-twice");
        Holds(Coal([("00", 100_000_00)]), "decision.share-of-town");
        Holds(Declaring(Road.Content with { Shares = [new(Road.Decided, new(1))] }, Voted), "decision.shares-needless");
    }

    [Fact]
    public void A_share_is_used_once_too()
    {
        var (content, bases) = CoalOf([("04", 40_000_00), ("09", 60_000_00)]);
        var carried = DeliberationDecider.Law.Evolve(bases.Shares[1], new DeliberationCarried(new("another"), TownClerk.Sign(Road.Declaring)));
        Holds(Decide(content, bases with { Shares = [bases.Shares[0], carried] }), "decision.carried");
        Assert.Equal(["04", "09"], DeclarationSection.Of(content, Committees, bases, []).Shares!.Select(s => s.Decision.Number.Village!.Value.Value));
    }

    private const string VoteGuardsRow = "DECISION_LAPSE";

    private static readonly RuleBook Committees = SampleRules.Book;

    private static readonly AgreementContent Let = new(
        new("三号盐田承包合同"), AgreementKind.Lease, SampleRules.Gudichang, new(PartyKind.Organisation, new("示范盐业公司")),
        new("三号盐田"), Mu.Parse("380"), new(2026, 10, 1), new(2036, 9, 30), new(18_000_000), new(1_800_000), new("每年10月1日前"), new("晒盐"));

    private static AgreementSection SectionOf(AgreementContent content) => AgreementSection.Of(new("09-2026-L-0003"), content, SampleRules.Book);

    private static DeclarationContent Pan() => Road.Content with
    {
        Title = new("三号盐田承包"), Matter = "lease-saltpan", Village = SampleRules.Gudichang, What = new("把三号盐田承包出去"),
        Sources = [new(new("承包费"), new(18_000_000))], Budget = [], Deliberation = new("09-2026-D-0001"), Subjects = [new("09-2026-L-0003")],
    };

    private static TenderSection Plan => new(
        new("04-2026-W-0001"), new("砂石路施工"), AgreementKind.Works, SampleRules.Jiajiahewu, new("贾家河坞村"), new("央子镇"), new("镇经管站"), "works-large",
        new("大额工程"), "镇定分档", TenderMethod.Open, new("修路"), new(18_000_000), null, []);

    private static Scenario<Declaration, DeclarationCommand, DeclarationEvent> Drafted(DeclarationContent? content = null, Officer? by = null) =>
        Road.None.And(new Draft(Road.Id, content ?? Road.Content, by ?? Clerk, Road.Declaring));

    private static Deliberation Posted(VotedText voted) => SampleDecisions.Posted(Road.Decided, "works-large", new(2026, 9, 10), Clerk, Poster, voted);

    private static Decision<DeclarationEvent> Declaring(DeclarationContent content, VotedText voted, Officer? by = null, params IReadOnlyList<AgreementSection> subjects)
    {
        var basis = SampleDecisions.Posted(content.Deliberation!.Value, content.Matter, new(2026, 9, 10), by ?? Clerk, Poster, voted);
        return Drafted(content, by).When(new Declare(DeclarationSection.Of(content, SampleRules.Book, basis, subjects), basis, by ?? Clerk, Road.Declaring));
    }

    private static Decision<DeclarationEvent> Decided(DeclarationContent content, DeclarationSection section, VotedText voted) =>
        Drafted(content).When(new Declare(section, Posted(voted), Clerk, Road.Declaring));

    private static Decision<DeclarationEvent> Coal(IReadOnlyList<(string Village, long Fen)> shares)
    {
        var (content, bases) = CoalOf(shares);
        return Decide(content, bases);
    }

    private static Decision<DeclarationEvent> Decide(DeclarationContent content, Bases bases) =>
        Drafted(content, TownClerk).When(new Declare(DeclarationSection.Of(content, Committees, bases, []), bases, TownClerk, Road.Declaring));

    /// <summary>Jiajiahewu has voted 40,000 yuan and Gudichang 60,000 for the coal of the season.</summary>
    private static (DeclarationContent, Bases) CoalOf(IReadOnlyList<(string Village, long Fen)> shares)
    {
        var content = Road.Content with
        {
            Title = new("取暖煤集中采购"), Matter = "coal-season", Village = null, What = new("两个村买 120 吨煤"), Deliberation = null, Budget = [],
            Sources = [new(new("各村集体"), new(100_000_00)), new(new("镇财政"), new(50_000_00))],
            Shares = [.. shares.Select((s, i) => new VillageShare(new($"{s.Village}-2026-D-000{i + 5}"), new(s.Fen)))],
        };
        var votes = content.Shares.Select(s => SampleDecisions.Posted(s.Deliberation, "coal-season", new(2026, 9, 10), s.Deliberation.Village?.Value switch { "04" => Clerk, "09" => OtherClerk, _ => TownClerk },
            s.Deliberation.Village is null ? Everyone : Poster, new(new("买煤"), new("本村买 60 吨"), new(
                MoneyFlow.Spent, [new(new("村集体"), new(s.Deliberation.Village?.Value == "09" ? 60_000_00 : 40_000_00))], [], [], true))));
        return (content, new(new Deliberation.None(), [.. votes]));
    }

    private static void Holds(Decision<DeclarationEvent> decision, string? refused)
    {
        if (refused is null) decision.Then();
        else decision.Refused(refused);
    }
}
