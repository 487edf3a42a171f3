using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Declarations;

/// <summary>Public numbers: per year 1, 2, 3… without a gap, each carried by exactly the declaration that took it.</summary>
internal sealed class NumberCheck : IStoreCheck
{
    private readonly Dictionary<(string Year, int Ordinal), string> taken = [];
    private readonly Dictionary<(string Year, int Ordinal), string> carried = [];
    private readonly List<Refusal> findings = [];

    public IEnumerable<Refusal> Next(StoredEvent e)
    {
        if (e.Data is NumberTaken t)
        {
            var isNext = t.Ordinal == e.Version && taken.TryAdd((e.Stream, t.Ordinal), StreamKey.Of(t.Declaration));
            if (!isNext) findings.Add(Refusal.Mend(null, "check.number-gap", e.Stream, t.Ordinal));
        }
        if (e.Data is DeclarationWindowOpened { Round: 1 } x
            && !carried.TryAdd((StreamKey.Numbers(x.Number.Year), x.Number.Ordinal), e.Stream))
        {
            findings.Add(Refusal.Mend(null, "check.number-twice", x.Number.ToString()));
        }
        return [];
    }

    public IEnumerable<Refusal> Findings() => findings.Concat(
        taken.Keys.Union(carried.Keys).Where(n => taken.GetValueOrDefault(n) != carried.GetValueOrDefault(n)).Order()
            .Select(n => Refusal.Mend(null, "check.number-differs", n.Year, n.Ordinal)));
}
