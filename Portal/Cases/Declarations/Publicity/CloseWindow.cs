using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Portal.Store;
using Transparency.Publishing.Register;

namespace Transparency.Portal.Cases.Declarations.Publicity;

/// <summary>公示期满: done by the minute's job as the system, never by a person and from no form.</summary>
public static class CloseWindow
{
    public static Task<Outcome> RunAsync(Ledger ledger, DeclarationId id, DateTimeOffset at, CancellationToken ct = default) =>
        ledger.WriteAsync(new(Officer.System.Id.Value, "job"), async entry =>
        {
            await entry.LockAsync(StreamKey.Of(id), shared: false);
            var file = await entry.LoadAsync(id);
            if (file.State is not Declaration.Known known) return Refusal.NotNow("declaration.unknown");
            return entry.Decide(file, new DeclarationCommand.CloseWindow(await Arrived.InRoundAsync(entry, known), Officer.System, at));
        }, ct);

    /// <summary>Closes every window that has ended at <paramref name="now"/>; safe to run at any time and twice.</summary>
    /// <returns>what was not closed and why, with the stream's key; empty as a rule</returns>
    public static async Task<IReadOnlyDictionary<string, Refusal>> AllEndedAsync(
        Ledger ledger, DateTimeOffset now, CancellationToken ct = default)
    {
        await using var session = ledger.Store.QuerySession();
        var open = await session.Query<DeclarationOnRegister>().Where(d => d.Status == PublicStatus.InPublicity).ToListAsync(ct);
        var failed = new Dictionary<string, Refusal>();
        foreach (var row in open.Where(d => d.Window.Ends <= now).OrderBy(d => d.Window.Ends).ThenBy(d => d.Id, StringComparer.Ordinal))
        {
            // Business time is the window's own end, not the moment the job came round: a late job writes the same history.
            if (await RunAsync(ledger, new(StreamKey.IdOf(row.Id)), row.Window.Ends, ct) is Outcome.Refused no) failed[row.Id] = no.Why;
        }
        return failed;
    }
}
