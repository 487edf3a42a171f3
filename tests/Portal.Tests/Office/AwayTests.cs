using System.Collections.Concurrent;
using Hangfire;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Transparency.Portal.Cases.Proposals;
using Transparency.Portal.Press;
using Transparency.Portal.Store;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Portal.Tests.Office;

/// <summary>The database goes away and comes back: one sentence, nothing blank, nothing typed lost, and publishing goes on by itself.</summary>
public sealed class AwayTests(AwayOffice office) : IClassFixture<AwayOffice>
{
    private const string New = "/office/declarations/new?matter=works-large&village=04";

    private readonly OfficeHost host = office.Host;

    [Fact]
    public async Task What_was_typed_comes_back_in_a_form_that_is_sent_again_when_the_store_is_back()
    {
        var (villager, clerk) = (host.Anybody("127.0.20.1"), await host.SignedInAsync(Clerk));
        var (letter, draft) = (await villager.GoAsync("/act/proposal?village=09"), await clerk.GoAsync(New));
        Directory.CreateDirectory(host.SiteFolder);
        await File.WriteAllTextAsync(Path.Combine(host.SiteFolder, "stands.html"), "stands");
        office.Kill();

        var lost = await villager.SendAsync(letter, "form.column", new { words = "请修路灯\n第二行", name = "孙小小" });
        AssertAway(lost);
        Assert.Equal(("请修路灯\n第二行", "孙小小", "09"), (Field(lost, "words"), Field(lost, "name"), Field(lost, "village")));
        Assert.NotNull(lost.Page.QuerySelector("textarea[name=words]"));
        var held = await clerk.SendAsync(draft, "form.column", Road.Sound);
        AssertAway(held);
        if (FormOf(held) == Again) Assert.Equal("标题", held.Page.QuerySelector("#again label")!.TextContent);
        Assert.Equal("贾家河坞村砂石路", held.Page.QuerySelector("input[name=title]")!.GetAttribute("value"));
        foreach (var path in new[] { "/office", "/office/tenders", "/office/no-such-page", "/act/proposal", "/act/receipt", "/act/no-such-page", "/office/sign-in/abc", "/no-such-page.html" })
            AssertAway(await clerk.GoAsync(path));
        Assert.Equal(200, (await clerk.GoAsync("/office/styles/office.css")).Status);
        Assert.Equal(200, (await clerk.GoAsync("/stands.html")).Status);
        Assert.Equal(200, (await clerk.GoAsync("/health/live")).Status);
        var health = await clerk.GoAsync("/health");
        Assert.Equal(503, health.Status);
        Assert.Contains("store store.unreachable\n", health.Page.Body!.TextContent, StringComparison.Ordinal);
        // Another site's form comes without the cookie, and its words are not shown in the portal's name.
        var foreign = await host.Anybody("127.0.20.2").PostAsync("/act/proposal", new Dictionary<string, string> { ["words"] = "请打电话 123" });
        Assert.Equal((503, null), (foreign.Status, foreign.Page.QuerySelector("#again")));
        Assert.DoesNotContain("123", foreign.Words, StringComparison.Ordinal);

        // However short the absence: it was seen.
        var keep = host.Services.GetRequiredService<KeepJobs>();
        Assert.False(await keep.LookAsync(default));
        File.Delete(Path.Combine(host.SiteFolder, "stands.html"));
        await office.StartAsync();
        Assert.Equal(201, (await villager.SendAsync(lost, FormOf(lost))).Status);
        var done = await clerk.SendAsync(held, FormOf(held));
        Assert.Equal((200, "?done=draft"), (done.Status, done.Query));
        // Nobody publishes here but what notices that the store is back.
        Assert.True(await keep.LookAsync(default));
        while (!File.Exists(Path.Combine(host.SiteFolder, "checkpoint"))) await Task.Delay(50);
    }

