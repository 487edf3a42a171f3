using Transparency.Portal.Tests.Store;
using System.Text;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Portal.Tests.Office;

/// <summary>Posts that no page offers: the law refuses them, and nothing is changed.</summary>
[Collection(OneOffice.Name)]
public class CraftedPostTests(OfficeHost host)
{
    [Theory]
    [InlineData("pass-review")]
    [InlineData("open-window")]
    [InlineData("approve")]
    [InlineData("refuse-review")]
    public async Task A_declarant_cannot_do_what_is_others_to_do(string act)
    {
        var (clerk, file) = await host.DraftedAsync();
        var declared = await clerk.SendAsync(file, "#act-declare");
        var fields = Visitor.FieldsOf(declared, "#act-withdraw", new { reason = "试试", hash = new string('0', 64) });
        if (act != "refuse-review") fields.Remove("reason");
        else fields.Remove("hash");
        await RefusedAsync(clerk, file.Id, act, fields, 403);
    }

    [Fact]
    public async Task A_reviewer_cannot_approve_and_everyone_cannot_review_what_was_his_own()
    {
        var id = await host.OpenedAsync();
        await host.CloseAsync(id);
        var reviewer = await host.SignedInAsync(Reviewer);
        var token = Visitor.FieldsOf(await reviewer.GoAsync("/office"), ".who form")["token"];
        var hash = (await host.RowAsync(id)).Section.Hash.Value;
        await RefusedAsync(reviewer, id, "approve", new() { ["token"] = token, ["version"] = "5", ["hash"] = hash }, 403);

        var everyone = await host.SignedInAsync(Everyone);
        var form = await everyone.GoAsync("/office/declarations/new?matter=works-large&village=04");
        var vote = await TestDecisions.AnotherRoadAsync(host.Store);
        var own = await everyone.SendAsync(form, "form.column", new Dictionary<string, string>(Visitor.FieldsOf(form, "form.column", Road.Sound)) { ["deliberation"] = vote });
        var declared = await everyone.SendAsync(own, "#act-declare");
        Assert.Null(declared.Page.QuerySelector("#act-pass-review"));
        var fields = Visitor.FieldsOf(declared, "#act-withdraw", new { hash = new string('0', 64) });
        fields.Remove("reason");
        Assert.Contains("申报人不能审核", (await RefusedAsync(everyone, own.Id, "pass-review", fields, 403)).Fault, StringComparison.Ordinal);
    }

    /// <summary>Word for word and fen for fen: what must be the same is not typed twice.</summary>
    [Fact]
    public async Task A_decision_fills_in_the_declaration_that_rests_on_it_and_one_of_another_matter_does_not()
    {
        var vote = await TestDecisions.AnotherRoadAsync(host.Store);
        var clerk = await host.SignedInAsync(Clerk);
        var page = await clerk.GoAsync($"/office/deliberations/{vote}");
        var way = page.Page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).Single(href => href.Contains("/declarations/new", StringComparison.Ordinal));
        var form = await clerk.GoAsync(way);
        var filled = Visitor.FieldsOf(form, "form.column");
        Assert.Equal((vote, "贾家河坞村砂石路", "村集体; =|", "30000.00"), (filled["deliberation"], filled["title"], filled["sources_2"], filled["sources_2_amount"]));
        var draft = await clerk.SendAsync(form, "form.column", new { for_whom = "招标选定" });
        Assert.Equal("?done=declare", (await clerk.SendAsync(draft, "#act-declare")).Query);
        Assert.DoesNotContain("/declarations/new", (await clerk.GoAsync($"/office/deliberations/{vote}")).Page.Body!.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);

