using Marten;
using Transparency.Contracts;
using Transparency.Portal.Store;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;

namespace Transparency.Portal.Cases.Acts;

/// <summary>
/// A public number stands for one matter. Behind a tree that is ahead of its store (a backup was restored, the loss is not accepted yet)
/// numbers that the public has seen are free in the store: they are refused as <c>number.waits</c>.
/// </summary>
internal static class PublicNumber
{
    /// <returns><c>number.waits</c>; <c>number.taken</c> when an agreement has it</returns>
    public static Task<Refusal?> TakenAsync(Entry entry, TenderId tender) =>
        TakenAsync(entry, tender.Value, StreamKey.Of(tender), StreamKey.Of(new AgreementId(tender.Value)));

    /// <returns><c>number.waits</c>; <c>number.taken</c> when a tender has it</returns>
    public static Task<Refusal?> TakenAsync(Entry entry, AgreementId agreement) =>
        TakenAsync(entry, agreement.Value, StreamKey.Of(agreement), StreamKey.Of(new TenderId(agreement.Value)));

    /// <summary>Null, or <c>number.waits</c> when something stands in public that this store does not know of.</summary>
    /// <param name="number">as it is told</param>
    /// <param name="folders">of the tree, each ending with a slash: where a case of this number would stand</param>
    public static async Task<Refusal?> WaitsAsync(Entry entry, string number, params IReadOnlyList<string> folders)
    {
        if (folders.FirstOrDefault(entry.StandsInPublic) is not { } shown) return null;
        var losses = await entry.Documents.Query<LossOnRegister>().ToListAsync(entry.Cancelled);
        return losses.Any(loss => loss.Pages.Contains($"{shown}index.html")) ? null : Refusal.Wait("number.waits", number);
    }

    // Two who take it at once write to different streams, so only a lock keeps them apart.
    private static async Task<Refusal?> TakenAsync(Entry entry, string number, string stream, string otherStream)
    {
        await entry.LockAsync($"number/{number}", shared: false);
        if (await entry.VersionAsync(otherStream) > 0) return Refusal.Mend(null, "number.taken", number);
        var waits = await WaitsAsync(
            entry, number, SiteMap.AgreementFolder(new AgreementId(number)), SiteMap.TenderFolder(new TenderId(number)));
        return waits is not null && await entry.VersionAsync(stream) == 0 ? waits : null;
    }
}
