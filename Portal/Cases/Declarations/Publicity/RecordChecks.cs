using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Publicity;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Declarations.Publicity;

/// <summary>What was found at one moment.</summary>
/// <param name="Served">SHA-256 of the notice.json that was served; null when nothing was</param>
/// <param name="Status">of the HTTP answer; null for none</param>
public sealed record Found(DateTimeOffset At, CheckResult Result, ContentHash? Served, int? Status);

/// <summary>
/// Puts looks at a window's page on record, on a stream of the window's own, so that no act on the declaration is held up by them.
/// </summary>
public static class RecordChecks
{
    /// <param name="found">oldest first; those whose three hours have one already are passed over</param>
    public static Task<Outcome> RunAsync(
        Ledger ledger, DeclarationId id, string via, IReadOnlyList<Found> found, CancellationToken ct = default) =>
        ledger.WriteAsync(new(Officer.System.Id.Value, via), async entry =>
        {
            // Shared, as objections take it: a window that is being closed gets no further look.
            await entry.LockAsync(StreamKey.Of(id), shared: true);
            var declaration = await entry.LoadAsync(id);
            if (declaration.State is not Declaration.Known known) return Refusal.NotNow("declaration.unknown");
            var checks = await entry.LoadAsync(StreamKey.Publicity(id, known.Case.Round), PublicityDecider.Law);
            var (state, made) = (checks.State, new List<PublicityChecked>());
            foreach (var one in found)
            {
                var look = new RecordCheck(declaration.State, one.Result, one.Served, one.Status, Officer.System, one.At);
                switch (PublicityDecider.Law.Decide(entry.Rules, state, look))
                {
                    case Decision<PublicityChecked>.Refused { Why.Nature: Nature.Twice }: continue;
                    case Decision<PublicityChecked>.Refused no: return no.Why;
                    case Decision<PublicityChecked>.Accepted yes:
                        made.AddRange(yes.Events);
                        state = yes.Events.Aggregate(state, PublicityDecider.Law.Evolve);
                        break;
                }
            }
            entry.Append(checks.Key, checks.Version, [.. made]);
            return null;
        }, ct);
}
