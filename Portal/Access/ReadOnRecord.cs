using Transparency.Contracts;
using Transparency.Contracts.Readings;
using Transparency.Portal.Store;

namespace Transparency.Portal.Access;

/// <summary>
/// Puts on record what an officer is about to be shown: letters, exports, files that are not public. Who calls it shows nothing before it
/// is done. Looked at again on the same day, nothing further is written.
/// </summary>
public static class ReadOnRecord
{
    /// <returns>null when all of it stands on record</returns>
    public static async Task<Refusal?> DoAsync(
        Ledger ledger, Officer by, DateTimeOffset at, IReadOnlyList<Reading> what, CancellationToken ct)
    {
        if (what.Count == 0) return null;
        var stream = StreamKey.Reading(by.Id, Month.Of(Shanghai.DayOf(at)));
        var outcome = await ledger.WriteAsync(new(by.Id.Value, "office"), async entry =>
        {
            var file = await entry.LoadAsync(stream, ReadingDecider.Law);
            foreach (var one in what)
            {
                if (entry.Decide(file, new RecordReading(one, by, at)) is { } no) return no;
                file = await entry.LoadAsync(stream, ReadingDecider.Law);
            }
            return null;
        }, ct);
        return outcome is Outcome.Refused { Why: var why } ? why : null;
    }
}
