using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Deliberations;
using Transparency.Portal.Store;
using Transparency.Samples;

namespace Transparency.Portal.Tests.Store;

/// <summary>Village decisions that stand in a test's store from the beginning, resolved on 10 September 2026 and posted the day after.</summary>
internal static class TestDecisions
{
    public const string Works = "04-2026-D-0001";
    public const string Purchase = "04-2026-D-0002";
    public const string Lease = "09-2026-D-0001";
    public const string Coal = "00-2026-D-0001";

    /// <summary>What two villages give to the coal of a season, half each.</summary>
    public const string CoalShares = "04-2025-D-0091 = 125000.00; 09-2025-D-0091 = 125000.00";

    private static readonly DateOnly Day = new(2026, 9, 10);

    public static async Task AddAsync(IDocumentStore store)
    {
        await using var session = store.LightweightSession();
        Start(session, Works, "works-large", SampleOfficers.Clerk, SampleOfficers.Poster, Road);
        Start(session, Purchase, "tender-plan", SampleOfficers.Clerk, SampleOfficers.Poster, Spent("采购立项", "采购", ("村集体", 300_000_00)));
        Start(session, Lease, "lease-saltpan", SampleOfficers.OtherClerk, SampleOfficers.Poster, LeaseVote);
        Start(session, Coal, "coal-season", SampleOfficers.TownClerk, SampleOfficers.Everyone, Spent("采购立项", "采购", ("村集体", 250_000_00)));
        Start(session, "04-2025-D-0091", "coal-season", SampleOfficers.Clerk, SampleOfficers.Poster, Spent("买煤", "本村买煤", ("村集体", 125_000_00)));
        Start(session, "09-2025-D-0091", "coal-season", SampleOfficers.OtherClerk, SampleOfficers.Poster, Spent("买煤", "本村买煤", ("村集体", 125_000_00)));
        await session.SaveChangesAsync();
    }

    /// <summary>Another decision on the same lease, for a further declaration: each carries one. Of a number that comes in nobody's way.</summary>
    public static async Task<string> AnotherLeaseAsync(IDocumentStore store) =>
        await AnotherAsync(store, "09", "lease-saltpan", SampleOfficers.OtherClerk, LeaseVote);

    public static async Task<string> AnotherRoadAsync(IDocumentStore store) =>
        await AnotherAsync(store, "04", "works-large", SampleOfficers.Clerk, Road);

    private static async Task<string> AnotherAsync(IDocumentStore store, string village, string matter, Officer clerk, VotedText voted)
    {
        var id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{village}-2025-D-{1000 + Interlocked.Increment(ref added)}");
        await using var session = store.LightweightSession();
        Start(session, id, matter, clerk, SampleOfficers.Poster, voted);
        await session.SaveChangesAsync();
        return id;
    }

    private static int added;

    private static VotedText Road => Spent("贾家河坞村砂石路", "修一条砂石路", ("镇财政", 150_000_00), ("村集体; =|", 30_000_00));

    /// <summary>To anybody for any time: what a test is about is not the lease.</summary>
    private static VotedText LeaseVote => new(new("盐田承包", "Salt-pan contract"), new("承包盐田"), new(
        MoneyFlow.Received, [new(new("承包费"), new(18_000_000))], [], [.. Lessees.Select(name => new VotedParty(new(name), null, null))], false));

    private static readonly string[] Lessees = ["某盐业公司", "示范盐业公司", "欧阳某（个人）"];

    private static VotedText Spent(string title, string what, params (string Source, long Fen)[] amounts) =>
        new(new(title), new(what), new(MoneyFlow.Spent, [.. amounts.Select(a => new Contracts.Declarations.SourceAmount(new(a.Source), new(a.Fen)))], [], [], true));

    private static void Start(IDocumentSession session, string id, string matter, Officer clerk, Officer poster, VotedText voted) =>
        session.Events.StartStream(StreamKey.Of(new DeliberationId(id)), SampleDecisions.History(new(id), matter, Day, clerk, poster, voted, BodyOf(id, matter)));

    /// <summary>As the shipped table has it on that day; the town's own meeting is of its officers.</summary>
    private static VillageBody? BodyOf(string id, string matter) => id.StartsWith("00", StringComparison.Ordinal) ? null
        : RulesInForce.Fold([new Contracts.Town.MattersSet(Portal.Town.ReadTownFolder.Read(Portal.Town.ReadTownFolder.Default).Town!.Matters, default)]).On(Day).Matters[matter].Deliberation;
}
