using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Publishing.Register;
using static Transparency.Contracts.Deliberations.DeliberationCommand;

namespace Transparency.Samples;

/// <summary>Village decisions behind declarations.</summary>
public static class SampleDecisions
{
    public static readonly Text Office = new("村委会会议室", "village office");
    public static readonly Text Board = new("村务公开栏", "village notice board");
    public static readonly Text Mandate = new("2026年1月12日村民会议授权决定", "Resolution of the villagers' meeting of 12 January 2026");

    /// <summary>Minutes as a file; no such file is kept anywhere.</summary>
    public static readonly Attachment Minutes = new(ContentHash.Over("minutes"u8), "pdf", 182_300, new("村民代表会议记录", "Minutes of the representatives' meeting"));

    public static readonly Attachment Photo = new(ContentHash.Over("photo"u8), "jpg", 88_000, new("盐田交付照片", "The pan as it was handed over"));

    /// <summary>As the public sees it: four steps within nine days, posted the day after.</summary>
    public static VillageDecision Of(string village, VillageBody body, DateOnly on, int due, int present, int agreed, Text? mandate = null, bool merged = false, params IReadOnlyList<Attachment> minutes) => new(
        new($"{village}-{on.Year}-D-0001"), body, merged,
        [
            new(DeliberationStep.Proposed, merged ? Held(on.AddDays(-9), 7, 6, 6) : Held(on.AddDays(-9), 3, 3, 3)), new(DeliberationStep.Discussed, Held(on.AddDays(merged ? -9 : -6), 7, 6, 6)),
            new(DeliberationStep.PartyReviewed, Held(on.AddDays(-3), 24, 19, 18)),
            new(DeliberationStep.Resolved, Held(on, due, present, agreed) with { Minutes = minutes, Observer = minutes.Count == 0 ? null : new("镇经管站", "Town Rural Economy Office") }),
        ],
        mandate, body is VillageBody.VillagersMeeting or VillageBody.HouseholdsMeeting ? on.AddDays(-12) : null, on.AddDays(1), Board);

    /// <summary>The same decision, with its deciding meeting on another day.</summary>
    public static VillageDecision On(this VillageDecision d, DateOnly day)
    {
        var days = day.DayNumber - d.Date.DayNumber;
        return d with { Steps = [.. d.Steps.Select(s => s with { Meeting = s.Meeting with { On = s.Meeting.On.AddDays(days) } })], Called = d.Called?.AddDays(days), Posted = d.Posted.AddDays(days) };
    }

    /// <summary>Made by the law, step by step, and posted by another person.</summary>
    public static Deliberation Posted(DeliberationId id, string matter, DateOnly on, Officer clerk, Officer poster, VotedText? voted = null) =>
        DeliberationDecider.Law.Fold(History(id, matter, on, clerk, poster, voted));

    /// <summary>The vote on which a declaration of this content may rest.</summary>
    public static VotedText VoteOn(DeclarationContent c, params IReadOnlyList<AgreementSection> subjects) => new(c.Title, c.What, new(
        c.Sources.Count == 0 ? MoneyFlow.None : subjects.Any(s => s.Kind == AgreementKind.Lease) ? MoneyFlow.Received : MoneyFlow.Spent,
        c.Sources, [.. c.Budget.Select(l => new VotedItem(l.Item, l.Quantity))],
        [.. subjects.Select(s => new VotedParty(new(s.With.Zh, s.With.En), s.Start, s.End))], subjects.Count == 0));

