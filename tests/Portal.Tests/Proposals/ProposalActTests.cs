using Transparency.Contracts;
using Transparency.Contracts.Proposals;
using Transparency.Portal.Cases;
using Transparency.Portal.Cases.Letters;
using Transparency.Portal.Cases.Proposals;
using Transparency.Portal.Hosting;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Keeping;
using Transparency.Portal.Tests.Store;
using Transparency.Publishing.Register;
using Transparency.Samples;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Portal.Tests.Proposals;

/// <summary>Proposals through the store: numbers, the two halves of a merger, receipts, and what no event may say.</summary>
public sealed class ProposalActTests
{
    private static readonly ProposalLetter Letter = new(SampleRules.Gudichang, "卤水放掉太可惜。", "欧阳建国", "13900010099", true);

    [Fact]
    public async Task A_proposal_goes_from_the_letter_to_its_result_by_named_acts()
    {
        await using var town = await TestTown.NewAsync();
        var (id, _) = await SentAsync(town, Letter);
        await town.MustAsync("admit-proposal", id, Reviewer, Words("回收苦卤"));
        await town.MustAsync("return-proposal", id, SecondReviewer, new { reason = "写清在哪里" });
        await town.MustAsync("admit-proposal", id, Reviewer, Words("固堤场回收苦卤"));
        Assert.Null(await RowAsync(town, id));
        (await town.ActAsync("sign-proposal", id, Reviewer, new { hash = await HashAsync(town, id) })).RefusedAs("proposal.own-admission");
        (await town.ActAsync("sign-proposal", id, SecondReviewer, new { hash = new string('0', 64) })).RefusedAs("content.moved");
        await town.MustAsync("sign-proposal", id, SecondReviewer, new { hash = await HashAsync(town, id) });
        await town.MustAsync("study-proposal", id, Reviewer, new { unit = "镇经管站", until = "2026-09-25" });
        (await town.ActAsync("answer-proposal", id, Reviewer, new { outcome = "adopted", reasons = "好" })).RefusedAs("proposal.own-admission");
        (await town.ActAsync("answer-proposal", id, SecondReviewer, new { outcome = "perhaps", reasons = "好" })).RefusedAs("field.invalid");
        await town.MustAsync("answer-proposal", id, SecondReviewer, new { outcome = "adopted", reasons = "先试三个月" });
        (await town.ActAsync("carry-proposal", id, TownClerk, new { declaration = "2026/1" })).RefusedAs("proposal.declaration-not-public");
        (await town.ActAsync("carry-proposal", id, TownClerk, new { work = "nobody-knows" })).RefusedAs("proposal.work-not-public");
        await town.RegisterLeaseAsync();
        await town.OpenedAsync("d1");
        await town.MustAsync("carry-proposal", id, TownClerk, new { declaration = "2026-0001" });
        await town.MustAsync("post-proposal-result", id, TownClerk, new { result = "产出 9.6 吨" });
        var row = (await RowAsync(town, id))!;
        Assert.Equal(("2026/1", "固堤场回收苦卤", ProposalStatus.ResultPosted, 1), ($"{row.Number}", row.Section.Title.Zh, row.Status, row.Carrier!.Declaration!.Ordinal));
        Assert.Empty(await CheckStore.RunAsync(town.Store, PortalStreams.All));
    }

    [Fact]
    public async Task A_merger_is_written_on_both_or_on_neither()
    {
        await using var town = await TestTown.NewAsync();
        var (kept, _) = await DisclosedAsync(town);
        var (same, code) = await SentAsync(town, Letter with { Village = null });
        foreach (var number in new[] { "2026/2", "1999/1" })
            (await town.ActAsync("merge-proposal", same, Reviewer, new { into = number })).RefusedAs("proposal.other-not-public");
        (await town.ActAsync("merge-proposal", same, Reviewer, new { into = "第一号" })).RefusedAs("field.invalid");
        Assert.Equal(0, (await RowAsync(town, kept))!.Joined);
        await town.MustAsync("merge-proposal", same, Reviewer, new { into = "2026/1" });
        Assert.Equal((1, null), ((await RowAsync(town, kept))!.Joined, await RowAsync(town, same)));
        var found = (await FoundAsync(town, code))!;
        Assert.Equal(("act.proposal.state.merged", "proposals/2026/1/"), (found.State.Code, found.About!.Value.Path));
    }

