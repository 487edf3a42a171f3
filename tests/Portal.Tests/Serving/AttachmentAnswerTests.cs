using System.Net;
using System.Net.Http.Headers;
using Transparency.Contracts;
using Transparency.Portal.Tests.Files;
using Transparency.Portal.Tests.Office;

namespace Transparency.Portal.Tests.Serving;

/// <summary>What the public is answered for an attachment: shown in place, run nowhere, kept for ever.</summary>
[Collection(OneOffice.Name)]
public class AttachmentAnswerTests(OfficeHost host)
{
    [Theory]
    [InlineData("minutes.pdf", "pdf", "application/pdf")]
    [InlineData("notice-board.jpg", "jpg", "image/jpeg")]
    [InlineData("route.png", "png", "image/png")]
    public async Task It_has_its_type_is_shut_in_and_never_asked_for_again(string demo, string extension, string type)
    {
        var (name, bytes) = Published(RealFiles.OfDemo(demo), extension);
        var answer = await host.Anybody().FetchAsync($"/files/{name}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.ToString());
        Assert.Null(answer.Content.Headers.ContentDisposition);
        Assert.Equal(bytes, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl!.ToString());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.Equal(extension != "pdf", policy.Contains("sandbox", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_part_is_answered_with_a_part_and_what_one_has_with_nothing()
    {
        var (name, bytes) = Published(RealFiles.Minutes, "pdf");
        var part = await host.Anybody().FetchAsync($"/files/{name}", h => h.Range = new RangeHeaderValue(10, 19));
        Assert.Equal((HttpStatusCode.PartialContent, 10L), (part.StatusCode, part.Content.Headers.ContentLength));
        Assert.Equal(bytes[10..20], await part.Content.ReadAsByteArrayAsync());
        var again = await host.Anybody().FetchAsync($"/files/{name}", h => h.IfNoneMatch.Add(new($"\"{name.Split('.')[0]}\"")));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task Another_name_is_no_attachment()
    {
        var (name, _) = Published(RealFiles.Minutes, "pdf");
        Assert.Equal(HttpStatusCode.NotFound, (await host.Anybody().FetchAsync($"/files/{name.Replace(".pdf", ".png", StringComparison.Ordinal)}")).StatusCode);
        File.WriteAllText(Path.Combine(host.SiteFolder, "files", $"{new string('0', 64)}.html"), "<script>1</script>");
        var other = await host.Anybody().FetchAsync($"/files/{new string('0', 64)}.html");
        Assert.Equal("no-cache", other.Headers.CacheControl!.ToString());
    }

    private (string Name, byte[] Bytes) Published(byte[] bytes, string extension)
    {
        var name = $"{ContentHash.Over(bytes)}.{extension}";
        Directory.CreateDirectory(Path.Combine(host.SiteFolder, "files"));
        File.WriteAllBytes(Path.Combine(host.SiteFolder, "files", name), bytes);
        return (name, bytes);
    }
}