    [Fact]
    public async Task Killed_during_two_hundred_requests_it_leaves_no_page_blank_and_no_word_lost()
    {
        const int Villagers = 10, Each = 20;
        var clerk = await host.SignedInAsync(Clerk);
        var draft = await clerk.GoAsync(New);
        var (receipts, count, given) = (new ConcurrentBag<string>(), 0, 0);
        async Task SendAsync(int who)
        {
            var villager = host.Anybody($"127.0.21.{who + 1}");
            var letter = await villager.GoAsync("/act/proposal");
            for (var i = 0; i < Each; i++)
            {
                var number = Interlocked.Increment(ref count);
                if (number == 60) office.Kill();
                if (number == 120) await office.StartAsync();
                var (words, isTyped) = ($"第{who}人的第{i}句话", i % 5 > 2);
                var seen = await ((i % 5) switch
                {
                    0 => villager.GoAsync("/act/proposal"),
                    1 => clerk.GoAsync("/office"),
                    2 => villager.GoAsync("/act/receipt"),
                    3 => clerk.SendAsync(draft, "form.column", new { title = words }),
                    _ => villager.SendAsync(letter, "form.column", new { words }),
                });
                Assert.NotEqual("", seen.Words.Trim());
                Assert.Contains(seen.Status, new[] { 200, 201, 409, 422, 503 });
                if (seen.Status == 201) receipts.Add(words);
                if (!isTyped || seen.Status < 300) continue;
                Assert.Contains(words, seen.Page.QuerySelectorAll("form [name=words], form [name=title]").Select(e => e.GetAttribute("value") ?? e.TextContent.Trim('\n')));
                if (seen.Status == 503) Interlocked.Increment(ref given);
            }
        }
        await Task.WhenAll(Enumerable.Range(0, Villagers).Select(who => Task.Run(() => SendAsync(who))));
        Assert.True(given > 0, "nothing was sent while the store was away");
        await using var session = host.Store.QuerySession();
        var stored = (await session.Query<ProposalAsSent>().ToListAsync()).Select(letter => letter.Words).ToHashSet(StringComparer.Ordinal);
        Assert.All(receipts, words => Assert.Contains(words, stored));
    }

    [Fact]
    public async Task What_is_deleted_from_the_jobs_is_put_back_and_never_unseen()
    {
        var (admin, keep) = (await host.SignedInAsync(Everyone), host.Services.GetRequiredService<KeepJobs>());
        Assert.Empty(keep.PutBack());
        var board = await admin.GoAsync("/jobs/recurring");
        Assert.Equal(200, board.Status);
        Assert.Empty(board.Page.QuerySelectorAll("[data-url*='/jobs/recurring/']"));
        var token = Visitor.FieldsOf(await admin.GoAsync("/office"), ".who form")["token"];
        await admin.PostAsync("/jobs/recurring/remove", new Dictionary<string, string> { ["jobs[]"] = "publish", ["token"] = token });
        Assert.Empty(RecurringJobs.Lacking(host.Services.GetRequiredService<JobStorage>()));

        host.Services.GetRequiredService<IRecurringJobManager>().RemoveIfExists("publish");
        Assert.Contains("jobs health.jobs-lack\n", (await admin.GoAsync("/health")).Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["publish"], keep.PutBack());
        Assert.Contains("jobs health.jobs-lack\n", (await admin.GoAsync("/health/ready")).Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("publish", (await admin.GoAsync("/office")).Page.QuerySelector(".note.stopped[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await (await host.SignedInAsync(Reviewer)).GoAsync("/office")).Page.QuerySelector(".note.stopped[role=alert]"));
        Assert.Empty(keep.PutBack());
        Assert.DoesNotContain("jobs ", (await admin.GoAsync("/health")).Page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static void AssertAway(Seen seen)
    {
        Assert.True(seen.Status == 503, $"{seen.Path}: {seen.Status} {seen.Words}");
        Assert.Contains("数据库暂时连接不上", seen.Fault, StringComparison.Ordinal);
        // The store may be missed while the act runs, which answers with its own form in its one language, or before or after it.
        if (FormOf(seen) == Again) Assert.Contains("cannot be reached", seen.Fault, StringComparison.Ordinal);
    }

    private const string Again = "#again";

    private static string FormOf(Seen seen) => seen.Page.QuerySelector("form.column") is null ? Again : "form.column";

    private static string? Field(Seen seen, string name) => Visitor.FieldsOf(seen, FormOf(seen)).GetValueOrDefault(name);
}
