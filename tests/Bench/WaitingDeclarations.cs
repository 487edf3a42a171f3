using System.Globalization;
using Transparency.Bench.Sampling;
using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Portal.Hosting;
using Transparency.Portal.Store;

namespace Transparency.Bench;

/// <summary>Declarations whose window is over and that only want their approval, added to a sampled town.</summary>
public static class WaitingDeclarations
{
    private static readonly DateTimeOffset Opened = Shanghai.At(new(2026, 9, 2), new(9, 0));

    private static readonly DateTimeOffset JustOpened = Shanghai.At(new(2026, 9, 17), new(9, 0));

    private delegate IEnumerable<SampledStream> Streams(
        SampleTown town, DeclarationId id, DeclarationContent content, Chance chance, DateTimeOffset opened, int ordinal);

    public static Task<IReadOnlyList<DeclarationId>> AddAsync(OpenStore open, int count, CancellationToken ct) =>
        AddAsync(open, count, "waiting", Opened, SampledDeclaration.Waiting, ct);

    /// <summary>Declarations whose window runs.</summary>
    public static Task<IReadOnlyList<DeclarationId>> AddOpenAsync(OpenStore open, int count, CancellationToken ct) =>
        AddAsync(open, count, "open", JustOpened, SampledDeclaration.Open, ct);

    private static async Task<IReadOnlyList<DeclarationId>> AddAsync(
        OpenStore open, int count, string name, DateTimeOffset opened, Streams streams, CancellationToken ct)
    {
        var town = SampleTown.Of(await open.RulesNowAsync(ct), await SampleStaff.ReadAsync(open, ct));
        await using var session = open.Store.LightweightSession();
        var numbers = StreamKey.Numbers(opened.Year);
        var taken = (await session.Events.FetchStreamStateAsync(numbers, ct))?.Version ?? 0;
        List<DeclarationId> ids = [.. Enumerable.Range(1, count).Select(IdOf)];
        foreach (var (i, id) in ids.Index())
        {
            var (ordinal, chance) = ((int)taken + i + 1, new Chance(0, (ulong)i));
            var content = SampledContent.Works(town, chance, ordinal);
            // Above every number that a sample takes, and each its own.
            var decision = string.Create(CultureInfo.InvariantCulture, $"{content.Village}-{opened.Year}-D-{9000 + ordinal % 1000:0000}");
            var decided = content with { Deliberation = DeliberationId.Of(decision) };
            foreach (var stream in streams(town, id, decided, chance, opened, ordinal)) session.Events.StartStream(stream.Key, stream.Events);
        }
        session.Events.Append(numbers, taken + count, ids.Select((id, i) => (object)new NumberTaken((int)taken + i + 1, id, opened)));
        await session.SaveChangesAsync(ct);
        return ids;

        DeclarationId IdOf(int place) => new(string.Create(CultureInfo.InvariantCulture, $"{name}-{place:000}"));
    }
}
