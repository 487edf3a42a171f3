using System.Collections.Concurrent;
using Transparency.Contracts;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Tree;

namespace Transparency.Portal.Press;

/// <summary>
/// What could not be made in the last runs, by the path of an output or the name of a part. A change that touches it, and each minute's
/// comparison, tries it again.
/// </summary>
internal sealed class Failing
{
    private readonly Dictionary<string, Refusal> known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Refusal> sheets = new(StringComparer.Ordinal);

    public IReadOnlyList<Refusal> All => [.. known.Concat(sheets).OrderBy(x => x.Key, StringComparer.Ordinal).Select(x => x.Value)];

    /// <summary>Of outputs and parts; a sheet is tried again as long as it is missing.</summary>
    public IReadOnlySet<string> Names => known.Keys.ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// What came of typesetting a sheet. A typesetter that is dead or not there is no fault of the sheet, nor is a store that is away.
    /// </summary>
    /// <returns>true for a sheet that fails for the first time</returns>
    public bool Tell(Sheet sheet, Refusal? why)
    {
        if (why is null) sheets.TryRemove(sheet.Path, out _);
        if (why is null or { Nature: Nature.Away } or { Code: "typesetter.dead" or "typesetter.missing" }) return false;
        var named = why.Code == "output.failed" ? why : Attempts.Failure(sheet.Path, why.Code);
        var isNew = !sheets.ContainsKey(sheet.Path);
        sheets[sheet.Path] = named;
        return isNew;
    }

    /// <summary>Forgets sheets that are no longer missing.</summary>
    public void Keep(IEnumerable<Sheet> missing)
    {
        foreach (var path in sheets.Keys.Except(missing.Select(sheet => sheet.Path))) sheets.TryRemove(path, out _);
    }

    /// <param name="triedAll">whether the run tried everything that failed before</param>
    /// <returns>what fails for the first time; whether nothing does any more, and something did</returns>
    public (IReadOnlyList<Refusal> New, bool Repaired) Next(PublicationPlan plan, TreeRun run, bool triedAll)
    {
        var before = Names;
        if (triedAll) known.Clear();
        foreach (var output in plan.Outputs) known.Remove(output.Path);
        foreach (var why in plan.Attempts.Failed) known[(string)why.Arguments[0]] = why;
        foreach (var (path, why) in run.Failed) known[path] = why;
        return ([.. known.Values.Where(why => !before.Contains((string)why.Arguments[0]))], before.Count > 0 && known.Count == 0);
    }
}
