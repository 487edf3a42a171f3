using Transparency.Publishing.Site;
using Transparency.Publishing.Tree;

namespace Transparency.Publishing.Tests.Tree;

/// <summary>A change told by what should stand afterwards, as the publisher finds what leaves by the rows.</summary>
internal static class WholeTree
{
    /// <summary>What stands and is not desired is removed; an output that is not desired is left out.</summary>
    public static IReadOnlyList<TreeStep> Steps(IReadOnlyDictionary<string, PublishedFile> current, IEnumerable<Output> outputs, Func<string, bool> isDesired, Imprint imprint)
    {
        var leaving = current.Keys.Where(path => !isDesired(path)).ToHashSet(StringComparer.Ordinal);
        return TreeDiff.Steps(outputs.Where(output => isDesired(output.Path)), leaving, imprint);
    }

    /// <summary>What none of the outputs makes is removed.</summary>
    public static IReadOnlyList<TreeStep> Steps(IReadOnlyDictionary<string, PublishedFile> current, IEnumerable<Output> all, Imprint imprint)
    {
        var outputs = all.ToList();
        var paths = outputs.Select(output => output.Path).ToHashSet(StringComparer.Ordinal);
        return Steps(current, outputs, paths.Contains, imprint);
    }

    /// <summary>No byte of the folder was touched.</summary>
    public static bool WroteNothing(this TreeRun run) => run.Written + run.Removed + run.ManifestsChanged == 0 && !run.CheckpointWritten;
}
