using System.Text;
using Transparency.Contracts;
using Transparency.Publishing.Tree;
using Transparency.Samples;

namespace Transparency.Publishing.Tests.Tree;

public sealed class TreeManifestTests
{
    [Theory]
    [InlineData("declarations/2026/0012/index.html", "declarations-2026-0000")]
    [InlineData("declarations/2026/0049/e/2/notice.pdf", "declarations-2026-0000")]
    [InlineData("declarations/2026/0050/notice.json", "declarations-2026-0050")]
    [InlineData("declarations/2026/12345/notice.json", "declarations-2026-12300")]
    [InlineData("declarations/2026/index.html", "declarations-2026")]
    [InlineData("declarations/index.html", "site")]
    [InlineData("en/declarations/2026/0012/index.html", "en-declarations-2026-0000")]
    [InlineData("en/index.html", "en-site")]
    [InlineData("zh-Hant/villages/04/index.html", "zh-Hant-villages-04")]
    [InlineData("agreements/04-2026-W-0003/index.html", "agreements-04-2026-0000")]
    [InlineData("agreements/2026/index.html", "agreements-2026")]
    [InlineData("tenders/04-2026-L-0151/result.pdf", "tenders-04-2026-0150")]
    [InlineData("tenders/abroad/index.html", "tenders-a6")]
    [InlineData("works/04-2026-W-0003/index.html", "works-04-2026-0000")]
    [InlineData("villages/04/index.html", "villages-04")]
    [InlineData("villages/04/2026/index.html", "villages-04")]
    [InlineData("villages/04/escrow/index.html", "villages-04")]
    [InlineData("villages/04/escrow/2026-08/statement.csv", "villages-04-2026")]
    [InlineData("data/rent-2026.csv", "data")]
    [InlineData("data/ocds/releases-2026-08.json", "data")]
    [InlineData("data/ocds/records/ocds-abc123-04-2026-W-0003.json", "data-records-04-2026-0000")]
    [InlineData("data/ocds/imported/0aff.json", "data-imported-0a")]
    [InlineData("files/9f00aa.jpg", "files-9f")]
    [InlineData("coal/2026/index.html", "site")]
    [InlineData("index.html", "site")]
    public void A_path_belongs_to_one_part(string path, string part) => Assert.Equal(part, Manifest.PartOf(path));

    [Fact]
    public void A_tree_of_a_hundred_thousand_files_has_no_long_manifest()
    {
        var cases = from village in Enumerable.Range(1, 13)
                    from year in Enumerable.Range(2020, 7)
                    from number in Enumerable.Range(1, 300)
                    from file in new[] { "index.html", "notice.json", "e/1/index.html", "e/1/notice.json" }
                    select $"agreements/{village:D2}-{year}-L-{number:D4}/{file}";

        Assert.All(cases.CountBy(Manifest.PartOf), part => Assert.InRange(part.Value, 1, 400));
    }

    [Fact]
    public void A_manifest_lists_path_length_and_hash_in_order()
    {
        var manifest = new Manifest("site", [new("b/文.html", PublishedFile.Of("公"u8)), new("B.txt", PublishedFile.Of("x"u8))]);

        Assert.Equal(
            """
            {"part":"site","files":[
            {"path":"B.txt","length":1,"sha256":"2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"},
            {"path":"b/文.html","length":3,"sha256":"HASH"}
            ]}

            """.Replace("HASH", PublishedFile.Of("公"u8).Sha256, StringComparison.Ordinal),
            Encoding.UTF8.GetString(manifest.ToBytes()));
        Assert.True(Manifest.TryRead("site", manifest.ToBytes(), out var read, out _));
        Assert.Equal(manifest.Files, read.Files);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("""{"part":"site"}""")]
    [InlineData("""{"part":"data","files":[]}""")]
    [InlineData("""{"part":"site","files":[null]}""")]
    [InlineData("""{"part":"site","files":[],"more":1}""")]
    [InlineData("""{"part":"site","files":[{"path":"a","length":-1,"sha256":"0000000000000000000000000000000000000000000000000000000000000000"}]}""")]
    [InlineData("""{"part":"site","files":[{"path":"a","length":1,"sha256":"ABC"}]}""")]
    public void What_is_no_manifest_is_refused(string text)
    {
        Assert.False(Manifest.TryRead("site", Encoding.UTF8.GetBytes(text), out _, out var why));
        Assert.Equal(Refused.As("tree.manifest-broken", "manifests/site.json"), why);
    }

    [Fact]
    public void A_checkpoint_is_read_as_it_was_written()
    {
        var checkpoint = new Checkpoint(TreeFolder.First, Checkpoint.RootOf([]));

        Assert.Equal(
            "sunshine-tree/1\nedition 1\nas-of 2026-09-18\nversion 1.0/1\nroot e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n",
            Encoding.UTF8.GetString(checkpoint.ToBytes()));
        Assert.True(Checkpoint.TryRead(checkpoint.ToBytes(), out var read, out _));
        Assert.Equal(checkpoint, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no")]
    [InlineData("sunshine-tree/2\nedition 1\nas-of 2026-09-18\nversion 1\nroot e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n")]
    [InlineData("sunshine-tree/1\nedition 01\nas-of 2026-09-18\nversion 1\nroot e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n")]
    [InlineData("sunshine-tree/1\nedition 1\nas-of 2026-02-30\nversion 1\nroot e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n")]
    [InlineData("sunshine-tree/1\nedition 1\nas-of 2026-09-18\nversion \nroot e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n")]
    [InlineData("sunshine-tree/1\nedition 1\nas-of 2026-09-18\nversion 1\nroot e3b0\n")]
    public void What_is_no_checkpoint_is_refused(string text)
    {
        Assert.False(Checkpoint.TryRead(Encoding.UTF8.GetBytes(text), out _, out var why));
        Assert.Equal(Refused.As("tree.checkpoint-broken"), why);
    }
}
