using Marten;
using Transparency.Contracts;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Declarations;
using Transparency.Portal.Cases.Declarations.Publicity;
using Transparency.Portal.Hosting;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;
using Transparency.Portal.Store.Keeping;
using Transparency.Publishing.Register;
using Transparency.Samples;

namespace Transparency.Portal.Tests.Store;

public class ActTests
{
    [Fact]
    public async Task A_declaration_lives_from_draft_to_approval_by_named_acts()
    {
        await using var town = await TestTown.NewAsync();
        await town.RegisterLeaseAsync();
        await town.DraftAsync("d1", new { title = "盐田" });
        await town.MustAsync("redraft", "d1", TestTown.Clerk, new { title = "盐田承包" });
        await town.MustAsync("declare", "d1", TestTown.Clerk);
        await town.MustAsync("return", "d1", SampleOfficers.Reviewer, new { reason = "补附决议" });
        await town.MustAsync("declare", "d1", TestTown.Clerk);
        await town.PinnedAsync("pass-review", "d1", SampleOfficers.Reviewer);
        await town.PinnedAsync("open-window", "d1", SampleOfficers.Reviewer);
        await town.MustAsync("fix-wording", "d1", SampleOfficers.Reviewer, new { what = "承包盐田。", note = "补句号" });
        var wording = await town.WordingAsync("d1");
        (await town.ActAsync("confirm-wording", "d1", SampleOfficers.Reviewer, new { hash = wording })).RefusedAs("declaration.own-wording");
        await town.MustAsync("confirm-wording", "d1", SampleOfficers.SecondReviewer, new { hash = wording });
        var objection = await ObjectAsync(town, "d1");
        await town.MustAsync("restart", "d1", TestTown.Clerk, new { body = "增加一段", for_whom = "全体村民和盐工", reason = "增加受益人" });
        await town.MustAsync("settle-objection", "d1", SampleOfficers.SecondReviewer, new { objection, set_aside = "no", summary = "问价格", answer = "已说明" });
        await town.PinnedAsync("pass-review", "d1", SampleOfficers.Reviewer);
        await town.PinnedAsync("open-window", "d1", SampleOfficers.Reviewer);
        await town.ClosedAsync("d1");
        await town.PinnedAsync("approve", "d1", SampleOfficers.Approver);

        await using var session = town.Store.QuerySession();
        var row = (await session.LoadAsync<DeclarationOnRegister>("declaration/d1"))!;
        Assert.Equal(("央政公示〔2026〕1号", PublicStatus.Approved, 4), (row.Number.ToString(), row.Status, row.Editions.Count));
        Assert.Equal("承包盐田。", row.Section.What.Zh);
        var lease = (await session.LoadAsync<AgreementOnRegister>($"agreement/{TestTown.Lease}"))!;
        Assert.Equal(("欧阳某（个人）", "央政公示〔2026〕1号"), (lease.Section.With.Zh, lease.Current.Number));
        Assert.Equal("370700199001011234", (await session.LoadAsync<Person>($"a-{TestTown.Lease}"))!.IdNumber);
        Assert.Empty(await CheckStore.RunAsync(town.Store, PortalStreams.All));
        await town.MustAsync("revoke", "d1", SampleOfficers.Approver, new { reason = "合同未签" });
        Assert.Empty(await CheckStore.RunAsync(town.Store, PortalStreams.All));
    }

