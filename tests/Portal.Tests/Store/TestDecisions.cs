using Marten;
using Transparency.Contracts;
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

    private static readonly DateOnly Day = new(2026, 9, 10);

    public static async Task AddAsync(IDocumentStore store)
    {
        await using var session = store.LightweightSession();
        foreach (var (id, matter, clerk, poster) in new[]
        {
            (Works, "works-large", SampleOfficers.Clerk, SampleOfficers.Poster), (Purchase, "tender-plan", SampleOfficers.Clerk, SampleOfficers.Poster),
            (Lease, "lease-saltpan", SampleOfficers.OtherClerk, SampleOfficers.Poster), (Coal, "coal-season", SampleOfficers.TownClerk, SampleOfficers.Everyone),
        }) session.Events.StartStream(StreamKey.Of(new DeliberationId(id)), SampleDecisions.History(new(id), matter, Day, clerk, poster));
        await session.SaveChangesAsync();
    }
}
