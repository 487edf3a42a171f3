using Transparency.Contracts;
using Transparency.Publishing.Tree;

namespace Transparency.Portal.Press;

/// <summary>
/// What could not be made in the last runs, by the path of an output or the name of a part. A change that touches it, and each minute's
/// comparison, tries it again.
/// </summary>
internal sealed class Failing
{
    private readonly Dictionary<string, Refusal> known = new(StringComparer.Ordinal);

    public IReadOnlyList<Refusal> All => [.. known.OrderBy(x => x.Key, StringComparer.Ordinal).Select(x => x.Value)];

    public IReadOnlySet<string> Names => known.Keys.ToHashSet(StringComparer.Ordinal);

    /// <param name="triedAll">whether the run tried everything that failed before</param>
    /// <returns>what fails for the first time; whether nothing does any more, and something did</returns>
    public (IReadOnlyList<Refusal> New, bool Repaired) Next(PublicationPlan plan, TreeRun run, bool triedAll)
    {
        var before = Names;
        if (triedAll) known.Clear();
        foreach (var output in plan.Outputs) known.Remove(output.Path);
        foreach (var why in plan.Attempts.Failed) known[(string)why.Arguments[0]] = why;
        foreach (var (path, why) in run.Failed) known[path] = why;
        return ([.. All.Where(why => !before.Contains((string)why.Arguments[0]))], before.Count > 0 && known.Count == 0);
    }
}
