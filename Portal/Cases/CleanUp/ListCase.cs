using Transparency.Contracts.Agreements;
using Transparency.Contracts.Agreements.CleanUp;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.CleanUp;

/// <summary>登记: takes the agreement as its working copy stands now. From here on the case is public.</summary>
public static class ListCase
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct) =>
        WriteCleanUp.ActAsync(ledger, r, new Fields(r.Fields), async (entry, key) =>
        {
            var drive = await entry.LoadAsync(StreamKey.Of(key.Drive), DriveDecider.Law);
            var agreement = await entry.LoadAsync(StreamKey.Of(key.Agreement), AgreementDecider.Law);
            return new CleanUpCommand.List(drive.State, key.Agreement, agreement.State, r.By, r.At);
        }, ct);
}
