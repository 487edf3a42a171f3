using System.Text;
using Transparency.Contracts;
using Transparency.Publishing.Tree;
using Transparency.Samples;

namespace Transparency.Publishing.Tests.Tree;

/// <summary>Each kind of damage has its own name.</summary>
public sealed class TreeVerifierTests : IDisposable
{
    private readonly TreeFolder folder = new();

    public TreeVerifierTests() => folder.Publish(("index.html", "home"), ("about.html", "us"), ("data/a.csv", "1"));

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_sound_tree_has_no_finding()
    {
        var verification = TreeVerifier.Verify(folder.Root);
        Assert.Equal(3, verification.Files);
        Assert.Empty(verification.Findings);
    }

    [Fact]
    public void A_flipped_bit_is_found()
    {
        var bytes = File.ReadAllBytes(folder["index.html"]);
        bytes[1] ^= 1;
        File.WriteAllBytes(folder["index.html"], bytes);
        Finds(Refused.As("tree.changed", "index.html"));
    }

    [Fact]
    public void A_missing_file_is_found()
    {
        File.Delete(folder["data/a.csv"]);
        Finds(Refused.As("tree.missing", "data/a.csv"));
    }

    [Fact]
    public void A_link_in_place_of_a_file_is_found()
    {
        File.Move(folder["index.html"], folder[".sunshine-index.html.tmp"]);
        File.CreateSymbolicLink(folder["index.html"], folder[".sunshine-index.html.tmp"]);
        Finds(Refused.As("tree.changed", "index.html"));
    }

    [Theory]
    [InlineData("extra.html")]
    [InlineData("manifests/readme.txt")]
    [InlineData(".hidden")]
    public void An_extra_file_is_found(string path)
    {
        File.WriteAllText(folder[path], "extra");
        Finds(Refused.As("tree.unlisted", path));
    }

    [Fact]
    public void A_temporary_file_is_not_a_finding()
    {
        File.WriteAllText(folder["data/.sunshine-a.csv.tmp"], "half");
        Finds();
    }

    [Fact]
    public void A_manifest_that_cannot_be_read_is_found_once()
    {
        File.AppendAllText(folder["manifests/site.json"], "}");
        Finds(Refused.As("tree.root-mismatch"), Refused.As("tree.manifest-broken", "manifests/site.json"));
    }

    [Fact]
    public void A_file_and_its_manifest_changed_together_are_found()
    {
        File.WriteAllText(folder["data/a.csv"], "2");
        File.WriteAllBytes(folder["manifests/data.json"], new Manifest("data", [new("data/a.csv", PublishedFile.Of("2"u8))]).ToBytes());
        Finds(Refused.As("tree.root-mismatch"));
    }

    [Fact]
    public void A_missing_manifest_is_found()
    {
        File.Delete(folder["manifests/data.json"]);
        Finds(Refused.As("tree.root-mismatch"), Refused.As("tree.unlisted", "data/a.csv"));
    }

    [Fact]
    public void A_path_in_a_manifest_of_another_part_is_found()
    {
        File.WriteAllBytes(folder["manifests/data.json"], new Manifest("data",
            [new("data/a.csv", PublishedFile.Of("1"u8)), new("../../etc/passwd", PublishedFile.Of(""u8))]).ToBytes());
        Finds(Refused.As("tree.root-mismatch"), Refused.As("tree.misplaced", "../../etc/passwd", "manifests/data.json"), Refused.As("tree.missing", "../../etc/passwd"));
    }

    [Fact]
    public void A_tree_without_checkpoint_is_found()
    {
        File.Delete(folder["checkpoint"]);
        Finds(Refused.As("tree.no-checkpoint"));
        Assert.Equal([Refused.As("tree.no-checkpoint")], TreeVerifier.Verify($"{folder.Root}/nowhere").Findings.ToList());
    }

    [Fact]
    public void A_checkpoint_that_cannot_be_read_is_found()
    {
        File.AppendAllText(folder["checkpoint"], "more\n");
        Finds(Refused.As("tree.checkpoint-broken"));
    }

    [Fact]
    public void Every_finding_and_refusal_has_its_sentences()
    {
        var texts = File.ReadAllLines(TextsFile(), Encoding.UTF8).Select(line => line.Split('\t')).ToList();

        Assert.All(texts, line => Assert.Equal(3, line.Length));
        Assert.Equal(
            ["changed", "checkpoint-broken", "foreign-folder", "frozen-changed", "manifest-broken", "misplaced", "missing", "no-checkpoint",
                "not-readable", "not-writable", "root-mismatch", "unlisted"],
            texts.Select(line => line[0].Replace("refusal.tree.", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    private void Finds(params Refusal[] findings) => Assert.Equal(findings, folder.Findings());

    private static string TextsFile([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.GetFullPath("../../../../Publishing/Texts/tree.tsv", Path.GetDirectoryName(here) + "/x");
}
