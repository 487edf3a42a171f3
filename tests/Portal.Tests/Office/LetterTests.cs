using System.Text;
using AngleSharp;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Portal.Tests.Office;

/// <summary>Objections: who may write, who may read, and what the receipt tells.</summary>
[Collection(OneOffice.Name)]
public class LetterTests(OfficeHost host)
{
    [Fact]
    public async Task Letters_are_read_by_reviewers_alone()
    {
        var id = await host.OpenedAsync();
        await host.ObjectAsync(id, "秘密的话", "127.0.2.1");
        foreach (var officer in new[] { Clerk, Approver, TownClerk })
            foreach (var path in new[] { $"/office/declarations/{id}", $"/office/declarations/{id}/preview", "/office" })
                Unread(await (await host.SignedInAsync(officer)).GoAsync(path));
        var reviewer = await (await host.SignedInAsync(Reviewer)).GoAsync($"/office/declarations/{id}");
        Assert.Contains("秘密的话", reviewer.Words, StringComparison.Ordinal);
        Assert.Contains("13999998888", reviewer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_answer_stands_beside_its_own_letter()
    {
        var id = await host.OpenedAsync();
        await host.ObjectAsync(id, "第一封信", "127.0.2.8");
        await host.ObjectAsync(id, "第二封信", "127.0.2.9");
        var reviewer = await host.SignedInAsync(Reviewer);
        var page = await reviewer.GoAsync($"/office/declarations/{id}");
        var letter = page.Page.QuerySelectorAll(".letter").Single(l => l.TextContent.Contains("第二封信", StringComparison.Ordinal)).Id;
        var refused = await reviewer.SendAsync(page, $"#{letter} form", new { summary = "问第二件事", answer = "" });
        Assert.Equal(422, refused.Status);
        Assert.Equal(["", "问第二件事"], refused.Page.QuerySelectorAll(".letter [name=summary]").Select(t => t.TextContent.Trim()));
        Assert.NotNull(refused.Page.QuerySelector($"#{letter} {refused.Page.QuerySelector("[role=alert] a")!.GetAttribute("href")}"));
    }

    [Fact]
    public async Task A_receipt_tells_what_became_of_the_letter_and_never_the_letter()
    {
        var id = await host.OpenedAsync();
        var sent = await host.ObjectAsync(id, "谁来养护？", "127.0.2.2");
        var code = sent.Page.QuerySelector(".receipt strong")!.TextContent;
        var holder = host.Anybody("127.0.2.2");
        var form = await holder.GoAsync("/act/receipt");
        var waiting = await holder.SendAsync(form, "form.column", new { code = code.ToLowerInvariant() });
        Assert.Contains("等待答复", waiting.Words, StringComparison.Ordinal);
        await host.DoAsync(Reviewer, id, "settle-objection", new { summary = "问谁养护", answer = "村委会" });
        var answered = await holder.SendAsync(form, "form.column", new { code });
        Assert.Contains("2026年9月17日 答复", answered.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("谁来养护", answered.Page.ToHtml(), StringComparison.Ordinal);
        Assert.DoesNotContain(code, answered.Path + answered.Query, StringComparison.Ordinal);
        Assert.Equal(404, (await holder.SendAsync(form, "form.column", new { code = "2222-2222-2222" })).Status);
        Assert.Equal(404, (await holder.SendAsync(form, "form.column", new { code = "" })).Status);
    }

    [Fact]
    public async Task The_same_letter_sent_twice_is_one_objection()
    {
        var id = await host.OpenedAsync();
        var visitor = host.Anybody("127.0.2.3");
        var form = await visitor.GoAsync($"/act/objection?declaration={await NumberAsync(id)}");
        var first = await visitor.SendAsync(form, "form.column", new { words = "一次" });
        var second = await visitor.SendAsync(form, "form.column", new { words = "一次" });
        Assert.Equal(first.Page.QuerySelector(".receipt strong")!.TextContent, second.Page.QuerySelector(".receipt strong")!.TextContent);
        Assert.Contains("收到 1 条", (await (await host.SignedInAsync(Reviewer)).GoAsync($"/office/declarations/{id}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_window_and_for_no_notice_there_is_a_clear_sentence()
    {
        var id = await host.OpenedAsync();
        var visitor = host.Anybody("127.0.2.4");
        var number = await NumberAsync(id);
        var form = await visitor.GoAsync($"/act/objection?declaration={number}");
        await host.CloseAsync(id);
        Assert.Equal(409, (await visitor.SendAsync(form, "form.column", new { words = "太晚了" })).Status);
        var closed = await visitor.GoAsync($"/act/objection?declaration={number}");
        Assert.Equal(409, closed.Status);
        Assert.Null(closed.Page.QuerySelector("textarea"));
        Assert.All(new[] { "2026-9999", "x", "", "2026-", "99999999999-1" }, n => Assert.Equal(404, visitor.GoAsync($"/act/objection?declaration={n}").Result.Status));
    }

    [Fact]
    public async Task Crooked_letters_are_refused_in_words()
    {
        var id = await host.OpenedAsync();
        var visitor = host.Anybody("127.0.2.5");
        var form = await visitor.GoAsync($"/act/objection?declaration={await NumberAsync(id)}");
        foreach (var words in new[] { "", "   ", "\u0007", new string('长', 5001) })
            Assert.Equal(422, (await visitor.SendAsync(form, "form.column", new { words })).Status);
        Assert.Equal(400, (await visitor.SendAsync(form, "form.column", new { words = "\u0000" })).Status);
        var trap = await visitor.SendAsync(form, "form.column", new { words = "一句话", website = "http://x" });
        Assert.Equal((422, "一句话"), (trap.Status, trap.Page.QuerySelector("textarea")!.TextContent.Trim()));
        Assert.Equal(413, (await visitor.SendAsync(form, "form.column", new { words = new string('x', 70_000) })).Status);
        Assert.Equal(415, (await visitor.PostAsync("/act/objection", new ByteArrayContent([0, 1, 2]))).Status);
        Assert.Equal(400, (await visitor.SendAsync(form, "form.column", new { token = "x" })).Status);
        var chunked = new StreamContent(new MemoryStream(Encoding.ASCII.GetBytes($"token={new string('x', 70_000)}"))) { Headers = { { "Content-Type", "application/x-www-form-urlencoded" } } };
        chunked.Headers.ContentLength = null;
        Assert.Contains((await visitor.PostAsync("/act/objection", chunked)).Status, new[] { 400, 413 });
        Assert.DoesNotContain("收到的意见", (await (await host.SignedInAsync(Reviewer)).GoAsync($"/office/declarations/{id}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_sends_beyond_measure_is_turned_away_unread_and_nobody_else_is()
    {
        using var flood = new Bench.Flood.Caller(new(host.Address), "127.0.2.99");
        for (var i = 0; i < Portal.Villagers.Door.PostsOfAddress; i++) Assert.Equal(415, (int)(await flood.PostAsync("/act/objection", new StringContent("{}"))).StatusCode);
        var away = await flood.PostAsync("/act/objection", new StringContent("{}"));
        Assert.Equal((429, "600"), ((int)away.StatusCode, away.Headers.GetValues("Retry-After").Single()));
        var words = await away.Content.ReadAsStringAsync();
        Assert.Contains("请过十分钟再提交", words, StringComparison.Ordinal);
        Assert.Contains("try again in ten minutes", words, StringComparison.Ordinal);
        var id = await host.OpenedAsync();
        Assert.Equal(201, (await host.ObjectAsync(id, "正常的意见", "127.0.2.98")).Status);
    }

    [Fact]
    public async Task Too_many_letters_from_one_address_are_asked_to_wait_and_others_are_not()
    {
        var id = await host.OpenedAsync();
        for (var i = 0; i < Portal.Villagers.Pace.LettersOfAddress; i++) Assert.Equal(201, (await host.ObjectAsync(id, $"第 {i} 封", "127.0.2.6")).Status);
        var waiting = await host.ObjectAsync(id, "再一封", "127.0.2.6");
        Assert.Equal(429, waiting.Status);
        Assert.Contains("十分钟", waiting.Words, StringComparison.Ordinal);
        Assert.Equal(201, (await host.ObjectAsync(id, "别处来的", "127.0.2.7")).Status);
    }

    private async Task<string> NumberAsync(string id) => $"2026-{(await host.RowAsync(id)).Number.Ordinal:0000}";

    private static void Unread(Seen seen)
    {
        Assert.Equal(200, seen.Status);
        Assert.All(new[] { "秘密的话", "孙小小", "13999998888" }, secret => Assert.DoesNotContain(secret, seen.Page.ToHtml(), StringComparison.Ordinal));
    }
}
