using Transparency.Contracts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Access;

/// <summary>
/// Who sets a store up appoints its first officers, all or none; into a store that has officers the same is a proposal, which another
/// administrator confirms.
/// </summary>
public static class AppointOfficer
{
    public static Task<Outcome> RunAsync(
        Ledger ledger, IReadOnlyList<Appointment> appointments, Writer by, DateTimeOffset at, CancellationToken ct = default) =>
        ledger.WriteAsync(by, async entry =>
        {
            await Personnel.LockAsync(entry);
            var personnel = await Personnel.LoadAsync(entry);
            foreach (var a in appointments)
                if (await personnel.ProposeAsync(a, Officer.System, at) is { } no) return no;
            return null;
        }, ct);
}
