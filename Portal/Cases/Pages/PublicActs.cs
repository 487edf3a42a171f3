using Transparency.Portal.Store;
using Transparency.Publishing.Site.Kinds;

namespace Transparency.Portal.Cases.Pages;

/// <summary>Those acts of a case of which the public is told: each that changes its row of the register.</summary>
internal static class PublicActs
{
    /// <param name="history">of one stream or several, each from its beginning</param>
    public static IReadOnlyList<Happening> In(IReadOnlyList<Happening> history)
    {
        var rows = new Dictionary<(string Stream, PublicKind Kind), object?>();
        return [.. history.Where(IsTold)];

        bool IsTold(Happening h)
        {
            var told = false;
            foreach (var kind in PublicKinds.All.Where(kind => kind.Stream == StreamKey.KindOf(h.Stream)))
            {
                var before = rows.GetValueOrDefault((h.Stream, kind));
                var after = rows[(h.Stream, kind)] = kind.Evolve(before, h.Stream, h.Event);
                told |= !ReferenceEquals(before, after);
            }
            return told;
        }
    }
}