    /// <param name="voted">null for a vote on nothing in particular</param>
    /// <param name="by">the body that the matter asks for; null for the one of the sample rules</param>
    public static IReadOnlyList<DeliberationEvent> History(
        DeliberationId id, string matter, DateOnly on, Officer clerk, Officer poster, VotedText? voted = null, VillageBody? by = null)
    {
        var row = SampleRules.Book.Matters[matter];
        var book = SampleRules.Book with { Matters = new Dictionary<string, Contracts.Town.Matter>(SampleRules.Book.Matters) { [matter] = row with { Deliberation = by ?? row.Deliberation } } };
        voted ??= new(new("提议"), new("办一件事"), new(MoneyFlow.None, [], [], [], false));
        var (state, history) = (DeliberationDecider.Law.Initial, new List<DeliberationEvent>());
        var byCommittee = id.Village is null || book.Matters[matter].Deliberation == VillageBody.Committee;
        DeliberationCommand[] steps =
        [
            new Propose(id, new(voted.Title, matter, voted.What, ProposalOrigin.Villagers, voted.Terms), Held(on.AddDays(-9), 3, 3, 3), false, clerk, Evening(on.AddDays(-9))),
            new Discuss(Held(on.AddDays(-6), 7, 6, 6), clerk, Evening(on.AddDays(-6))),
            .. byCommittee ? Array.Empty<DeliberationCommand>() :
            [
                new ReviewByParty(Held(on.AddDays(-3), 24, 19, 18), clerk, Evening(on.AddDays(-3))),
                new Resolve(by ?? VillageBody.Representatives, Held(on, 35, 32, 30), null, Mandate, clerk, Evening(on)),
            ],
            new PostResolution(on.AddDays(1), Board, poster, Evening(on.AddDays(1))),
        ];
        foreach (var step in steps)
        {
            if (DeliberationDecider.Law.Decide(book, state, step) is not Decision<DeliberationEvent>.Accepted yes) throw new InvalidOperationException($"{step} was refused");
            history.AddRange(yes.Events);
            state = yes.Events.Aggregate(state, DeliberationDecider.Law.Evolve);
        }
        return history;
    }

    public static Meeting Held(DateOnly on, int due, int present, int agreed, int against = 0) => new(on, Office, due, present, agreed, against, []);

    /// <summary>What came of the approved salt pan.</summary>
    public static IEnumerable<DeliberationOnRegister> Results =>
    [
        DeliberationOnRegister.Evolve(null, "deliberation/09-2026-D-0001", new DeliberationResultPosted(new("09-2026-D-0001"), new(2026, 9, 16),
            new("盐田已于9月15日交付承包人，首年承包费已交入村集体代管账户。", "The pan was handed over on 15 September; the first year's rent is in the village's escrow account."), [Photo],
            new(new("sample"), new("sample"), new("固堤场村委会", "Gudichang villagers' committee"), Evening(new(2026, 9, 16)))))!,
        Routine,
    ];

    /// <summary>Small works of the year, by the two committees: public by itself, with what came of it.</summary>
    public static DeliberationOnRegister Routine { get; } = RoutineRow();

    private static DeliberationOnRegister RoutineRow()
    {
        var held = Of("09", VillageBody.Committee, new(2026, 1, 12), 7, 6, 6);
        var decision = held with { Number = new("09-2026-D-0009"), Steps = [held.Steps[0], held.Steps[1] with { Meeting = held.Steps[1].Meeting with { On = new(2026, 1, 12) } }], Mandate = null, Called = null };
        var section = new DecisionSection(
            new("09"), new("固堤场村", "Gudichang Village"), new("央子镇", "Yangzi Town"), new("固堤场村 2026 年小型工程安排", "Small works of Gudichang in 2026"),
            "works-small", new("小型工程与修缮", "Small works and repairs"), "本镇分档规定", new("零星工程和修缮全年 30,000 元以内", "Small works and repairs: 30,000 yuan in the year at most"), decision);
        var by = new Signature(new("sample"), new("sample"), new("固堤场村委会", "Gudichang villagers' committee"), Evening(new(2026, 1, 13)));
        var posted = DeliberationOnRegister.Evolve(null, "deliberation/09-2026-D-0009", new DeliberationResolutionPosted(new(2026, 1, 13), Board, by, section, section.Hash));
        return DeliberationOnRegister.Evolve(posted, "deliberation/09-2026-D-0009", new DeliberationResultPosted(
            decision.Number, new(2026, 9, 10), new("已修好小学取暖设备。", "The school's heating is mended."), [Photo], by with { At = Evening(new(2026, 9, 10)) }))!;
    }

    public static DateTimeOffset Evening(DateOnly day) => Shanghai.At(day, new(17, 0));
}