        var other = await clerk.GoAsync($"/office/declarations/new?matter=works-large&village=04&deliberation={TestDecisions.Purchase}");
        Assert.Equal("", Visitor.FieldsOf(other, "form.column")["title"]);
        var stranger = await (await host.SignedInAsync(OtherClerk)).GoAsync($"/office/declarations/new?matter=works-large&village=09&deliberation={vote}");
        Assert.Equal("", Visitor.FieldsOf(stranger, "form.column")["title"]);
    }

    [Fact]
    public async Task Without_the_right_token_nothing_is_done()
    {
        var (clerk, file) = await host.DraftedAsync();
        var fields = Visitor.FieldsOf(file, "#act-declare");
        fields.Remove("token");
        await RefusedAsync(clerk, file.Id, "declare", fields, 400);
        var others = Visitor.FieldsOf(await (await host.SignedInAsync(Reviewer)).GoAsync("/office"), ".who form")["token"];
        await RefusedAsync(clerk, file.Id, "declare", new(fields) { ["token"] = others }, 400);
        Assert.Equal(415, (await clerk.PostAsync($"/office/declarations/{file.Id}/acts/declare", new StringContent("{}", Encoding.UTF8, "application/json"))).Status);
    }

    [Fact]
    public async Task Another_villages_case_and_an_unknown_act_are_not_there()
    {
        var (clerk, file) = await host.DraftedAsync();
        var other = await host.SignedInAsync(OtherClerk);
        Assert.Equal(404, (await other.GoAsync(file.Path)).Status);
        Assert.Equal(404, (await other.GoAsync($"{file.Path}/preview")).Status);
        var token = Visitor.FieldsOf(await other.GoAsync("/office"), ".who form")["token"];
        await RefusedAsync(other, file.Id, "declare", new() { ["token"] = token, ["version"] = "1" }, 404);
        await RefusedAsync(clerk, file.Id, "close-window", Visitor.FieldsOf(file, "#act-declare"), 422);
        await RefusedAsync(clerk, file.Id, "declare", Visitor.FieldsOf(file, "#act-declare", new { by = "reviewer" }), 422);
    }

    [Fact]
    public async Task A_village_that_is_not_ones_own_cannot_be_written_into_the_form()
    {
        var clerk = await host.SignedInAsync(Clerk);
        var form = await clerk.GoAsync("/office/declarations/new?matter=works-large&village=04");
        Assert.Equal(403, (await clerk.SendAsync(form, "form.column", Merge(Road.Sound, "village", "09"))).Status);
        Assert.Equal(422, (await clerk.SendAsync(form, "form.column", Merge(Road.Sound, "village", "77"))).Status);
    }

    [Fact]
    public async Task Fields_that_are_too_long_or_unclean_are_refused_in_words()
    {
        var (clerk, file) = await host.DraftedAsync();
        var form = await clerk.GoAsync($"/office/declarations/{file.Id}/redraft");
        Assert.Equal(422, (await clerk.SendAsync(form, "form.column", new { body = new string('长', 20_001) })).Status);
        Assert.Equal(422, (await clerk.SendAsync(form, "form.column", new { what = "铃\u0007" })).Status);
        Assert.Equal(413, (await clerk.SendAsync(form, "form.column", new { body = new string('长', 200_000) })).Status);
        Assert.Equal(1, await host.VersionAsync(file.Id));
    }

    [Theory]
    [InlineData("/office/declarations/new")]
    [InlineData("/office/declarations/anything")]
    [InlineData("/office/agreements/04-2026-L-0001")]
    [InlineData("/office")]
    public async Task Whoever_is_not_signed_in_is_told_the_way_in(string path)
    {
        var (seen, posted) = (await host.Anybody().GoAsync(path), await host.Anybody().PostAsync(path, new Dictionary<string, string> { ["title"] = "x" }));
        Assert.All([seen, posted], one => Assert.Equal((401, path), (one.Status, one.Path)));
        Assert.All([seen, posted], one => Assert.Contains("登录链接", one.Words, StringComparison.Ordinal));
    }

    private static object Merge(object sound, string name, string value)
    {
        var all = sound.GetType().GetProperties().ToDictionary(p => p.Name, p => (string)p.GetValue(sound)!);
        all[name] = value;
        return all;
    }

    private async Task<Seen> RefusedAsync(Visitor by, string id, string act, Dictionary<string, string> fields, int status)
    {
        var before = await host.VersionAsync(id);
        var seen = await by.PostAsync($"/office/declarations/{id}/acts/{act}", fields);
        Assert.Equal(status, seen.Status);
        Assert.Equal(before, await host.VersionAsync(id));
        return seen;
    }
}
