using CsCheck;
using Transparency.Publishing.Tree;
using Transparency.Samples;

namespace Transparency.Publishing.Tests.Tree;

/// <summary>Random histories of a tree: whatever ran before and wherever it stopped, the next run gives the desired files.</summary>
public sealed class TreeCrashTests
{
    private static readonly string[] Paths =
    [
        "index.html", "feed.atom", "assets/site.css", "data/rent-2026.csv", "calendar/index.html", "en/index.html",
        "declarations/2026/index.html", "declarations/2026/0012/index.html", "declarations/2026/0012/notice.json",
        "declarations/2026/0012/notice.pdf", "declarations/2026/0012/e/1/index.html", "declarations/2026/0012/e/1/notice.json",
        "declarations/2026/0012/e/1/notice.pdf", "declarations/2026/0077/index.html", "declarations/2026/0077/notice.json",
        "en/declarations/2026/0012/index.html", "villages/04/index.html", "villages/04/escrow/2026-08/index.html",
        "villages/04/escrow/2026-08/statement.csv", "agreements/04-2026-W-0003/index.html", "files/9f00aa.jpg",
    ];

    private static readonly Gen<Dictionary<string, string>> Desired =
        Gen.Int[0, 3].Array[Paths.Length].Select(versions => Paths.Zip(versions)
            .Where(page => page.Second > 0)
            .ToDictionary(page => page.First, page => IsKept(page.First) ? page.First : $"{page.First} {page.Second}"));

    private static readonly Gen<Imprint> Imprints =
        Gen.Select(Gen.Long[0, 3], Gen.Int[1, 3], (edition, day) => new Imprint(edition, new DateOnly(2026, 9, day), "1.0/1"));

    private static readonly Gen<History> Histories =
        Gen.Select(Desired, Imprints, Gen.Int[0, 60], Gen.Int[0, 40], (desired, imprint, stop, torn) => new History(desired, imprint, stop, torn));

    [Fact]
    public void After_any_crash_a_normal_run_repairs_the_tree() => Gen.Select(Histories.Array[0, 4], Desired, Imprints).Sample((crashes, desired, imprint) =>
    {
        using var folder = new TreeFolder();
        foreach (var crash in crashes)
        {
            Crash(folder, crash);
        }

        var run = folder.Publish(TreeFolder.Pages(desired), imprint);

        Assert.Empty(run.Findings);
        Assert.Equal(new SortedDictionary<string, string>(desired, StringComparer.Ordinal), folder.PublicFiles());
        Assert.All(folder.EmptyFolders(), empty => Assert.Equal("manifests", Path.GetFileName(empty)));
        Assert.Equal(Fresh(desired, imprint), folder.Everything());
        Assert.True(folder.Publish(TreeFolder.Pages(desired), imprint).WroteNothing());
    }, iter: Amount.OfRandom(150));

    [Fact]
    public void Publishing_what_changed_gives_the_tree_of_publishing_all() => Gen.Select(Desired, Imprints).Array[1, 5].Sample(history =>
    {
        using var folder = new TreeFolder();
        var tree = folder.Opened();
        var before = new Dictionary<string, string>();
        foreach (var (desired, imprint) in history)
        {
            var changed = TreeFolder.Pages(desired.Where(page => before.GetValueOrDefault(page.Key) != page.Value));
            var run = tree.Apply(WholeTree.Steps(tree.Files, changed, desired.ContainsKey, imprint));

            Assert.Null(run.Failure);
            Assert.Equal(changed.Count, run.Written);
            Assert.Equal(before.Keys.Except(desired.Keys).Count(), run.Removed);
            folder.AssertSound();
            Assert.Equal(Fresh(desired, imprint), folder.Everything());
            before = desired;
        }
    }, iter: Amount.OfRandom(100));

    [Fact]
    public void A_checkpoint_never_points_to_files_that_do_not_stand_yet() => Gen.Select(Desired, Desired, Gen.Int[0, 60]).Sample((first, second, stop) =>
    {
        using var folder = new TreeFolder();
        folder.Publish(TreeFolder.Pages(first));
        var steps = Stopped(folder.Opened(), new History(second, TreeFolder.First with { Edition = 2 }, stop, 0), out var tree);
        Assert.Null(tree.Apply(steps).Failure);

        bool isNew = File.ReadAllText(folder["checkpoint"]).Contains("edition 2", StringComparison.Ordinal);
        Assert.Equal(steps.Any(step => step is TreeStep.WriteCheckpoint), isNew);
        Assert.True(!isNew || folder.Findings().All(finding => finding.Code is "tree.unlisted" or "tree.root-mismatch"));
        Assert.True(isNew || first.Keys.All(path => File.Exists(folder[path])));
    }, iter: Amount.OfRandom(100));

    private static void Crash(TreeFolder folder, History crash)
    {
        var steps = Stopped(folder.Opened(), crash, out var tree);
        Assert.Null(tree.Apply(steps).Failure);

        // What else a power cut leaves: a temporary file, and a file that has its name but not its bytes.
        File.WriteAllText(folder["manifests/.sunshine-site.json.tmp"], "half");
        var files = folder.Everything().Keys.Where(path => !IsKept(path)).ToList();
        if (crash.Torn < files.Count)
        {
            File.WriteAllText(folder[files[crash.Torn]], "");
        }
    }

    private static List<TreeStep> Stopped(PublishedTree opened, History crash, out PublishedTree tree)
    {
        tree = opened;
        return [.. WholeTree.Steps(tree.Files, TreeFolder.Pages(crash.Desired), crash.Imprint).Take(crash.Stop)];
    }

    private static SortedDictionary<string, string> Fresh(Dictionary<string, string> desired, Imprint imprint)
    {
        using var folder = new TreeFolder();
        folder.Publish(TreeFolder.Pages(desired), imprint);
        return folder.Everything();
    }

    // The words of a frozen file are a function of its path in these histories; a change of them is tested by itself.
    private static bool IsKept(string path) => path.Contains("/e/1/notice.", StringComparison.Ordinal);

    private sealed record History(Dictionary<string, string> Desired, Imprint Imprint, int Stop, int Torn);
}
