using Transparency.Contracts;
using Transparency.Contracts.Deadlines;
using Transparency.Contracts.Town;
using Transparency.Portal.Store;
using Transparency.Publishing.Notices;

namespace Transparency.Portal.Town;

/// <summary>
/// The town's tables as they were last put on record are no looser than the law. An older program let such rows in, and a changed event may
/// hold one.
/// </summary>
public sealed class FloorCheck : IStoreCheck
{
    private readonly List<TownEvent> history = [];

    public IEnumerable<Refusal> Next(StoredEvent e)
    {
        if (e.Data is TownEvent happened) history.Add(happened);
        return [];
    }

    public IEnumerable<Refusal> Findings() => Of(RulesInForce.Fold(history));

    /// <returns><c>check.looser-than-law</c> for each row that is</returns>
    public static IEnumerable<Refusal> Of(RuleBook book)
    {
        var law = ReadFloors.Shipped;
        foreach (var (row, floor) in law.Under(book.Deadlines.Rows))
            yield return Looser(row.Code, DeadlineWords.Time(row), DeadlineWords.Time(floor), floor.Law);
        foreach (var (row, floor) in law.Beyond(book.Limits))
            yield return Looser(row.Code, ReadLimits.InWords(row), ReadLimits.InWords(floor), floor.Law);
        foreach (var (row, floor) in law.Seldom(book.Obligations))
            yield return Looser(row.Code, ReadObligations.InWords(row), ReadObligations.InWords(floor), floor.Law);
    }

    private static Refusal Looser(string code, Text recorded, Text demand, Text law) =>
        Refusal.Mend(null, "check.looser-than-law", code, recorded, demand, law);
}
