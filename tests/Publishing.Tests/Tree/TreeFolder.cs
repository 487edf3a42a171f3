using System.Text;
using Transparency.Contracts;
using Transparency.Publishing.Site;
using Transparency.Publishing.Tree;

namespace Transparency.Publishing.Tests.Tree;

/// <summary>A site folder of a test's own, and the register's side of it: which paths are desired, with which words.</summary>
internal sealed class TreeFolder : IDisposable
{
    public static readonly Imprint First = new(1, new DateOnly(2026, 9, 18), "1.0/1");

    private readonly string parent = Directory.CreateDirectory(Path.Combine(Memory, Path.GetRandomFileName())).FullName;

    // The order of writing is what these tests are about, not the patience of a disk: hundreds of trees are flushed thousands of times.
    private static string Memory => Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();

    public string Root => $"{parent}/site";

    public string this[string path] => $"{Root}/{path}";

    /// <summary>A folder beside the tree, which no run may touch.</summary>
    public string Outside => $"{parent}/outside";

    public static Output Page(string path, string words) => new(path, StageOf(path), ["a record"], () => Encoding.UTF8.GetBytes(words));

    public static List<Output> Pages(IEnumerable<KeyValuePair<string, string>> wordsByPath) =>
        [.. wordsByPath.OrderBy(page => page.Key, StringComparer.Ordinal).Select(page => Page(page.Key, page.Value))];

    public PublishedTree Opened()
    {
        var tree = new PublishedTree(Root);
        Assert.Null(tree.Scan());
        return tree;
    }

    /// <summary>A whole run of a new process; the tree must be sound after it.</summary>
    public TreeRun Publish(IEnumerable<Output> all, Imprint? imprint = null)
    {
        var tree = Opened();
        var run = tree.Apply(WholeTree.Steps(tree.Files, all, imprint ?? First));
        Assert.Null(run.Failure);
        AssertSound();
        return run;
    }

    public TreeRun Publish(params (string Path, string Words)[] all) => Publish(all.Select(page => Page(page.Path, page.Words)));

    public List<Refusal> Findings() => [.. TreeVerifier.Verify(Root).Findings];

    public void AssertSound() => Assert.Empty(Findings());

    /// <summary>Every file of the folder with its words, manifests and checkpoint too.</summary>
    public SortedDictionary<string, string> Everything() => new(
        Directory.EnumerateFiles(Root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .ToDictionary(file => Path.GetRelativePath(Root, file), File.ReadAllText), StringComparer.Ordinal);

    /// <summary>The public files without what lists them.</summary>
    public SortedDictionary<string, string> PublicFiles() => new(
        Everything().Where(file => file.Key != "checkpoint" && !file.Key.StartsWith("manifests/", StringComparison.Ordinal)).ToDictionary(), StringComparer.Ordinal);

    public IEnumerable<string> EmptyFolders() =>
        Directory.EnumerateDirectories(Root, "*", SearchOption.AllDirectories).Where(folder => !Directory.EnumerateFileSystemEntries(folder).Any());

    public void Dispose() => Directory.Delete(parent, recursive: true);

    private static Stage StageOf(string path) =>
        !path.EndsWith(".html", StringComparison.Ordinal) || path.Contains("/e/", StringComparison.Ordinal) ? Stage.Leaf
        : path.Count(c => c == '/') > 2 ? Stage.Page : Stage.Index;
}
