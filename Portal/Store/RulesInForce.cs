using System.Collections.Immutable;
using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Deadlines;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Town;

namespace Transparency.Portal.Store;

/// <summary>The rule book as the stream <c>town</c> tells it, folded again only when that stream has moved.</summary>
public sealed class RulesInForce
{
    /// <summary>Before anything is known of the town: no matter, no village, so every act is refused by name.</summary>
    private static readonly RuleBook Blank = new(
        new(new(""), new(""), "", new(""), new(""), false), ImmutableDictionary<VillageCode, Village>.Empty,
        ImmutableDictionary<string, Matter>.Empty, DeadlineRules.Empty, HolidayTable.Empty, [], ChartOfAccounts.Empty);

    private volatile Known known = new(0, Blank);

    private sealed record Known(long Version, RuleBook Book);

    /// <summary>As they were last read; blank before that. For who only needs the town's name.</summary>
    public RuleBook LastKnown => known.Book;

    public async Task<RuleBook> ReadAsync(IQuerySession session, CancellationToken ct = default)
    {
        var seen = known;
        var version = (await session.Events.FetchStreamStateAsync(StreamKey.Town, ct))?.Version ?? 0;
        if (version == seen.Version) return seen.Book;
        var history = await session.Events.FetchStreamAsync(StreamKey.Town, version, token: ct);
        var read = new Known(version, Fold(history.Select(e => (TownEvent)e.Data)));
        known = read;
        return read.Book;
    }

    public static RuleBook Fold(IEnumerable<TownEvent> history) => history.Aggregate(Blank, (book, e) => e switch
    {
        TownNamed x => book with { Town = x.Settings },
        MattersSet x => book with
        {
            MatterRows = x.Matters,
            Matters = x.Matters.GroupBy(m => m.Code).ToDictionary(m => m.Key, m => m.MaxBy(row => row.From ?? DateOnly.MinValue)!),
        },
        DeadlineRulesSet x => book with { Deadlines = new(x.Rules) },
        HolidaysSet x => book with { Holidays = HolidayTable.Of(x.Holidays) },
        ObligationsSet x => book with { Obligations = x.Obligations },
        AccountsSet x => book with { Accounts = new(x.Accounts) },
        FindingCodesSet x => book with { Findings = x.Findings },
        PercentLimitsSet x => book with { Limits = x.Limits },
        VillageRegistered x => book with { Villages = book.Villages.ToImmutableDictionary().SetItem(x.Village.Code, x.Village) },
        _ => book,
    });
}