    [Fact]
    public async Task Numbers_have_no_gap_whoever_is_faster()
    {
        await using var town = await TestTown.NewAsync();
        var letters = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => SentAsync(town, Letter with { Words = $"建议 {i}" })));
        var at = TestTown.Morning.AddHours(1);
        var admitted = await Task.WhenAll(letters.Select(x => ActTable.RunAsync(
            town.Ledger, new("admit-proposal", x.Id, new Dictionary<string, string> { ["title"] = "一件", ["body"] = "一件" }, Reviewer, at, null))));
        Assert.All(admitted, outcome => Assert.IsType<Outcome.Done>(outcome));
        await using var session = town.Store.QuerySession();
        var numbers = new List<string?>();
        foreach (var (id, _) in letters) numbers.Add((await session.LoadAsync<ProposalOnDesk>($"proposal/{id}"))!.Number);
        Assert.Equal(Enumerable.Range(1, 6).Select(n => $"2026/{n}"), numbers.Order(StringComparer.Ordinal));
        Assert.Empty(await CheckStore.RunAsync(town.Store, PortalStreams.All));
    }

    [Fact]
    public async Task A_receipt_tells_each_step_and_the_reason_of_a_refusal_to_its_holder_alone()
    {
        await using var town = await TestTown.NewAsync();
        var (id, code) = await SentAsync(town, Letter);
        Assert.Equal(("act.proposal.state.submitted", false), await FoundAsync(town, code) is { } sent ? (sent.State.Code, sent.IsDone) : default);
        await town.MustAsync("admit-proposal", id, Reviewer, Words("一件"));
        Assert.Equal(("act.proposal.state.admitted", null), await FoundAsync(town, code) is { } admitted ? (admitted.State.Code, admitted.About?.Path) : default);
        await town.MustAsync("sign-proposal", id, SecondReviewer, new { hash = await HashAsync(town, id) });
        Assert.Equal("proposals/2026/1/", (await FoundAsync(town, code))!.About!.Value.Path);

        var (other, otherCode) = await SentAsync(town, Letter);
        await town.MustAsync("decline-proposal", other, Reviewer, new { reason = "公交线路由县里定" });
        Assert.Equal(("公交线路由县里定", true), await FoundAsync(town, otherCode) is { } declined ? (declined.Said!.Zh, declined.IsDone) : default);
        Assert.Null(await RowAsync(town, other));
        Assert.Null(await FoundAsync(town, "2222-2222-2222"));
    }

    [Fact]
    public async Task The_words_the_name_and_the_contact_stand_in_no_event_and_no_row()
    {
        await using var town = await TestTown.NewAsync();
        await DisclosedAsync(town);
        var everything = (string)(await town.SqlAsync("""
            select string_agg(t, ' ') from (select data::text t from ledger.mt_events union all select data::text from portal.mt_doc_proposalonregister
            union all select data::text from portal.mt_doc_proposalondesk) x
            """))!;
        Assert.All(["卤水放掉太可惜", "建国", "13900010099"], secret => Assert.DoesNotContain(secret, everything, StringComparison.Ordinal));
        Assert.Contains("欧阳某", everything, StringComparison.Ordinal);
    }

    private static async Task<(string Id, string Code)> SentAsync(TestTown town, ProposalLetter letter)
    {
        var sent = await SubmitProposal.RunAsync(town.Ledger, letter, TestTown.Morning);
        var done = Assert.IsType<Outcome.Done>(sent.Outcome);
        return (StreamKey.IdOf(Assert.Single(done.Moved).Stream), sent.Receipt!);
    }

    private static async Task<(string Id, string Code)> DisclosedAsync(TestTown town)
    {
        var (id, code) = await SentAsync(town, Letter);
        await town.MustAsync("admit-proposal", id, Reviewer, Words("回收苦卤"));
        await town.MustAsync("sign-proposal", id, SecondReviewer, new { hash = await HashAsync(town, id) });
        return (id, code);
    }

    private static object Words(string title) => new { title, body = "先小规模试试。" };

    private static async Task<FoundLetter?> FoundAsync(TestTown town, string code)
    {
        await using var session = town.Store.QuerySession();
        return await SubmitProposal.Letter.FindAsync(session, Receipt.HashOf(code), CancellationToken.None);
    }

    private static async Task<ProposalOnRegister?> RowAsync(TestTown town, string id)
    {
        await using var session = town.Store.QuerySession();
        return await session.LoadAsync<ProposalOnRegister>($"proposal/{id}");
    }

    private static async Task<string> HashAsync(TestTown town, string id)
    {
        await using var session = town.Store.QuerySession();
        return (await ActTable.All["sign-proposal"].Pins!(session, SampleRules.Book, id, CancellationToken.None))!.Value.Value;
    }
}
