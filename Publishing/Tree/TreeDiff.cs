using Transparency.Publishing.Site;

namespace Transparency.Publishing.Tree;

/// <summary>One thing to do to the tree. The order of the steps is what makes a crash harmless; see <see cref="TreeDiff"/>.</summary>
public abstract record TreeStep
{
    private TreeStep()
    {
    }

    /// <summary>Render, compare with what stands, write if it differs.</summary>
    public sealed record Put(Output Output) : TreeStep;

    /// <summary>Nothing after this step reaches the disk before what was written until now.</summary>
    public sealed record Flush : TreeStep;

    /// <summary>Write the manifests that have changed. Files that leave are listed no more, though they still stand.</summary>
    public sealed record WriteManifests(IReadOnlySet<string> Leaving) : TreeStep;

    /// <summary>Vouch for the manifests; flushed on its own. Not written if it would say the same again.</summary>
    public sealed record WriteCheckpoint(Imprint Imprint) : TreeStep;

    /// <summary>Remove the manifests that the checkpoint does not count: of parts that have no files any more.</summary>
    public sealed record RemoveManifests : TreeStep;

    public sealed record Remove(string Path) : TreeStep;

    /// <summary>Remove empty folders.</summary>
    public sealed record Sweep : TreeStep;
}

/// <summary>
/// The steps from the tree as it is to the tree as it should be. Pure: nothing is rendered or written here, so a test can
/// stop after any prefix. Leaves come before the pages that point to them, those before indexes, then manifests, then the
/// checkpoint; what is gone is removed when nothing points to it any more.
/// </summary>
public static class TreeDiff
{
    /// <summary>Steps for a change whose outputs are all known, so that the rest of the tree need not be looked at.</summary>
    /// <param name="leaving">paths that are desired no more, whether they stand or not; none of an output</param>
    /// <exception cref="ArgumentException">two outputs with one path, or a path that is not public: a fault of the program</exception>
    public static IReadOnlyList<TreeStep> Steps(IEnumerable<Output> outputs, IReadOnlySet<string> leaving, Imprint imprint)
    {
        var steps = new List<TreeStep>();
        foreach (var stage in ByStage(outputs))
        {
            steps.AddRange(stage.Select(output => new TreeStep.Put(output)));
            steps.Add(new TreeStep.Flush());
        }

        steps.Add(new TreeStep.WriteManifests(leaving));
        steps.Add(new TreeStep.Flush());
        steps.Add(new TreeStep.WriteCheckpoint(imprint));
        steps.Add(new TreeStep.RemoveManifests());
        steps.AddRange(PagesFirst(leaving).Select(path => new TreeStep.Remove(path)));
        steps.Add(new TreeStep.Sweep());
        steps.Add(new TreeStep.Flush());
        return steps;
    }

    private static IEnumerable<List<Output>> ByStage(IEnumerable<Output> outputs)
    {
        var stages = new SortedDictionary<Stage, List<Output>>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var output in outputs)
        {
            PublicPath.Check(output.Path);
            if (!seen.Add(output.Path))
            {
                throw new ArgumentException($"Two outputs for one path: '{output.Path}'", nameof(outputs));
            }

            if (!stages.TryGetValue(output.Stage, out var stage))
            {
                stages.Add(output.Stage, stage = []);
            }

            stage.Add(output);
        }

        return stages.Values;
    }

    // A page that leaves may point to a leaf that leaves.
    private static IEnumerable<string> PagesFirst(IEnumerable<string> leaving) =>
        leaving.OrderBy(path => path.EndsWith(".html", StringComparison.Ordinal) ? 0 : 1).ThenBy(path => path, StringComparer.Ordinal);
}
