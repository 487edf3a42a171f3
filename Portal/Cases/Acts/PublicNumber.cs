using Transparency.Contracts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Acts;

/// <summary>A public number stands for a tender or for an agreement, never for both.</summary>
internal static class PublicNumber
{
    public static Task<Refusal?> TakenAsync(Entry entry, TenderId tender) =>
        TakenAsync(entry, tender.Value, StreamKey.Of(new AgreementId(tender.Value)));

    public static Task<Refusal?> TakenAsync(Entry entry, AgreementId agreement) =>
        TakenAsync(entry, agreement.Value, StreamKey.Of(new TenderId(agreement.Value)));

    // Two who take it at once write to different streams, so only a lock keeps them apart.
    private static async Task<Refusal?> TakenAsync(Entry entry, string number, string otherStream)
    {
        await entry.LockAsync($"number/{number}", shared: false);
        return await entry.VersionAsync(otherStream) > 0 ? Refusal.Mend(null, "number.taken", number) : null;
    }
}
