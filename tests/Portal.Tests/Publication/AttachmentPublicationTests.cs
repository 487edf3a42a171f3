using Transparency.Contracts;
using Transparency.Portal.Demo;
using Transparency.Portal.Files;
using Transparency.Portal.Store.Keeping;
using Transparency.Portal.Tests.Files;
using Transparency.Publishing.Tree;
using Transparency.Samples;

namespace Transparency.Portal.Tests.Publication;

/// <summary>Attachments come into the tree with the first edition that names them, by the very bytes of their name, and hold nothing else up.</summary>
public sealed class AttachmentPublicationTests
{
    private static readonly string Photo = NameOf("notice-board.jpg");
    private static readonly string Minutes = NameOf("minutes.pdf");
    private static readonly string Sketch = NameOf("route.png");

    [Fact]
    public async Task What_is_missing_or_damaged_on_the_shelf_is_a_finding_and_delays_nothing_else()
    {
        await using var site = await DemoSite.NewAsync(publish: false);
        site.Town.CopySheets(site.Folder);
        site.Town.CopyTree(site.Folder);
        foreach (var path in new[] { $"files/{Photo}", $"files/{Minutes}", $"files/{Sketch}", "declarations/2026/0012/index.html" }) File.Delete(Path.Combine(site.Tree, path));
        var (photo, minutes) = (File.ReadAllBytes(OnShelf(site, Photo)), File.ReadAllBytes(OnShelf(site, Minutes)));
        File.Delete(OnShelf(site, Photo));
        File.WriteAllBytes(OnShelf(site, Minutes), [.. minutes[..^1], 0]);
        Refusal[] expected = [Refused.As("attachment.missing", Photo), Refused.As("attachment.damaged", Minutes)];
        var order = expected.OrderBy(f => (string)f.Arguments[0], StringComparer.Ordinal).ToList();

        var done = await site.PublishAsync();
        Assert.Null(done.Fault);
        Assert.Equal(order, done.Findings);
        Assert.Equal(order, await CheckFiles.RunAsync(site.Store.Store, site.Store.Files));
        Assert.Contains("declarations/2026/0012/index.html", site.Files);
        Assert.Contains($"files/{Sketch}", site.Files);
        Assert.DoesNotContain($"files/{Photo}", site.Files);
        Assert.DoesNotContain($"files/{Minutes}", site.Files);
        Assert.Empty(TreeVerifier.Verify(site.Tree).Findings);

        File.WriteAllBytes(OnShelf(site, Photo), photo);
        File.WriteAllBytes(OnShelf(site, Minutes), minutes);
        done = await site.PublishAsync();
        Assert.Equal((2, 0), (done.Written, done.Findings.Count));
        Assert.Equal(photo, site.Read($"files/{Photo}"));
        Assert.Empty(TreeVerifier.Verify(site.Tree).Findings);
        Assert.Empty(await CheckFiles.RunAsync(site.Store.Store, site.Store.Files));
    }

    [Fact]
    public async Task An_opened_window_brings_its_file_without_a_look_at_the_rest_and_a_whole_run_differs_in_nothing()
    {
        await using var site = await DemoSite.NewAsync();
        File.WriteAllBytes(Path.Combine(Scenario.Folder, "files", "extra.png"), RealFiles.Png(4, 3));
        var extra = NameOf("extra.png");
        // Were it read again, this run would find it wanting.
        File.WriteAllBytes(OnShelf(site, Photo), [0]);
        await new RunScenario(site.Store, [.. Acts()]).RunAsync(new Progress<(int, int)>());
        Assert.DoesNotContain($"files/{extra}", site.Files);
        var done = await site.PublishAsync();
        Assert.Empty(done.Findings);
        Assert.Contains($"files/{extra}", site.Files);
        Assert.Contains($"files/{Photo}", site.Files);

        var whole = await site.PublishAsync(rebuild: true);
        Assert.Equal((0, 0), (whole.Written, whole.Removed));
        Assert.Empty(whole.Differing);

        // What came to harm in the tree is put back from the shelf.
        File.WriteAllBytes(Path.Combine(site.Tree, "files", extra), [0]);
        Assert.Equal(1, (await site.PublishAsync(rebuild: true)).Written);
        Assert.Equal(RealFiles.Png(4, 3), site.Read($"files/{extra}"));
    }

    /// <summary>One more declaration, like one that the demo has opened, on a decision of its own.</summary>
    private static IEnumerable<ScenarioAct> Acts()
    {
        var fields = Scenario.All().First(a => a is { Act: "draft", Subject: "xili-water" }).Fields.Where(f => f.Key is not ("plans" or "work")).ToDictionary();
        fields["attachments"] = "files/extra.png = 示意图";
        const string decision = "07-2026-D-0002";
        var voted = Scenario.All().First(a => a is { Act: "propose", Subject: decision }).Fields;
        foreach (var same in new[] { "title", "title_en", "what", "what_en" }) fields[same] = voted[same];
        (fields["village"], fields["deliberation"], fields["sources"]) = ("07", decision, voted["amounts"]);
        fields.Remove("budget");
        var at = Shanghai.At(new(2026, 9, 21), new(9, 0));
        var (clerk, reviewer, none) = ("yu-xiuying", "wu-tao", new Dictionary<string, string>());
        yield return new("test", 0, at.AddMinutes(-1), "pan-lixin", "post-resolution", decision, new Dictionary<string, string> { ["date"] = "2026-09-18", ["place"] = "村务公开栏" });
        yield return new("test", 1, at, clerk, "draft", "one-more", fields);
        yield return new("test", 2, at.AddMinutes(1), clerk, "declare", "one-more", none);
        yield return new("test", 3, at.AddMinutes(2), reviewer, "pass-review", "one-more", none);
        yield return new("test", 4, at.AddMinutes(3), reviewer, "open-window", "one-more", none);
    }

    private static string OnShelf(DemoSite site, string name) => Path.Combine(site.Folder, "attachments", name);

    private static string NameOf(string file)
    {
        var clean = ((Result<CleanFile>.Of)CleanFile.From(file, RealFiles.OfDemo(file))).Value;
        return $"{clean.Hash}.{clean.Type.Extension}";
    }
}
