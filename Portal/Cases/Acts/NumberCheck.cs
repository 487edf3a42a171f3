using Transparency.Contracts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Acts;

/// <summary>A public number as one event has it.</summary>
/// <param name="Series">key of the stream that counts them</param>
/// <param name="Holder">key of the case's stream</param>
/// <param name="Words">as it is printed; the series and the ordinal when not given</param>
public sealed record NumberSeen(string Series, int Ordinal, string Holder, string? Words = null);

/// <summary>Public numbers: per series 1, 2, 3… without a gap, each carried by exactly the case that took it.</summary>
/// <param name="taking">null for events that take none</param>
/// <param name="carrying">the event by which a case first bears its number; null for others</param>
internal sealed class NumberCheck(Func<StoredEvent, NumberSeen?> taking, Func<StoredEvent, NumberSeen?> carrying) : IStoreCheck
{
    private readonly Dictionary<(string Series, int Ordinal), string> taken = [];
    private readonly Dictionary<(string Series, int Ordinal), string> carried = [];
    private readonly List<Refusal> findings = [];

    public IEnumerable<Refusal> Next(StoredEvent e)
    {
        if (taking(e) is { } t && !(t.Ordinal == e.Version && taken.TryAdd((t.Series, t.Ordinal), t.Holder)))
            findings.Add(Refusal.Mend(null, "check.number-gap", t.Series, t.Ordinal));
        if (carrying(e) is { } c && !carried.TryAdd((c.Series, c.Ordinal), c.Holder))
            findings.Add(Refusal.Mend(null, "check.number-twice", c.Words ?? $"{c.Series} {c.Ordinal}"));
        return [];
    }

    public IEnumerable<Refusal> Findings() => findings.Concat(
        taken.Keys.Union(carried.Keys).Where(n => taken.GetValueOrDefault(n) != carried.GetValueOrDefault(n)).Order()
            .Select(n => Refusal.Mend(null, "check.number-differs", n.Series, n.Ordinal)));
}
