using Transparency.Contracts;
using Transparency.Contracts.Agreements.CleanUp;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.CleanUp;

/// <summary>What acts on drives and their cases have in common: read the subject, load, compare what was seen, decide.</summary>
internal static class WriteCleanUp
{
    public static Task<Outcome> ActAsync(Ledger ledger, ActRequest r, Fields fields, Func<Entry, CleanUpKey, Task<CleanUpCommand>> command, CancellationToken ct)
    {
        if (CleanUpKey.Parse(r.Subject) is not { } key) return Outcome.No(Refusal.Mend(null, "cleanup.subject", r.Subject));
        return fields.Fault is { } no ? Outcome.No(no) : ledger.WriteAsync(r.Writer, async entry =>
        {
            var file = await entry.LoadAsync(key.Stream, CleanUpDecider.Law);
            return r.Stale(file.Version) ?? entry.Decide(file, await command(entry, key));
        }, ct);
    }

    public static Task<Outcome> ActAsync(Ledger ledger, ActRequest r, Fields fields, CleanUpCommand command, CancellationToken ct) =>
        ActAsync(ledger, r, fields, (_, _) => Task.FromResult(command), ct);

    public static Task<Outcome> DriveAsync(Ledger ledger, ActRequest r, Fields fields, Func<DriveId, DriveCommand> command, CancellationToken ct)
    {
        if (DriveId.Parse(r.Subject) is not { } id) return Outcome.No(Refusal.Mend(null, "drive.id", r.Subject));
        return fields.Fault is { } no ? Outcome.No(no) : ledger.WriteAsync(r.Writer, async entry =>
        {
            var file = await entry.LoadAsync(StreamKey.Of(id), DriveDecider.Law);
            return r.Stale(file.Version) ?? entry.Decide(file, command(id));
        }, ct);
    }

    /// <summary>Codes parted by white space; a word that is none is named.</summary>
    public static IReadOnlyList<T> Codes<T>(Fields f, string name) where T : struct, Enum
    {
        var words = f.Line(name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.FirstOrDefault(w => CleanUpCode.Parse<T>(w) is null) is { } wrong) f.Refuse(name, wrong, name);
        return [.. words.Select(w => CleanUpCode.Parse<T>(w)).OfType<T>()];
    }
}