    [Fact]
    public async Task Every_other_ending_is_an_act_too()
    {
        await using var town = await TestTown.NewAsync();
        await town.RegisterLeaseAsync();
        await town.DeclaredAsync("returned");
        (await town.ActAsync("refuse-review", "returned", SampleOfficers.Reviewer, new { reason = "不属本镇" })).RefusedAs("declaration.own-affair");
        await town.MustAsync("return", "returned", SampleOfficers.Reviewer, new { reason = "补材料" });
        await town.OpenedAsync("sent-back");
        await town.ClosedAsync("sent-back");
        (await town.ActAsync("refuse", "sent-back", SampleOfficers.Approver, new { reason = "价格偏低" })).RefusedAs("declaration.own-affair");
        (await town.ActAsync("send-back", "sent-back", SampleOfficers.Approver, new { reason = "价格偏低", law = "镇里的规定" })).RefusedAs("declaration.article-missing");
        await town.MustAsync("send-back", "sent-back", SampleOfficers.Approver, new { reason = "价格偏低", law = "《农村集体经济组织财务制度》第21条" });
        await town.DraftAsync("withdrawn");
        await town.MustAsync("withdraw", "withdrawn", TestTown.Clerk, new { reason = "不办了" });
        await town.MustAsync("change-agreement", TestTown.Lease, TestTown.Clerk, new { total = "170000" });
        Assert.Equal(1L, await town.SqlAsync("select count(*) from portal.mt_doc_declarationonregister"));
        Assert.Equal(0L, await town.SqlAsync("select count(*) from portal.mt_doc_agreementonregister"));
        Assert.Empty(await CheckStore.RunAsync(town.Store, PortalStreams.All));
    }

    [Fact]
    public async Task A_draft_without_an_id_gets_one()
    {
        await using var town = await TestTown.NewAsync();
        await town.RegisterLeaseAsync();
        var done = Assert.IsType<Outcome.Done>(await town.DraftAsync(""));
        Assert.Matches("^declaration/[0-9a-z]{12}$", done.Moved[0].Stream);
    }

    [Theory]
    [InlineData("sources", "镇财政 150000", "field.invalid", "field.sources")]
    [InlineData("budget", "路基 = 1 = 2", "field.invalid", "field.budget")]
    [InlineData("village", "9", "field.invalid", "field.village")]
    [InlineData("deliberation", "09-2026-L-0001", "field.invalid", "field.deliberation")]
    [InlineData("subjects", "09-2026-X-0003", "field.invalid", "field.subjects")]
    public async Task A_bad_field_is_named(string field, string value, string code, string word)
    {
        await using var town = await TestTown.NewAsync();
        var refused = Assert.IsType<Outcome.Refused>(await town.DraftAsync("d1", new Dictionary<string, string> { [field] = value }));
        Assert.Equal((code, new Word(word)), (refused.Why.Code, refused.Why.Arguments[0]));
    }

    [Fact]
    public async Task Unknown_acts_fields_and_subjects_are_refused_by_name()
    {
        await using var town = await TestTown.NewAsync();
        (await town.ActAsync("close-window", "d1", Officer.System)).RefusedAs("act.unknown");
        (await town.DraftAsync("d1", new { titel = "x" })).RefusedAs("field.unknown");
        (await town.ActAsync("declare", "nothing", TestTown.Clerk)).RefusedAs("declaration.unknown");
        await town.DraftAsync("d1");
        (await town.ActAsync("declare", "d1", TestTown.Clerk)).RefusedAs("declaration.subject-unknown");
    }

    [Fact]
    public void Money_tables_read_what_they_write()
    {
        var lines = Tables.Budget("路基整平|Levelling = 2,800 米|2,800 m = 12.00 = 33600.00; 其他\\;\\|\\=杂项 = 1 项 = = 5\n")!;
        Assert.Equal(["路基整平/Levelling/2,800 米/2,800 m/12.00/33600.00", "其他;|=杂项//1 项///5.00"],
            lines.Select(l => $"{l.Item.Zh}/{l.Item.En}/{l.Quantity.Zh}/{l.Quantity.En}/{l.UnitPrice}/{l.Amount}"));
        Assert.Equal(lines, Tables.Budget(Tables.Write(lines))!);
        var sources = Tables.Sources("镇财政|Town budget=150000.00; 村集体|Village=30,000.00")!;
        Assert.Equal(sources, Tables.Sources(Tables.Write(sources))!);
        Assert.Equal(new Yuan(18_000_000), sources.Aggregate(Yuan.Zero, (sum, s) => sum + s.Amount));
    }

    internal static async Task<string> ObjectAsync(TestTown town, string id)
    {
        var at = (await town.EndOfWindowAsync(id)).AddMinutes(-1);
        var answer = await RaiseObjection.RunAsync(town.Ledger, new(id), "价格太低，承包人是谁的亲戚？", "王某", null, at);
        return StreamKey.IdOf(Assert.IsType<Outcome.Done>(answer.Outcome).Moved[0].Stream);
    }
}
