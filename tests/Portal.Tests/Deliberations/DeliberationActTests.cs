using Transparency.Contracts;
using Transparency.Contracts.Deliberations;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Declarations;
using Transparency.Portal.Hosting;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Keeping;
using Transparency.Portal.Tests.Store;
using Transparency.Publishing.Register;
using Transparency.Samples;

namespace Transparency.Portal.Tests.Deliberations;

/// <summary>The acts by name, over the real store, and what a declaration makes of them.</summary>
public class DeliberationActTests
{
    private const string Number = "09-2026-D-0002";

    private static readonly Dictionary<string, string> Proposal = new(Meeting("01", 3, 3, 3)) { ["title"] = "盐田承包", ["title_en"] = "Letting a pan", ["matter"] = "lease-saltpan", ["what"] = "承包盐田", ["wish"] = "villagers",
        ["flow"] = "received", ["amounts"] = "承包费 = 180000.00", ["parties"] = "欧阳某（个人）" };

    [Fact]
    public async Task From_the_proposal_to_the_posting_and_only_then_a_declaration()
    {
        await using var town = await TestTown.NewAsync();
        await town.HoldAsync(SampleDecisions.Minutes, SampleDecisions.Photo);
        await town.RegisterLeaseAsync();
        Assert.IsType<Outcome.Done>(await town.DraftAsync("d1", new { deliberation = Number }));
        (await town.ActAsync("declare", "d1", TestTown.Clerk)).RefusedAs("decision.unknown");
        await town.MustAsync("propose", Number, TestTown.Clerk, Proposal);
        (await town.ActAsync("resolve", Number, TestTown.Clerk, Resolution("10", 30))).RefusedAs("deliberation.not-now");
        await town.MustAsync("discuss", Number, TestTown.Clerk, Meeting("04", 7, 6, 5));
        await town.MustAsync("party-review", Number, TestTown.Clerk, Meeting("07", 24, 19, 18));
        (await town.ActAsync("declare", "d1", TestTown.Clerk)).RefusedAs("decision.not-resolved");
        await town.MustAsync("resolve", Number, TestTown.Clerk, Resolution("10", 30));
        (await town.ActAsync("declare", "d1", TestTown.Clerk)).RefusedAs("decision.not-posted");
        (await town.ActAsync("post-resolution", Number, TestTown.Clerk, Posting)).RefusedAs("deliberation.own-resolution");
        await town.MustAsync("post-resolution", Number, SampleOfficers.Poster, Posting);
        await town.MustAsync("declare", "d1", TestTown.Clerk);

        var section = ((Result<Contracts.Declarations.DeclarationSection>.Of)(await town.FileAsync("d1")).Section).Value;
        Assert.Equal((Number, VillageBody.MemberRepresentatives, 35, 32, 30, "2026年1月12日村民会议授权决定"),
            (section.Decision!.Number.Value, section.Decision.Body, section.Decision.Due, section.Decision.Present, section.Decision.For, section.Decision.Mandate!.Zh));
        Assert.Equal([DeliberationStep.Proposed, DeliberationStep.Discussed, DeliberationStep.PartyReviewed, DeliberationStep.Resolved], section.Decision.Steps.Select(s => s.Step));
        Assert.Equal(SampleDecisions.Minutes, Assert.Single(section.Decision.Steps[^1].Meeting.Minutes));
        Assert.Empty(await CheckStore.RunAsync(town.Store, PortalStreams.All));
    }

    [Fact]
    public async Task A_result_is_public_once_the_declaration_is_approved_and_moves_nothing_else()
    {
        await using var town = await TestTown.NewAsync();
        await town.HoldAsync(SampleDecisions.Minutes, SampleDecisions.Photo);
        await town.RegisterLeaseAsync();
        await town.OpenedAsync("d1");
        await town.ClosedAsync("d1");
        var result = new { date = "2026-09-16", result = "盐田已交付", declaration = "d1", evidence = AttachmentRows.Write([SampleDecisions.Photo]) };
        (await town.ActAsync("post-result", TestDecisions.Lease, TestTown.Clerk, result)).RefusedAs("deliberation.not-approved");
        (await town.ActAsync("post-result", TestDecisions.Lease, TestTown.Clerk, new { date = "2026-09-16", result = "盐田已交付", declaration = "", evidence = "x" })).RefusedAs("field.invalid");
        Assert.Equal(0L, await town.SqlAsync("select count(*) from portal.mt_doc_deliberationonregister"));
        await town.PinnedAsync("approve", "d1", SampleOfficers.Approver);
        var before = await town.HashAsync("d1");
        await town.MustAsync("post-result", TestDecisions.Lease, TestTown.Clerk, result);
        Assert.Equal(before, await town.HashAsync("d1"));
        await using var session = town.Store.QuerySession();
        var row = await session.LoadAsync<DeliberationOnRegister>($"deliberation/{TestDecisions.Lease}");
        Assert.Equal(("盐田已交付", new DateOnly(2026, 9, 16), SampleDecisions.Photo), (row!.Result!.Words.Zh, row.Result.On, row.Result.Evidence[0]));
        Assert.Empty(await CheckStore.RunAsync(town.Store, PortalStreams.All));
    }

