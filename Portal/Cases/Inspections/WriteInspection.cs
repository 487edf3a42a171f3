using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Escrow.Inspections;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Inspections;

/// <summary>What acts on an inspection have in common: read the subject, load, compare what was seen, decide.</summary>
internal static class WriteInspection
{
    /// <summary>An act on the whole of it.</summary>
    public static Task<Outcome> WholeAsync(Ledger ledger, ActRequest r, Fields fields, Func<Entry, InspectionId, Task<InspectionCommand>> command, CancellationToken ct) =>
        InspectionKey.Parse(r.Subject) is not { Village: null } key ? Outcome.No(Refusal.Mend(null, "inspection.subject", r.Subject))
        : fields.Fault is { } no ? Outcome.No(no)
        : ledger.WriteAsync(r.Writer, async entry =>
        {
            var file = await entry.LoadAsync(StreamKey.Of(key.Id), InspectionDecider.Law);
            return r.Stale(file.Version) ?? entry.Decide(file, await command(entry, key.Id));
        }, ct);

    public static Task<Outcome> WholeAsync(Ledger ledger, ActRequest r, Fields fields, InspectionCommand command, CancellationToken ct) =>
        WholeAsync(ledger, r, fields, (_, _) => Task.FromResult(command), ct);

    /// <summary>An act on one drawn village, whose command may ask who acted there.</summary>
    /// <param name="pinned">carries the hash of what was seen, so a moved version alone does not refuse it</param>
    public static Task<Outcome> VillageAsync(Ledger ledger, ActRequest r, Fields fields, Func<VillageCode, IReadOnlySet<PersonId>, InspectionCommand> command, CancellationToken ct, bool pinned = false) =>
        InspectionKey.Parse(r.Subject) is not { Village: { } village } key ? Outcome.No(Refusal.Mend(null, "inspection.subject-village", r.Subject))
        : fields.Fault is { } no ? Outcome.No(no)
        : ledger.WriteAsync(r.Writer, async entry =>
        {
            var file = await entry.LoadAsync(StreamKey.Of(key.Id), InspectionDecider.Law);
            if (!pinned && r.Stale(file.Version) is { } stale) return stale;
            return entry.Decide(file, command(village, await WhoActed.OfAsync(entry.Documents, file.State, village, entry.Cancelled)));
        }, ct);

    /// <summary>What confirming must carry; null when nothing waits for it.</summary>
    public static async Task<ContentHash?> HashToPinAsync(IQuerySession session, RuleBook rules, string subject, CancellationToken ct) =>
        InspectionKey.Parse(subject) is { Village: { } village } key
        && (await Entry.LoadAsync(session, StreamKey.Of(key.Id), InspectionDecider.Law, ct)).State is Inspection.Running running
        && running.Of(village)?.Check is VillageCheck.Recorded recorded ? recorded.Result.Hash : null;
}
