using System.Text.Json;
using ApprovalTests;
using ApprovalTests.Reporters;
using ApprovalTests.Writers;
using Transparency.Contracts;
using Transparency.Portal.Hosting;
using Transparency.Portal.Store.Keeping;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Tree;

namespace Transparency.Portal.Tests.Publication;

[UseReporter(typeof(QuietReporter))]
public sealed class DemoTreeTests(DemoSiteFixture demo) : IClassFixture<DemoSiteFixture>
{
    private readonly DemoSite site = demo.Site;

    /// <summary>No address moves, and no notice: the same history gives the same bytes on every machine and in every run.</summary>
    [Fact]
    public void Its_paths_and_the_hashes_of_its_notices_are_the_approved_ones() =>
        Approvals.Verify(new ApprovalTextWriter(string.Join('\n', site.Files.Select(Line)) + "\n", "txt"));

    private string Line(string path) => path.EndsWith("/notice.json", StringComparison.Ordinal) ? $"{path} {ContentHash.Over(site.Read(path)).Value[..16]}" : path;

    [Fact]
    public void Every_file_is_as_manifests_and_checkpoint_say() => Assert.Empty(TreeVerifier.Verify(site.Tree).Findings);

    [Fact]
    public async Task Every_event_and_every_row_holds_together() => Assert.Empty(await CheckStore.RunAsync(site.Store.Store, PortalStreams.All));

    [Fact]
    public async Task Rendering_everything_again_differs_in_nothing_and_writes_nothing()
    {
        var again = await site.PublishAsync(rebuild: true);
        Assert.Empty(again.Differing);
        Assert.Equal((0, 0), (again.Written, again.Removed));
    }

    [Fact]
    public async Task A_register_made_anew_from_the_events_is_the_same_register()
    {
        Assert.Equal(0, await RebuildRegister.RunAsync(site.Store.Store, PortalStreams.All));
        Assert.Equal(0, (await site.PublishAsync()).Written);
    }

    [Fact]
    public void The_section_of_a_notice_hashes_to_its_content_hash_byte_for_byte()
    {
        foreach (var path in site.Files.Where(f => f.EndsWith("notice.json", StringComparison.Ordinal)))
        {
            var text = System.Text.Encoding.UTF8.GetString(site.Read(path));
            using var json = JsonDocument.Parse(text);
            var section = json.RootElement.GetProperty("section").GetRawText();
            Assert.Equal(json.RootElement.GetProperty("contentHash").GetString(), ContentHash.Over(System.Text.Encoding.UTF8.GetBytes(section)).Value);
        }
    }

    [Fact]
    public void A_page_prints_the_check_code_of_its_own_notice()
    {
        foreach (var path in site.Files.Where(f => f.EndsWith("notice.json", StringComparison.Ordinal)))
            Assert.Contains(NoticeJson.CheckCode(site.Read(path)), System.Text.Encoding.UTF8.GetString(site.Read(path.Replace("notice.json", "index.html"))));
    }
}
