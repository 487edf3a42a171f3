using Transparency.Publishing.Register;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Portal.Tests.Office;

[Collection(OneOffice.Name)]
public class WholePathTests(OfficeHost host)
{
    [Fact]
    public async Task From_an_empty_form_to_an_approval_by_forms_alone()
    {
        var id = await host.DeclaredAsync();
        var reviewer = await host.SignedInAsync(Reviewer);
        Assert.NotNull((await reviewer.GoAsync("/office")).Page.QuerySelector($".desk a[href$='/{id}']"));
        await host.DoAsync(Reviewer, id, "return", new { reason = "补会议记录" });
        var clerk = await host.SignedInAsync(Clerk);
        Assert.Contains("补会议记录", (await clerk.GoAsync($"/office/declarations/{id}")).Words, StringComparison.Ordinal);
        var redraft = await clerk.SendAsync(await clerk.GoAsync($"/office/declarations/{id}/redraft"), "form.column", new { body = "附会议记录" });
        Assert.Equal("?done=redraft", redraft.Query);
        await host.DoAsync(Clerk, id, "declare");
        await host.DoAsync(Reviewer, id, "pass-review");
        await host.DoAsync(SecondReviewer, id, "open-window");
        Assert.Equal(201, (await host.ObjectAsync(id, "谁来养护？", "127.0.1.1")).Status);
        await host.CloseAsync(id);

        var approver = await host.SignedInAsync(Approver);
        var waiting = await approver.GoAsync($"/office/declarations/{id}");
        Assert.Null(waiting.Page.QuerySelector("#act-approve button"));
        Assert.Null((await approver.GoAsync("/office")).Page.QuerySelector($".desk a[href$='/{id}']"));
        await host.DoAsync(SecondReviewer, id, "settle-objection", new { summary = "问谁来养护", answer = "由村委会养护" });
        await host.DoAsync(Approver, id, "approve");

        var row = await host.RowAsync(id);
        Assert.Equal(PublicStatus.Approved, row.Status);
        Assert.Equal(["镇财政", "村集体; =|"], row.Section.Sources.Select(s => s.Source.Zh));
        Assert.Equal((18_000_000, 30), (row.Section.Amount.Fen, row.Section.Decision!.For));
        Assert.Equal("附会议记录", row.Section.Body.Zh);
    }

    [Fact]
    public async Task The_preview_is_the_public_page_and_nothing_may_frame_it_but_the_office()
    {
        var (clerk, file) = await host.DraftedAsync();
        var preview = await clerk.GoAsync($"/office/declarations/{file.Id}/preview");
        Assert.Equal(200, preview.Status);
        Assert.Contains("修一条砂石路", preview.Words, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'self'", string.Join(' ', preview.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        var form = await clerk.GoAsync($"/office/declarations/{file.Id}/redraft");
        var typed = await clerk.PostAsync("/office/declarations/preview", Visitor.FieldsOf(form, "form.column", new { what = "还没有保存的话" }));
        Assert.Contains("还没有保存的话", typed.Words, StringComparison.Ordinal);
        Assert.Equal(1, await host.VersionAsync(file.Id));
    }

    [Fact]
    public async Task What_is_wrong_is_said_in_words_and_what_was_typed_stays()
    {
        var (clerk, file) = await host.DraftedAsync();
        var form = await clerk.GoAsync($"/office/declarations/{file.Id}/redraft");
        var wrong = await clerk.SendAsync(form, "form.column", new { what = "改过的话", budget_1_amount = "18万" });
        Assert.Equal(422, wrong.Status);
        Assert.Contains("第 1 行的金额“18万”", wrong.Fault, StringComparison.Ordinal);
        Assert.Equal("#budget_1_amount", wrong.Page.QuerySelector("[role=alert] a")!.GetAttribute("href"));
        Assert.Equal(("改过的话", "18万"), (Visitor.FieldsOf(wrong, "form.column")["what"], Visitor.FieldsOf(wrong, "form.column")["budget_1_amount"]));
        Assert.Equal(1, await host.VersionAsync(file.Id));
    }

    [Fact]
    public async Task A_button_pressed_twice_does_its_work_once()
    {
        var clerk = await host.SignedInAsync(Clerk);
        var form = await clerk.GoAsync("/office/declarations/new?matter=works-large&village=04");
        var first = await clerk.SendAsync(form, "form.column", Road.Sound);
        var second = await clerk.SendAsync(form, "form.column", Road.Sound);
        Assert.Equal((first.Path, 200), (second.Path, second.Status));
        await clerk.SendAsync(first, "#act-declare");
        Assert.Equal("?done=declare", (await clerk.SendAsync(first, "#act-declare")).Query);
        Assert.Equal(2, await host.VersionAsync(first.Id));
    }

    [Fact]
    public async Task An_agreement_is_entered_and_changed_by_forms()
    {
        var clerk = await host.SignedInAsync(OtherClerk);
        var form = await clerk.GoAsync("/office/agreements/new?village=09&kind=Lease");
        var saved = await clerk.SendAsync(form, "form.column", new { title = "盐田承包", asset = "北滩盐田", area = "120.5", with_kind = "person", with = "欧阳建国", start = "2026-10-01", end = "2029-09-30", total = "180000", yearly = "60000", due = "每年10月1日前", purpose = "制盐" });
        Assert.Equal((200, "?done=1"), (saved.Status, saved.Query));
        Assert.Equal("欧阳建国", Visitor.FieldsOf(saved, "form.column")["with"]);
        var changed = await clerk.SendAsync(saved, "form.column", new { total = "190000.00" });
        Assert.Equal("190000.00", Visitor.FieldsOf(changed, "form.column")["total"]);
        var twice = await clerk.SendAsync(saved, "form.column", new { total = "190000.00" });
        Assert.Equal((200, "?done=1"), (twice.Status, twice.Query));
        Assert.Equal(409, (await clerk.SendAsync(saved, "form.column", new { total = "200000.00" })).Status);
        Assert.Equal(404, (await (await host.SignedInAsync(Clerk)).GoAsync(saved.Path)).Status);
    }
}
