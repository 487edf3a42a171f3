using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Contracts.Escrow.Cover;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Months;

/// <summary>Looks up what vouchers name, each once.</summary>
internal static class BehindVouchers
{
    public static async Task<Behind> OfAsync(Entry entry, IReadOnlyList<Voucher> vouchers)
    {
        var decisions = new Dictionary<DeliberationId, Deliberation>();
        var declarations = new Dictionary<DeclarationNumber, Declaration>();
        foreach (var id in vouchers.Select(v => v.Deliberation).OfType<DeliberationId>().Distinct())
            decisions[id] = (await entry.LoadAsync(StreamKey.Of(id), DeliberationDecider.Law)).State;
        foreach (var number in vouchers.Select(v => v.Declaration).OfType<DeclarationNumber>().Distinct())
        {
            if (await NumberedAsync(entry, number) is { } id)
                declarations[number] = (await entry.LoadAsync(StreamKey.Of(id), DeclarationDecider.Law)).State;
        }
        return new(decisions, declarations);
    }

    /// <summary>The n-th number of a year is the n-th event of its stream; null where it has not been taken.</summary>
    private static async Task<DeclarationId?> NumberedAsync(Entry entry, DeclarationNumber number)
    {
        var key = StreamKey.Numbers(number.Year);
        if (number.Prefix != entry.Rules.Town.NumberPrefix || await entry.VersionAsync(key) < number.Ordinal) return null;
        var taken = await entry.Documents.Events.FetchStreamAsync(key, version: number.Ordinal, token: entry.Cancelled);
        return taken[^1].Data is NumberTaken x ? x.Declaration : null;
    }
}
