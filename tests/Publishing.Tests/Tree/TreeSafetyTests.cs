using Transparency.Publishing.Tree;
using Transparency.Samples;

namespace Transparency.Publishing.Tests.Tree;

/// <summary>What a run must never do to a folder that is not, or not only, its own.</summary>
public sealed class TreeSafetyTests : IDisposable
{
    private readonly TreeFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("letter.txt", "dear")]
    [InlineData("checkpoint", "weights of a model")]
    [InlineData("manifests/deployment.json", "{}")]
    [InlineData(".profile", "umask 022")]
    public void A_foreign_folder_is_refused_and_left_alone(string file, string words)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder[file])!);
        File.WriteAllText(folder[file], words);
        File.WriteAllText(folder[".sunshine-letter.txt.tmp"], words);
        var before = folder.Everything();

        var tree = new PublishedTree(folder.Root);

        Assert.Equal(Refused.As("tree.foreign-folder", folder.Root), tree.Scan());
        Assert.Throws<InvalidOperationException>(() => tree.Files);
        Assert.Equal(before, folder.Everything());
    }

    [Fact]
    public void A_tree_with_a_broken_checkpoint_is_known_by_its_manifests()
    {
        folder.Publish(("index.html", "home"));
        File.WriteAllText(folder["checkpoint"], "garbage");

        Assert.True(folder.Publish(("index.html", "home")).CheckpointWritten);
    }

    [Fact]
    public void A_first_run_that_lost_power_is_known_by_what_is_left_of_its_manifests()
    {
        Directory.CreateDirectory(folder["manifests"]);
        File.WriteAllText(folder["manifests/site.json"], "");
        File.WriteAllText(folder["index.html"], "");

        Assert.Equal(1, folder.Publish(("index.html", "home")).Written);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_a_failure()
    {
        var tree = new PublishedTree("/proc/site");
        Assert.Null(tree.Scan());

        var run = tree.Apply(WholeTree.Steps(tree.Files, [TreeFolder.Page("index.html", "home")], TreeFolder.First));

        Assert.Equal(Refused.As("tree.not-writable", "/proc/site", "No such file or directory"), run.Failure);
        Assert.True(run.WroteNothing());
    }

    [Fact]
    public void A_file_in_place_of_the_folder_is_refused()
    {
        File.WriteAllText(folder.Root, "");
        Assert.Equal(Refused.As("tree.not-writable", folder.Root, "Not a directory"), new PublishedTree(folder.Root).Scan());
    }

    [Fact]
    public void A_file_in_place_of_a_folder_stops_the_run_and_pages_stay_whole()
    {
        folder.Publish(("index.html", "old"), ("villages", "a file"));
        var tree = folder.Opened();

        var run = tree.Apply(WholeTree.Steps(tree.Files, [TreeFolder.Page("index.html", "new"), TreeFolder.Page("villages/04/a/index.html", "1")], TreeFolder.First));

        Assert.Equal(Refused.As("tree.not-writable", "villages", "File exists"), run.Failure);
        Assert.Equal("old", File.ReadAllText(folder["index.html"]));
        folder.AssertSound();
    }

    [Fact]
    public void A_write_that_fails_at_its_last_step_leaves_no_half_of_a_file()
    {
        // A target that is a folder cannot be replaced by a file: the write has been done, the last step fails.
        folder.Publish(("index.html", "home"), ("a/b.json", "1"));
        var tree = folder.Opened();

        var run = tree.Apply(WholeTree.Steps(tree.Files, [TreeFolder.Page("a", "a file now")], path => path != "none", TreeFolder.First));

        Assert.Equal(Refused.As("tree.not-writable", "a", "Is a directory"), run.Failure);
        folder.Publish(("index.html", "home"), ("a/b.json", "1"));
        Assert.Equal(["a/b.json", "index.html"], folder.PublicFiles().Keys);
    }

    [Fact]
    public void A_link_out_of_the_tree_is_not_followed()
    {
        Directory.CreateDirectory(folder.Outside);
        File.WriteAllText($"{folder.Outside}/deed.html", "private");
        folder.Publish(("index.html", "home"));
        Directory.CreateSymbolicLink(folder["declarations"], folder.Outside);
        File.CreateSymbolicLink(folder["deed.html"], $"{folder.Outside}/deed.html");

        var tree = folder.Opened();
        Assert.Equal(["index.html"], tree.Files.Keys);
        Assert.Null(tree.Apply(WholeTree.Steps(tree.Files, [], TreeFolder.First)).Failure);
        Assert.Equal([Refused.As("tree.unlisted", "declarations"), Refused.As("tree.unlisted", "deed.html")], folder.Findings());

        tree = folder.Opened();
        var run = tree.Apply(WholeTree.Steps(tree.Files, [TreeFolder.Page("declarations/2026/index.html", "list")], TreeFolder.First));
        Assert.Equal(Refused.As("tree.not-writable", "declarations", "File exists"), run.Failure);
        Assert.Equal([$"{folder.Outside}/deed.html"], Directory.GetFileSystemEntries(folder.Outside));
    }

    [Fact]
    public void A_page_takes_the_place_of_a_link_and_not_of_what_it_points_to()
    {
        Directory.CreateDirectory(folder.Outside);
        File.WriteAllText($"{folder.Outside}/deed.html", "private");
        folder.Publish(("index.html", "home"));
        File.CreateSymbolicLink(folder["deed.html"], $"{folder.Outside}/deed.html");

        folder.Publish(("index.html", "home"), ("deed.html", "public"));

        Assert.Equal("private", File.ReadAllText($"{folder.Outside}/deed.html"));
        Assert.Equal("public", File.ReadAllText(folder["deed.html"]));
    }

    [Fact]
    public void Hidden_files_stay_and_known_ones_go()
    {
        folder.Publish(("index.html", "home"), ("old/index.html", "old"));
        Directory.CreateDirectory(folder[".git"]);
        File.WriteAllText(folder[".git/config"], "mine");
        File.WriteAllText(folder["old/.sunshine-index.html.tmp"], "half");
        File.WriteAllText(folder["stray.html"], "of a run that died");

        var tree = folder.Opened();
        tree.Apply(WholeTree.Steps(tree.Files, [TreeFolder.Page("index.html", "home")], TreeFolder.First));

        Assert.Equal([".git/config", "index.html"], folder.PublicFiles().Keys);
        Assert.False(Directory.Exists(folder["old"]));
    }
}
