using Transparency.Contracts;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Tenders;

using LoadedTender = Loaded<Tender, TenderCommand, TenderEvent>;

/// <summary>What acts on a tender have in common: load, compare what was seen, decide.</summary>
internal static class WriteTender
{
    public static TenderId IdOf(ActRequest r) => new(r.Subject);

    public static Task<LoadedTender> LoadAsync(this Entry entry, TenderId id) => entry.LoadAsync(StreamKey.Of(id), TenderDecider.Law);

    /// <summary>An act whose command needs nothing but the request.</summary>
    public static Task<Outcome> ActAsync(Ledger ledger, ActRequest r, Fields fields, TenderCommand command, CancellationToken ct) =>
        fields.Fault is { } no ? Outcome.No(no) : ledger.WriteAsync(r.Writer, async entry =>
        {
            var file = await entry.LoadAsync(IdOf(r));
            return r.Stale(file.Version) ?? entry.Decide(file, command);
        }, ct);

    /// <summary>An act that takes all offers: none can be entered while it runs.</summary>
    public static Task<Outcome> WithBidsAsync(
        Ledger ledger, ActRequest r, Fields fields, Func<IReadOnlyList<BidEntered>, TenderCommand> command, CancellationToken ct) =>
        fields.Fault is { } no ? Outcome.No(no) : ledger.WriteAsync(r.Writer, async entry =>
        {
            await entry.LockAsync(StreamKey.Of(IdOf(r)), shared: false);
            var file = await entry.LoadAsync(IdOf(r));
            if (r.Stale(file.Version) is { } stale) return stale;
            var bids = await BidInOffice.OfAsync(entry, IdOf(r));
            return entry.Decide(file, command([.. bids.Select(b => b.Offer)]));
        }, ct);

    /// <summary>A number stands for a tender or for an agreement, never for both.</summary>
    public static async Task<Refusal?> NumberTakenAsync(Entry entry, string number, string otherStream)
    {
        await entry.LockAsync($"number/{number}", shared: false);
        return await entry.VersionAsync(otherStream) > 0 ? Refusal.Mend(null, "number.taken", number) : null;
    }
}
