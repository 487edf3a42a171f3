using Microsoft.Extensions.Logging.Abstractions;
using Transparency.Portal.Hosting;
using Transparency.Portal.Press;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Tree;
using Transparency.Publishing.Typesetting;

namespace Transparency.Portal.Tests.Publication;

/// <summary>A typesetter that is not there delays the sheets and not the pages; the sheets follow when it is back.</summary>
public sealed class DeadTypesetterTests
{
    [Theory]
    [InlineData("no-such-program")]
    [InlineData("/bin/false")]
    public async Task Pages_stand_and_sheets_follow(string dead)
    {
        await using var site = await DemoSite.NewAsync(publish: false, of: DemoTemplate.Young);
        await LackOnlyAsync(site, "declarations/2025/0001/");
        await using (var broken = new TypesetterPool(new TypesetterOptions { Node = dead }))
        {
            using var press = PressWith(site, broken);
            var pages = (await press.RunAsync(rebuild: false, CancellationToken.None))!;
            Assert.Null(pages.Fault);
            Assert.Equal(["declarations/2025/0001/e/1/notice.pdf"], pages.WaitingForPdf);
            Assert.Contains("declarations/2025/0001/index.html", site.Files);
            Assert.DoesNotContain("declarations/2025/0001/e/1/notice.pdf", site.Files);
            Assert.Empty(TreeVerifier.Verify(site.Tree).Findings);
        }
        var sheets = await site.PublishAsync();
        Assert.Empty(sheets.WaitingForPdf);
        Assert.Contains("declarations/2025/0001/e/1/notice.pdf", site.Files);
        Assert.Empty(TreeVerifier.Verify(site.Tree).Findings);
    }

    [Fact]
    public async Task A_sheet_is_typeset_once_and_then_only_copied()
    {
        await using var site = await DemoSite.NewAsync(of: DemoTemplate.Young);
        var before = site.Files.Where(f => f.EndsWith(".pdf", StringComparison.Ordinal)).ToDictionary(f => f, f => Convert.ToHexString(site.Read(f)));
        foreach (var sheet in before.Keys) File.Delete(Path.Combine(site.Tree, sheet));
        await using var broken = new TypesetterPool(new TypesetterOptions { Node = "no-such-program" });
        using var press = PressWith(site, broken);
        Assert.Empty((await press.RunAsync(rebuild: false, CancellationToken.None))!.WaitingForPdf);
        Assert.All(before, sheet => Assert.Equal(sheet.Value, Convert.ToHexString(site.Read(sheet.Key))));
    }

    /// <summary>It waits, as for a typesetter that is dead; what the sheet itself cannot do is its own.</summary>
    [Fact]
    public async Task A_store_that_is_away_is_no_fault_of_a_sheet()
    {
        await using var store = MartenSetup.Open("Host=/nowhere", PortalStreams.All);
        await using var typesetter = new TypesetterPool(new TypesetterOptions());
        var shelf = new SheetShelf(store, new NoticePdf(typesetter), Path.GetTempPath(), NullLogger<SheetShelf>.Instance);
        async Task<string> WhyAsync(Exception fault) =>
            (await shelf.TypesetAsync(new Sheet("declarations/2025/0001/e1", "declarations/2025/0001/notice.pdf", [], () => throw fault, _ => throw fault), default))!.Code;
        Assert.Equal("store.unreachable", await WhyAsync(new Npgsql.NpgsqlException("away")));
        Assert.Equal("output.failed", await WhyAsync(new InvalidDataException()));
    }

    /// <summary>Making the whole town again would prove no more than one declaration does: its page and its sheet, here and on the shelf.</summary>
    private static async Task LackOnlyAsync(DemoSite site, string declaration)
    {
        site.Town.CopySheets(site.Folder);
        site.Town.CopyTree(site.Folder);
        await using var session = site.Store.Store.QuerySession();
        File.Delete(Path.Combine(site.Folder, "sheets", $"{(await session.LoadAsync<TypesetSheet>($"{declaration}e1"))!.Sha256}.pdf"));
        foreach (var name in new[] { "index.html", "e/1/notice.pdf" }) File.Delete(Path.Combine(site.Tree, declaration, name));
    }

    private static PublishSite PressWith(DemoSite site, TypesetterPool typesetter) => new(
        new ReadRegister(site.Store.Store, PortalStreams.All, site.Store.ConnectionString),
        new SheetShelf(site.Store.Store, new NoticePdf(typesetter), Path.Combine(site.Folder, "sheets"), NullLogger<SheetShelf>.Instance),
        new NoticeShelf(site.Store.Store, site.Store.ConnectionString, NullLogger<NoticeShelf>.Instance),
        new AttachmentShelf(site.Store.Files, NullLogger<AttachmentShelf>.Instance),
        new PublicationState(), new(site.Store.ConnectionString, site.Tree), site.Press.Site, site.Store.Clock, NullLogger<PublishSite>.Instance);
}
