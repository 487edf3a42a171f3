using System.Globalization;
using System.Text;
using Transparency.Contracts;
using Transparency.Publishing.Site;
using Transparency.Publishing.Tree;
using Transparency.Samples;

namespace Transparency.Publishing.Tests.Tree;

public sealed class TreePublishTests : IDisposable
{
    private const string Edition = "declarations/2026/0012/e/1/notice.pdf";

    private readonly TreeFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Leaves_stand_before_pages_and_the_checkpoint_before_removals()
    {
        var current = new Dictionary<string, PublishedFile> { ["old/index.html"] = PublishedFile.Of("old"u8), ["old/a.json"] = PublishedFile.Of("old"u8) };
        var outputs = new[] { ("index.html", Stage.Index), ("b/c/index.html", Stage.Page), ("b/c/notice.json", Stage.Leaf) }
            .Select(file => new Output(file.Item1, file.Item2, [], () => []));

        Assert.Equal(
            ["put b/c/notice.json", "flush", "put b/c/index.html", "flush", "put index.html", "flush", "manifests", "flush", "checkpoint",
                "remove manifests", "remove old/index.html", "remove old/a.json", "sweep", "flush"],
            WholeTree.Steps(current, outputs, TreeFolder.First).Select(Spoken));
    }

    [Theory]
    [InlineData("/index.html")]
    [InlineData("a//b")]
    [InlineData("../index.html")]
    [InlineData("a/.hidden")]
    [InlineData("checkpoint")]
    [InlineData("manifests/site.json")]
    [InlineData("")]
    public void A_page_function_cannot_name_what_is_not_public(string path) =>
        Assert.Throws<ArgumentException>(() => WholeTree.Steps(new Dictionary<string, PublishedFile>(), [TreeFolder.Page(path, "")], TreeFolder.First));

    [Fact]
    public void Two_outputs_for_one_path_are_a_fault() =>
        Assert.Throws<ArgumentException>(() => WholeTree.Steps(
            new Dictionary<string, PublishedFile>(), [TreeFolder.Page("a", "1"), TreeFolder.Page("a", "2")], TreeFolder.First));

    [Fact]
    public void A_run_says_what_it_did()
    {
        var first = folder.Publish(("index.html", "home"), ("data/a.csv", "1"), ("data/b.csv", "1"));
        var second = folder.Publish(("index.html", "home"), ("data/a.csv", "2"));

        Assert.Equal((3, 0, 0, 2, true), (first.Written, first.Unchanged, first.Removed, first.ManifestsChanged, first.CheckpointWritten));
        Assert.Equal((1, 1, 1, 1, true), (second.Written, second.Unchanged, second.Removed, second.ManifestsChanged, second.CheckpointWritten));
        Assert.Equal(["checkpoint", "data/a.csv", "index.html", "manifests/data.json", "manifests/site.json"], folder.Everything().Keys);
    }

    [Fact]
    public void A_new_day_alone_writes_the_checkpoint_alone()
    {
        folder.Publish(("index.html", "home"));
        var run = folder.Publish([TreeFolder.Page("index.html", "home")], TreeFolder.First with { AsOf = new DateOnly(2026, 9, 19) });

        Assert.Equal((0, 0, 0, true), (run.Written, run.Removed, run.ManifestsChanged, run.CheckpointWritten));
    }

    [Fact]
    public void A_long_run_gives_the_tree_of_short_ones()
    {
        var all = Enumerable.Range(0, 700).Select(n => Numbered(n, n % 7 == 0 ? "e/1/notice.json" : "index.html")).ToList();
        folder.Publish(all);
        using var other = new TreeFolder();
        for (var n = 70; n < 700; n += 70)
        {
            other.Publish(all.Take(n));
        }

        other.Publish(all);
        Assert.Equal(folder.Everything(), other.Everything());
    }

    [Fact]
    public void A_frozen_file_is_kept_and_reported()
    {
        folder.Publish((Edition, "as approved"));
        var run = folder.Publish((Edition, "otherwise"));

        Assert.Equal([Refused.As("tree.frozen-changed", Edition)], run.Findings.ToList());
        Assert.True(run.WroteNothing());
        Assert.Equal("as approved", File.ReadAllText(folder[Edition]));
    }

    [Fact]
    public void The_page_of_an_edition_may_change()
    {
        folder.Publish(("declarations/2026/0012/e/1/index.html", "1"));
        Assert.Equal(1, folder.Publish(("declarations/2026/0012/e/1/index.html", "2")).Written);
    }

    [Fact]
    public void A_frozen_file_that_came_to_harm_is_put_back()
    {
        folder.Publish((Edition, "as approved"));
        File.WriteAllText(folder[Edition], "as approvee");

        Assert.Equal(1, folder.Publish((Edition, "as approved")).Written);
        Assert.Equal("as approved", File.ReadAllText(folder[Edition]));
    }

    [Fact]
    public void A_frozen_file_that_is_lost_and_cannot_be_made_again_is_reported()
    {
        folder.Publish((Edition, "as approved"));
        File.Delete(folder[Edition]);

        Assert.Equal([Refused.As("tree.frozen-changed", Edition)], folder.Publish((Edition, "otherwise")).Findings.ToList());
    }

    [Fact]
    public void A_rebuild_names_what_differs_and_writes_nothing()
    {
        folder.Publish(("a.html", "1"), ("b.html", "1"), ("c.html", "1"));
        var before = folder.Everything();

        var differing = folder.Opened().Compare([TreeFolder.Page("a.html", "1"), TreeFolder.Page("b.html", "2"), TreeFolder.Page("d.html", "1")]);

        Assert.Equal(["b.html", "d.html"], differing);
        Assert.Equal(before, folder.Everything());
    }

    [Fact]
    public void A_fault_in_rendering_leaves_that_file_as_it_stood()
    {
        folder.Publish(("index.html", "home"), ("z.html", "as it stood"));
        var faulty = new Output("z.html", Stage.Page, [], () => throw new FormatException("no such notice"));

        var run = folder.Publish([TreeFolder.Page("a.json", "1"), TreeFolder.Page("index.html", "home"), faulty]);
        Assert.Equal((1, "z.html"), (run.Written, run.Failed.Single().Path));
        Assert.Equal(["a.json", "index.html", "z.html"], folder.PublicFiles().Keys);
        Assert.Equal("as it stood", File.ReadAllText(folder["z.html"]));
    }

    private static Output Numbered(int number, string file) =>
        TreeFolder.Page($"declarations/2026/{number.ToString("D4", CultureInfo.InvariantCulture)}/{file}", new StringBuilder().Insert(0, "公示", number).ToString());

    private static string Spoken(TreeStep step) => step switch
    {
        TreeStep.Put put => $"put {put.Output.Path}",
        TreeStep.Flush => "flush",
        TreeStep.WriteManifests => "manifests",
        TreeStep.WriteCheckpoint => "checkpoint",
        TreeStep.Remove remove => $"remove {remove.Path}",
        TreeStep.RemoveManifests => "remove manifests",
        _ => "sweep",
    };
}
