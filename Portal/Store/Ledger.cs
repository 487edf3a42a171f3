using Marten;
using Transparency.Contracts;
using Transparency.Portal.Disk;

namespace Transparency.Portal.Store;

/// <summary>Who writes, as kept beside the events.</summary>
/// <param name="Via"><c>office</c>, <c>import</c>, <c>scenario</c>, <c>job</c>, <c>public</c></param>
public sealed record Writer(string Actor, string Via, string? Correlation = null);

/// <summary>
/// The one door through which anything is written. An act loads its streams, decides, and appends with the versions it saw;
/// when somebody else was faster, it loads and decides again. So an act that carries a seen version is refused as stale,
/// and one that is pinned by a hash is refused only when the hash moved.
/// </summary>
public sealed class Ledger(IDocumentStore store, StoreKinds kinds, RulesInForce rules, ILogger<Ledger> log)
{
    /// <summary>At each round one of those who collide gets through, so this many may open windows in the same moment.</summary>
    private const int Attempts = 30;

    public IDocumentStore Store => store;

    /// <summary>By which every act is decided.</summary>
    public RulesInForce Rules => rules;

    /// <summary>Whether anything stands in this folder of the published tree, whichever store it was made from.</summary>
    public required Func<string, bool> StandsInPublic { get; init; }

    /// <summary>By which identity numbers are compared.</summary>
    public required IdentityKey Identity { get; init; }

    /// <param name="act">runs once per attempt: it may touch nothing but the entry</param>
    public async Task<Outcome> WriteAsync(Writer by, Func<Entry, Task<Refusal?>> act, CancellationToken ct = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return Logged(by, await AttemptAsync(by, act, ct));
            }
            catch (Exception fault) when (StoreFault.Of(fault) is { } why)
            {
                if (why.Nature == Nature.Moved && attempt < Attempts) continue;
                log.LogWarning("{Actor} via {Via}: {Code} after {Attempts} attempts", by.Actor, by.Via, why.Code, attempt);
                return new Outcome.Refused(why);
            }
        }
    }

    private async Task<Outcome> AttemptAsync(Writer by, Func<Entry, Task<Refusal?>> act, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        session.LastModifiedBy = by.Actor;
        session.CorrelationId = by.Correlation;
        session.SetHeader("via", by.Via);
        var entry = new Entry(session, await rules.ReadAsync(session, ct), StandsInPublic, Identity, ct);
        if (await act(entry) is { } no) return new Outcome.Refused(no);
        await session.SaveChangesAsync(ct);
        return new Outcome.Done(entry.Moved);
    }

    private Outcome Logged(Writer by, Outcome outcome)
    {
        if (outcome is Outcome.Done { Moved: { Count: > 0 } moved })
            log.Log(LevelOf(by), "{Actor} via {Via}: {Streams}", by.Actor, by.Via, string.Join(' ', moved.Select(InLog)));
        if (outcome is Outcome.Refused { Why: var why })
            log.Log(LevelOf(by), "{Actor} via {Via}: refused {Code}", by.Actor, by.Via, why.Code);
        return outcome;
    }

    /// <summary>A file that is brought in says by itself what came of its lines.</summary>
    private static LogLevel LevelOf(Writer by) => by.Via is "import" or "scenario" ? LogLevel.Debug : LogLevel.Information;

    private string InLog(StreamMoved moved) => kinds.IsSealed(moved.Stream) ? "under-seal" : $"{moved.Stream}@{moved.Version}";
}
