using AngleSharp;
using Transparency.Contracts;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Portal.Tests.Office;

/// <summary>Proposals by the forms: anybody sends, two reviewers make it public, nobody else reads the letter.</summary>
[Collection(OneOffice.Name)]
public class ProposalFormTests(OfficeHost host)
{
    [Fact]
    public async Task The_form_knows_the_village_and_keeps_what_was_typed_when_it_refuses()
    {
        var visitor = host.Anybody("127.0.3.1");
        var form = await visitor.GoAsync("/act/proposal?village=09");
        Assert.Equal("09", form.Page.QuerySelector("#village option[selected]")!.GetAttribute("value"));
        foreach (var (fields, input) in new (object, string)[]
        {
            (new { words = "" }, "words"), (new { words = "\u200b" }, "words"), (new { words = new string('长', 5001) }, "words"),
            (new { words = "一句话", may_be_named = "yes" }, "name"), (new { words = "一句话", name = new string('长', 101) }, "name"),
            (new { words = "一句话", contact = new string('1', 201) }, "contact"), (new { words = "一句话", website = "http://x" }, "website"),
            (new { words = "一句话", village = "77" }, "village"), (new { words = "一句话", village = "<b>" }, "village"),
        })
        {
            var refused = await visitor.SendAsync(form, "form.column", fields);
            Assert.Equal((422, $"#{input}"), (refused.Status, refused.Page.QuerySelector("[role=alert] a")?.GetAttribute("href")));
        }
        Assert.Equal(404, (await visitor.GoAsync("/act/proposals")).Status);
    }

    [Fact]
    public async Task Pressed_twice_it_is_one_letter_and_the_office_makes_it_public()
    {
        var visitor = host.Anybody("127.0.3.2");
        var form = await visitor.GoAsync("/act/proposal?village=09&lang=zh-Hans");
        var letter = new { words = "秘密的原话", name = "孙小小", contact = "13999998877", may_be_named = "yes" };
        var first = await visitor.SendAsync(form, "form.column", letter);
        var second = await visitor.SendAsync(form, "form.column", letter);
        Assert.Equal((201, 201), (first.Status, second.Status));
        var code = first.Page.QuerySelector(".receipt strong")!.TextContent;
        Assert.Equal(code, second.Page.QuerySelector(".receipt strong")!.TextContent);

        var (reviewer, other) = (await host.SignedInAsync(Reviewer), await host.SignedInAsync(SecondReviewer));
        var list = await reviewer.GoAsync("/office/proposals");
        var path = Assert.Single(list.Page.QuerySelectorAll("main td a"), a => a.TextContent == "群众来信").GetAttribute("href")!;
        Assert.Contains("秘密的原话", (await reviewer.GoAsync(path)).Words, StringComparison.Ordinal);
        foreach (var officer in new[] { Clerk, TownClerk, Approver, Bookkeeper })
        {
            var elsewhere = await host.SignedInAsync(officer);
            Assert.Equal(404, (await elsewhere.GoAsync(path)).Status);
            Assert.DoesNotContain(path, (await elsewhere.GoAsync("/office/proposals")).Page.ToHtml(), StringComparison.Ordinal);
        }

        var admitted = await reviewer.SendAsync(await reviewer.GoAsync(path), "#act-admit-proposal", new { title = "装减速带", body = "路口车快。" });
        Assert.Equal((200, "admit-proposal"), (admitted.Status, admitted.Query.Split('=')[^1]));
        Assert.Null(admitted.Page.QuerySelector("#act-sign-proposal"));
        var waiting = await other.GoAsync(path);
        Assert.Contains("装减速带", (await other.GoAsync($"{path}/preview")).Page.Body!.TextContent, StringComparison.Ordinal);
        await other.SendAsync(waiting, "#act-sign-proposal");

        var town = await host.SignedInAsync(TownClerk);
        var open = await town.GoAsync(path);
        Assert.Equal(200, open.Status);
        Assert.All(new[] { "秘密的原话", "孙小小", "13999998877" }, secret => Assert.DoesNotContain(secret, open.Page.ToHtml(), StringComparison.Ordinal));
        Assert.Contains("孙某", open.Words, StringComparison.Ordinal);

        var studied = await reviewer.SendAsync(await reviewer.GoAsync(path), "#act-study-proposal", new { unit = "镇建设办", until = "2026-09-01" });
        Assert.Equal((422, "#study-proposal-until"), (studied.Status, studied.Page.QuerySelector("[role=alert] a")?.GetAttribute("href")));
        await reviewer.SendAsync(studied, "#act-study-proposal", new { until = "2026-09-30" });
        Assert.Contains((await other.GoAsync("/office")).Page.QuerySelectorAll("main a"), a => a.GetAttribute("href") == path);

        var found = await visitor.SendAsync(await visitor.GoAsync("/act/receipt"), "form.column", new { code });
        Assert.Contains("正在办理", found.Words, StringComparison.Ordinal);
        Assert.Contains(found.Page.QuerySelectorAll("a.button"), a => a.GetAttribute("href")!.StartsWith("/proposals/2026/", StringComparison.Ordinal));
    }
}
