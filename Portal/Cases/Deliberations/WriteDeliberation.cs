using Transparency.Contracts;
using Transparency.Contracts.Deliberations;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Files;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Deliberations;

/// <summary>What acts on a deliberation have in common: load, compare what was seen, decide.</summary>
internal static class WriteDeliberation
{
    /// <summary>An act whose command needs nothing but the request.</summary>
    public static Task<Outcome> ActAsync(Ledger ledger, ActRequest r, Fields fields, DeliberationCommand command, CancellationToken ct) =>
        ActAsync(ledger, r, fields, _ => Task.FromResult(command), ct);

    public static Task<Outcome> ActAsync(Ledger ledger, ActRequest r, Fields fields, Func<Entry, Task<DeliberationCommand>> command, CancellationToken ct) =>
        DeliberationId.Parse(r.Subject) is not { } id ? Outcome.No(Refusal.Mend(null, "deliberation.id", r.Subject))
        : fields.Fault is { } no ? Outcome.No(no)
        : ledger.WriteAsync(r.Writer, async entry =>
        {
            var file = await entry.LoadAsync(StreamKey.Of(id), DeliberationDecider.Law);
            var asked = await command(entry);
            return r.Stale(file.Version) ?? await StoredFiles.FaultInAsync(entry.Documents, asked.Files, entry.Cancelled) ?? entry.Decide(file, asked);
        }, ct);
}
