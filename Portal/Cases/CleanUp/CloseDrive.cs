using Transparency.Contracts.Agreements.CleanUp;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.CleanUp;

/// <summary>清理结束: no further agreement is listed; what is listed is carried to its end.</summary>
public static class CloseDrive
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct) =>
        WriteCleanUp.DriveAsync(ledger, r, new Fields(r.Fields), _ => new DriveCommand.Close(r.By, r.At), ct);
}
