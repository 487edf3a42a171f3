using Transparency.Portal.Tests.Store;
using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Declarations;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;
using Transparency.Portal.Tests.Files;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Portal.Tests.Office;

/// <summary>Files brought by the forms of the office, without a script.</summary>
[Collection(OneOffice.Name)]
public class AttachmentFormTests(OfficeHost host)
{
    private const string New = "/office/declarations/new?matter=works-large&village=04";
    private const string Form = "form.column";

    private static readonly (string, string, byte[]) Photo = ("attachments_1_upload", "IMG_0042.JPG", RealFiles.Photo);
    private static readonly (string, string, byte[]) Minutes = ("attachments_2_upload", "会议记录.pdf", RealFiles.Minutes);

    [Fact]
    public async Task A_draft_brings_files_and_its_officers_may_open_them()
    {
        var clerk = await host.SignedInAsync(Clerk);
        var done = await clerk.SendFilesAsync(await clerk.GoAsync(New), Form, Named("公开栏照片", "会议记录"), Photo, Minutes);
        Assert.Equal("?done=draft", done.Query);
        var files = await FilesOfAsync(done.Id);
        Assert.Equal(["公开栏照片|Notice board", "会议记录"], files.Select(f => f.Name.En is null ? f.Name.Zh : $"{f.Name.Zh}|{f.Name.En}"));
        Assert.Equal(["jpg", "pdf"], files.Select(f => f.Extension));

        var answer = await clerk.FetchAsync($"/office/files/{files[0].File}");
        Assert.Equal("image/jpeg", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(RealFiles.Clean("x.jpg", RealFiles.Photo), await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/pdf", (await clerk.FetchAsync($"/office/files/{files[1].File}")).Content.Headers.ContentType!.MediaType);
        Assert.Equal(404, (int)(await clerk.FetchAsync($"/office/files/{new string('0', 64)}.pdf")).StatusCode);
        Assert.Equal(404, (int)(await clerk.FetchAsync("/office/files/..%2Fkeys")).StatusCode);
        Assert.Equal("text/html", (await host.Anybody().FetchAsync($"/office/files/{files[0].File}")).Content.Headers.ContentType!.MediaType);

        await using var session = host.Store.QuerySession();
        Assert.Equal(Clerk.Id.Value, (await session.LoadAsync<StoredFile>(files[0].Sha256.Value))!.By);
    }

    [Fact]
    public async Task A_form_that_comes_back_has_its_files_still()
    {
        var clerk = await host.SignedInAsync(Clerk);
        var refused = await clerk.SendFilesAsync(await clerk.GoAsync(New), Form, With(Named("照片", "记录"), "title", ""), Photo, Minutes);
        Assert.Equal(422, refused.Status);
        Assert.Equal(2, refused.Page.QuerySelectorAll("input[type=hidden][name^=attachments_][name$=_file]").Length);
        Assert.Equal("照片", refused.Page.QuerySelector("#attachments_1_name")!.GetAttribute("value"));
        var done = await clerk.SendFilesAsync(refused, Form, new { title = "修路" });
        Assert.Equal("?done=draft", done.Query);
        Assert.Equal(2, (await FilesOfAsync(done.Id)).Count);
    }

    [Fact]
    public async Task A_file_that_is_refused_is_named_and_leaves_the_others_in()
    {
        var clerk = await host.SignedInAsync(Clerk);
        var refused = await clerk.SendFilesAsync(await clerk.GoAsync(New), Form, Named("照片", "宏"), Photo, ("attachments_2_upload", "表格.docx", "PK\u0003\u0004"u8.ToArray()));
        Assert.Equal(422, refused.Status);
        Assert.Contains("表格.docx", refused.Fault, StringComparison.Ordinal);
        Assert.Equal("#attachments_2_upload", refused.Page.QuerySelector("[role=alert] a")!.GetAttribute("href"));
        Assert.NotNull(refused.Page.QuerySelector("input[name=attachments_1_file]"));
        Assert.NotNull(refused.Page.QuerySelector("input[type=file][name=attachments_2_upload]"));
        Assert.Equal(422, (await clerk.SendFilesAsync(refused, Form, null, ("attachments_2_upload", "大.pdf", new byte[10_000_001]))).Status);
    }

    [Fact]
    public async Task A_file_without_a_name_and_a_name_without_a_file_are_asked_for()
    {
        var clerk = await host.SignedInAsync(Clerk);
        var page = await clerk.GoAsync(New);
        var nameless = await clerk.SendFilesAsync(page, Form, Road.Sound, Photo);
        Assert.Equal("#attachments_1_name", nameless.Page.QuerySelector("[role=alert] a")!.GetAttribute("href"));
        var fileless = await clerk.SendFilesAsync(page, Form, Named("照片", "记录"), Photo);
        Assert.Equal("#attachments_2_upload", fileless.Page.QuerySelector("[role=alert] a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_redraft_renames_and_removes_and_other_forms_keep()
    {
        var clerk = await host.SignedInAsync(Clerk);
        var drafted = await clerk.SendFilesAsync(await clerk.GoAsync(New), Form, Named("照片", "记录"), Photo, Minutes);
        var form = await clerk.GoAsync($"/office/declarations/{drafted.Id}/redraft");
        Assert.Equal("?done=redraft", (await clerk.SendFilesAsync(form, Form, new Dictionary<string, string> { ["attachments_1_remove"] = "yes", ["attachments_2_name"] = "代表会议记录" })).Query);
        Assert.Equal("代表会议记录", Assert.Single(await FilesOfAsync(drafted.Id)).Name.Zh);
        // Without any row of files, as an older tab or a scenario sends it.
        var plain = Visitor.FieldsOf(await clerk.GoAsync($"/office/declarations/{drafted.Id}/redraft"), Form, new { title = "改名" }).Where(f => !f.Key.StartsWith("attachments", StringComparison.Ordinal));
        Assert.Equal("?done=redraft", (await clerk.PostAsync($"/office/declarations/{drafted.Id}/redraft", plain)).Query);
        Assert.Single(await FilesOfAsync(drafted.Id));
    }

    [Fact]
    public async Task The_preview_shows_them_by_the_offices_own_addresses()
    {
        var clerk = await host.SignedInAsync(Clerk);
        var drafted = await clerk.SendFilesAsync(await clerk.GoAsync(New), Form, Named("照片", "记录"), Photo, Minutes);
        var preview = await clerk.GoAsync($"/office/declarations/{drafted.Id}/preview");
        var links = preview.Page.QuerySelectorAll(".attachments a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal((await FilesOfAsync(drafted.Id)).Select(f => $"/office/files/{f.File}"), links);
        Assert.Equal(200, (int)(await clerk.FetchAsync(links[0])).StatusCode);
    }

    [Fact]
    public async Task A_wording_fix_sends_them_along_and_cannot_change_them()
    {
        var clerk = await host.SignedInAsync(Clerk);
        var drafted = await clerk.SendFilesAsync(await clerk.GoAsync(New), Form, Named("照片", "记录"), Photo, Minutes);
        var vote = await TestDecisions.AnotherRoadAsync(host.Store);
        var resting = await clerk.SendAsync(await clerk.GoAsync($"/office/declarations/{drafted.Id}/redraft"), Form, new { deliberation = vote });
        await clerk.SendAsync(resting, "#act-declare");
        await host.DoAsync(Reviewer, drafted.Id, "pass-review");
        await host.DoAsync(Reviewer, drafted.Id, "open-window");
        var reviewer = await host.SignedInAsync(Reviewer);
        var form = await reviewer.GoAsync($"/office/declarations/{drafted.Id}/fix-wording");
        Assert.Null(form.Page.QuerySelector("input[type=file]"));
        Assert.Equal("?done=fix-wording", (await reviewer.SendFilesAsync(form, Form, new { note = "改字", title = "贾家河坞村砂石小路" })).Query);
        Assert.Equal("贾家河坞村砂石路", (await host.RowAsync(drafted.Id)).Section.Title.Zh);
        var second = await host.SignedInAsync(SecondReviewer);
        var waiting = await second.GoAsync($"/office/declarations/{drafted.Id}");
        Assert.Contains("贾家河坞村砂石小路", waiting.Page.QuerySelector("#changes")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Equal("?done=confirm-wording", (await second.SendAsync(waiting, "#act-confirm-wording")).Query);
        Assert.Equal(("贾家河坞村砂石小路", 2), ((await host.RowAsync(drafted.Id)).Section.Title.Zh, (await host.RowAsync(drafted.Id)).Section.Attachments.Count));
        var again = await reviewer.GoAsync($"/office/declarations/{drafted.Id}/fix-wording");
        Assert.Equal(422, (await reviewer.SendFilesAsync(again, Form, new Dictionary<string, string> { ["note"] = "换附件", ["attachments_1_name"] = "别的" })).Status);
    }

    [Fact]
    public async Task A_crafted_post_names_no_file_that_was_never_received()
    {
        var (clerk, file) = await host.DraftedAsync();
        var form = await clerk.GoAsync($"/office/declarations/{file.Id}/redraft");
        foreach (var crafted in new[] { ($"{new string('a', 64)}.pdf", "100", 422), ("../../keys/key.xml", "1", 422), ("a = b; c", "x", 422) })
        {
            var refused = await clerk.SendFilesAsync(form, Form, new Dictionary<string, string> { ["attachments_1_file"] = crafted.Item1, ["attachments_1_bytes"] = crafted.Item2, ["attachments_1_name"] = "没有" });
            Assert.Equal(crafted.Item3, refused.Status);
            Assert.NotEmpty(refused.Fault);
        }
        Assert.Equal(1, await host.VersionAsync(file.Id));
    }

    [Fact]
    public async Task Only_forms_that_bring_files_may_be_as_large_as_files()
    {
        var (clerk, file) = await host.DraftedAsync();
        Assert.Equal(413, (await clerk.SendFilesAsync(file, "#act-declare", null, ("attachments_1_upload", "大.pdf", new byte[2_000_000]))).Status);
        var form = await clerk.GoAsync($"/office/declarations/{file.Id}/redraft");
        Assert.Equal(422, (await clerk.SendFilesAsync(form, Form, null, ("attachments_1_upload", "大.pdf", new byte[2_000_000]))).Status);
        Assert.Equal(413, (await clerk.SendFilesAsync(form, Form, null, [.. Enumerable.Range(1, 13).Select(i => ($"attachments_{i}_upload", "大.pdf", new byte[9_900_000]))])).Status);
    }

    [Fact]
    public void A_case_form_hands_its_files_to_the_act_as_one_field()
    {
        FormField[] form = [new("minutes", InputKind.Files), new("place")];
        var inputs = new Dictionary<string, string> { ["place"] = "镇政府", ["minutes"] = "", ["minutes_2_file"] = $"{new string('a', 64)}.pdf", ["minutes_2_bytes"] = "12", ["minutes_2_name"] = "开标记录; 一", ["minutes_2_name_en"] = "Record", ["minutes_3_upload"] = "" };
        Assert.Equal(new Dictionary<string, string> { ["place"] = "镇政府", ["minutes"] = $@"{new string('a', 64)}.pdf = 12 = 开标记录\; 一|Record" }, FormInputs.FieldsOf(form, inputs));
        Assert.Equal(Transparency.Contracts.AttachmentList.MostPerCase, AttachmentForm.RowsOf("minutes", new Dictionary<string, string> { ["minutes_11_name"] = "x" }));
    }

    private async Task<IReadOnlyList<Attachment>> FilesOfAsync(string id)
    {
        await using var session = host.Store.QuerySession();
        return (await Entry.LoadAsync(session, $"declaration/{id}", DeclarationDecider.Law, default)).State is Declaration.Known known ? SectionNow.ContentOf(known).Attachments ?? [] : [];
    }

    private static Dictionary<string, string> Named(string first, string second) => With(With(With(Road.Sound, "attachments_1_name", first), "attachments_1_name_en", "Notice board"), "attachments_2_name", second);

    private static Dictionary<string, string> With(object fields, string name, string value)
    {
        var all = fields as Dictionary<string, string> ?? fields.GetType().GetProperties().ToDictionary(p => p.Name, p => (string)p.GetValue(fields)!);
        return new(all) { [name] = value };
    }
}
