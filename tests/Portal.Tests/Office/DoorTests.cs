using Transparency.Portal.Access;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Portal.Tests.Office;

[Collection(OneOffice.Name)]
public class DoorTests(OfficeHost host)
{
    [Fact]
    public async Task A_link_is_looked_at_as_often_as_one_likes_and_works_once()
    {
        var link = $"/office/sign-in/{await host.LinkAsync(Clerk)}";
        var (robot, clerk, thief) = (host.Anybody(), host.Anybody(), host.Anybody());
        Assert.Equal(200, (await robot.GoAsync(link)).Status);
        var (door, copied) = (await clerk.GoAsync(link), await thief.GoAsync(link));
        Assert.Contains("贾家河坞村委会", door.Words, StringComparison.Ordinal);
        Assert.Equal("/office", (await clerk.SendAsync(door, "main form")).Path);
        Assert.Equal(410, (await thief.SendAsync(copied, "main form")).Status);
        Assert.Equal(410, (await thief.GoAsync(link)).Status);
        Assert.Contains("没有登录", (await thief.GoAsync("/office")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_link_and_an_invented_one_answer_alike()
    {
        var expired = await SignIn.IssueLinkAsync(host.Store, Clerk.Id, SignIn.Now - SignIn.Lifetime);
        var (a, b) = (await host.Anybody().GoAsync($"/office/sign-in/{expired}"), await host.Anybody().GoAsync("/office/sign-in/invented"));
        Assert.Equal((410, a.Words), (b.Status, b.Words));
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        var clerk = await host.SignedInAsync(Clerk);
        await clerk.SendAsync(await clerk.GoAsync("/office"), ".who form");
        Assert.Contains("没有登录", (await clerk.GoAsync("/office")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_jobs_are_for_administrators()
    {
        Assert.Equal("/office/sign-in", (await host.Anybody().GoAsync("/jobs")).Path);
        var reviewer = await (await host.SignedInAsync(Reviewer)).GoAsync("/jobs");
        Assert.Equal((403, "/office/not-allowed"), (reviewer.Status, reviewer.Path));
        Assert.Equal((200, "/jobs"), await StatusAndPathAsync(await host.SignedInAsync(Everyone)));
        static async Task<(int, string)> StatusAndPathAsync(Visitor v) => await v.GoAsync("/jobs") is var seen ? (seen.Status, seen.Path.TrimEnd('/')) : default;
    }

    [Fact]
    public async Task The_demos_clock_is_stepped_by_administrators_alone()
    {
        var clerk = await host.SignedInAsync(Clerk);
        var token = Visitor.FieldsOf(await clerk.GoAsync("/office"), ".who form")["token"];
        Assert.Equal(403, (await clerk.PostAsync("/office/clock", new Dictionary<string, string> { ["token"] = token, ["day"] = "2026-09-18" })).Status);
        var everyone = await host.SignedInAsync(Everyone);
        var (tomorrow, desk) = ("2026年9月18日", await everyone.GoAsync("/office"));
        Assert.Contains(tomorrow, desk.Page.QuerySelector("form[action='/office/clock'] button")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/office")]
    [InlineData("/act/receipt")]
    public async Task Pages_are_kept_nowhere_and_run_no_script(string path)
    {
        var seen = await host.Anybody().GoAsync(path);
        Assert.True(seen.Headers.CacheControl!.NoStore);
        Assert.Contains("default-src 'none'", string.Join(' ', seen.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Empty(seen.Page.QuerySelectorAll("script, [style], [onclick]"));
    }

    [Fact]
    public async Task A_language_once_chosen_stays_chosen()
    {
        var visitor = host.Anybody();
        Assert.Contains("Look my comment or proposal up", (await visitor.GoAsync("/act/receipt?lang=en")).Words, StringComparison.Ordinal);
        Assert.Equal("en", (await visitor.GoAsync("/act/receipt")).Page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("zh-Hans", (await visitor.GoAsync("/act/receipt?lang=zh-Hans")).Page.DocumentElement.GetAttribute("lang"));
    }
}
