using System.Text.Json;
using Transparency.Contracts;
using Transparency.Contracts.Town;
using Transparency.Portal.Store;

namespace Transparency.Portal.Town;

/// <summary>
/// Puts on record what differs from the last known of the town's own files. Nothing new, no event.
/// </summary>
public static class RecordTown
{
    public static Task<Outcome> RunAsync(Ledger ledger, TownFolder town, DateTimeOffset at, CancellationToken ct = default) =>
        ledger.WriteAsync(new("system", "town-folder"), async entry =>
        {
            var history = await entry.Documents.Events.FetchStreamAsync(StreamKey.Town, token: ct);
            TownEvent[] read =
            [
                new TownNamed(town.Settings, at), new MattersSet(town.Matters, at),
                new DeadlineRulesSet(town.Rules, at), new HolidaysSet(town.Holidays, at),
                new ObligationsSet(town.Obligations, at),
                new AccountsSet(town.Accounts, at), new FindingCodesSet(town.Findings, at),
                new PercentLimitsSet(town.Limits, at),
            ];
            entry.Append(StreamKey.Town, history.Count,
                [.. read.Where(e => Words(e) != Words(history.LastOrDefault(h => h.Data.GetType() == e.GetType())?.Data))]);
            return null;
        }, ct);

    /// <summary>What an event says, without when it was said.</summary>
    private static string? Words(object? e) => e switch
    {
        TownNamed x => JsonSerializer.Serialize(x.Settings, StoreJson.Options),
        MattersSet x => JsonSerializer.Serialize(x.Matters, StoreJson.Options),
        DeadlineRulesSet x => JsonSerializer.Serialize(x.Rules, StoreJson.Options),
        HolidaysSet x => JsonSerializer.Serialize(x.Holidays, StoreJson.Options),
        ObligationsSet x => JsonSerializer.Serialize(x.Obligations, StoreJson.Options),
        AccountsSet x => JsonSerializer.Serialize(x.Accounts, StoreJson.Options),
        FindingCodesSet x => JsonSerializer.Serialize(x.Findings, StoreJson.Options),
        PercentLimitsSet x => JsonSerializer.Serialize(x.Limits, StoreJson.Options),
        _ => null,
    };
}