    [Fact]
    public async Task A_vote_that_fails_and_the_two_exits_end_it()
    {
        await using var town = await TestTown.NewAsync();
        await town.HoldAsync(SampleDecisions.Minutes, SampleDecisions.Photo);
        foreach (var (id, last, by, fields) in new[]
        {
            ("09-2026-D-0003", "resolve", TestTown.Clerk, Resolution("10", 12)), ("09-2026-D-0004", "return-deliberation", TestTown.Clerk, new() { ["reason"] = "再议" }),
            ("09-2026-D-0005", "withdraw-deliberation", SampleOfficers.Poster, new() { ["reason"] = "不办了" }),
        })
        {
            await town.MustAsync("propose", id, TestTown.Clerk, Proposal);
            await town.MustAsync("discuss", id, TestTown.Clerk, Meeting("04", 7, 6, 5));
            await town.MustAsync("party-review", id, TestTown.Clerk, Meeting("07", 24, 19, 18));
            await town.MustAsync(last, id, by, fields);
            (await town.ActAsync("post-resolution", id, SampleOfficers.Poster, Posting)).RefusedAs("deliberation.not-now");
        }
        await using var session = town.Store.QuerySession();
        Assert.Equal(["Rejected", "Returned", "Withdrawn"], new[] { 3, 4, 5 }.Select(n => session.LoadAsync<Portal.Cases.Desk.DeliberationOnDesk>($"deliberation/09-2026-D-000{n}").Result!.State));
    }

    [Fact]
    public async Task Crooked_requests_are_refused_by_name()
    {
        await using var town = await TestTown.NewAsync();
        (await town.ActAsync("propose", "09-2026-L-0001", TestTown.Clerk, Proposal)).RefusedAs("deliberation.id");
        (await town.ActAsync("propose", Number, SampleOfficers.Clerk, Proposal)).RefusedAs("officer.may-not");
        (await town.ActAsync("propose", Number, TestTown.Clerk, new Dictionary<string, string>(Proposal) { ["matter"] = "town-works" })).RefusedAs("deliberation.needless");
        (await town.ActAsync("propose", Number, TestTown.Clerk, new Dictionary<string, string>(Proposal) { ["minutes"] = "not-a-file" })).RefusedAs("field.invalid");
        (await town.ActAsync("propose", Number, TestTown.Clerk, new Dictionary<string, string>(Proposal) { ["against"] = "" })).RefusedAs("field.missing");
        (await town.ActAsync("discuss", Number, TestTown.Clerk, Meeting("04", 7, 6, 5))).RefusedAs("deliberation.unknown");
        await town.MustAsync("propose", Number, TestTown.Clerk, new Dictionary<string, string>(Proposal) { ["merged"] = "yes", ["members"] = "7", ["present"] = "6", ["agreed"] = "6" });
        Assert.Equal(2, await town.VersionAsync($"deliberation/{Number}"));
        (await town.ActAsync("propose", Number, TestTown.Clerk, Proposal)).RefusedAs("deliberation.not-now");
        (await town.ActAsync("party-review", Number, TestTown.Clerk, Meeting("07", 24, 19, 18), seen: 1)).RefusedAs(StoreFault.Conflict.Code);
    }

    private static Dictionary<string, string> Posting => new() { ["date"] = "2026-09-11", ["place"] = "村务公开栏" };

    private static Dictionary<string, string> Resolution(string day, int agreed) => new(Meeting(day, 35, 32, agreed))
    {
        ["body"] = "member-representatives", ["mandate"] = "2026年1月12日村民会议授权决定", ["observer"] = "镇经管站", ["minutes"] = AttachmentRows.Write([SampleDecisions.Minutes]),
    };

    private static Dictionary<string, string> Meeting(string day, int members, int present, int agreed) => new()
    {
        ["date"] = $"2026-09-{day}", ["place"] = "村委会会议室", ["members"] = $"{members}", ["present"] = $"{present}", ["agreed"] = $"{agreed}", ["against"] = "0",
    };
}
