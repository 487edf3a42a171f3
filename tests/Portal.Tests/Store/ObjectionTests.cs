using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Objections;
using Transparency.Portal.Cases.Declarations;
using Transparency.Portal.Cases.Declarations.Publicity;
using Transparency.Portal.Cases.Letters;
using Transparency.Portal.Hosting;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;
using Transparency.Portal.Store.Keeping;
using Transparency.Samples;

namespace Transparency.Portal.Tests.Store;

public class ObjectionTests
{
    [Fact]
    public async Task A_receipt_tells_its_holder_what_became_of_the_objection()
    {
        await using var town = await OpenAsync();
        var raised = await RaiseObjection.RunAsync(town.Ledger, new("d1"), "价格太低", null, "13800001111", TestTown.Morning.AddHours(2));
        Assert.Matches("^[2-9A-HJKMNP-Z]{4}(-[2-9A-HJKMNP-Z]{4}){2}$", raised.Receipt);
        await using var session = town.Store.QuerySession();
        Task<FoundLetter?> FindAsync(string code) => RaiseObjection.Letter.FindAsync(session, Receipt.HashOf(code), default);
        var found = (await FindAsync($" {raised.Receipt!.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant()} "))!;
        Assert.Equal(("盐田承包", TestTown.Morning.AddHours(2), "act.state.waiting", false), (found.About?.Title.Zh, found.ReceivedAt, found.State.Code, found.IsDone));
        Assert.Null(await FindAsync("2222-2222-2222"));

        var letter = await session.Query<ObjectionLetter>().SingleAsync();
        Assert.DoesNotContain(raised.Receipt.Replace("-", "", StringComparison.Ordinal), letter.ToString(), StringComparison.OrdinalIgnoreCase);
        await town.MustAsync("settle-objection", "d1", SampleOfficers.Reviewer, new { objection = letter.Id, set_aside = "yes", summary = "嫌价低", answer = "已经评估" });
        var settled = (await FindAsync(raised.Receipt))!;
        Assert.Equal(("act.state.set-aside", true, "act.read-answer"), (settled.State.Code, settled.IsDone, settled.Read));
    }

    [Fact]
    public async Task The_words_and_the_author_stand_in_no_event_and_no_row()
    {
        await using var town = await OpenAsync();
        await RaiseObjection.RunAsync(town.Ledger, new("d1"), "秘密的话", "孙小小", "13999998888", TestTown.Morning.AddHours(2));
        var everything = (string)(await town.SqlAsync("""
            select string_agg(t, ' ') from (select data::text t from ledger.mt_events union all select data::text from portal.mt_doc_objectiononregister
            union all select data::text from portal.mt_doc_declarationonregister) x
            """))!;
        Assert.All(["秘密的话", "孙小小", "13999998888"], secret => Assert.DoesNotContain(secret, everything, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_arrives_before_or_after_the_window_or_without_words()
    {
        await using var town = await OpenAsync();
        var end = await town.EndOfWindowAsync("d1");
        await town.DeclaredAsync("d2");
        (await RaiseObjection.RunAsync(town.Ledger, new("d2"), "不行", null, null, TestTown.Morning)).Outcome.RefusedAs("objection.no-window");
        (await RaiseObjection.RunAsync(town.Ledger, new("d1"), "不行", null, null, end)).Outcome.RefusedAs("objection.no-window");
        (await RaiseObjection.RunAsync(town.Ledger, new("d1"), " ", null, null, TestTown.Morning)).Outcome.RefusedAs("objection.words-missing");
        Assert.Equal(0L, await town.SqlAsync("select count(*) from portal.mt_doc_objectionletter"));
        Assert.IsType<Outcome.Done>((await RaiseObjection.RunAsync(town.Ledger, new("d1"), "不行", null, null, end.AddTicks(-1))).Outcome);
        Assert.Empty(await CloseWindow.AllEndedAsync(town.Ledger, end.AddTicks(-1)));
        Assert.IsType<Declaration.InPublicity>((await town.FileAsync("d1")).State);
        Assert.Empty(await CloseWindow.AllEndedAsync(town.Ledger, end.AddDays(3)));
        Assert.Single(Assert.IsType<Declaration.WindowClosed>((await town.FileAsync("d1")).State).Unsettled);
        (await town.ActAsync("approve", "d1", SampleOfficers.Approver, new { hash = await town.HashAsync("d1") })).RefusedAs("declaration.objection-unsettled");
    }

    /// <summary>Nobody approves an election: the job ends it, at the window's end or at the last answer, however late it comes round.</summary>
    [Fact]
    public async Task What_nobody_approves_ends_once_the_last_objection_has_its_answer()
    {
        await using var town = await TestTown.NewAsync();
        await ElectAsync(town, "quiet");
        await ElectAsync(town, "doubted");
        Assert.IsType<Outcome.Done>((await RaiseObjection.RunAsync(town.Ledger, new("doubted"), "票数不对", null, null, TestTown.Morning.AddHours(2))).Outcome);
        var end = await town.EndOfWindowAsync("quiet");
        Assert.Empty(await CloseWindow.AllEndedAsync(town.Ledger, end.AddDays(1)));
        Assert.Equal(end, (await LastAsync(town, "quiet")).By.At);
        Assert.IsType<DeclarationConcluded>(await LastAsync(town, "quiet"));
        Assert.IsType<DeclarationWindowClosed>(await LastAsync(town, "doubted"));
        Assert.Empty(await CloseWindow.AllEndedAsync(town.Ledger, end.AddDays(2)));
        Assert.IsType<DeclarationWindowClosed>(await LastAsync(town, "doubted"));

        await using (var session = town.Store.QuerySession())
            await town.MustAsync("settle-objection", "doubted", SampleOfficers.Reviewer, new { objection = (await session.Query<ObjectionLetter>().SingleAsync()).Id, set_aside = "no", summary = "票数", answer = "已复核" });
        var answered = (await LastAsync(town, "doubted")).By.At;
        Assert.Empty(await CloseWindow.AllEndedAsync(town.Ledger, end.AddDays(5)));
        Assert.Empty(await CloseWindow.AllEndedAsync(town.Ledger, end.AddDays(6)));
        Assert.Equal((typeof(DeclarationConcluded), answered), ((await LastAsync(town, "doubted")).GetType(), (await LastAsync(town, "doubted")).By.At));
        (await town.ActAsync("approve", "doubted", SampleOfficers.Approver, new { hash = (await town.FileAsync("doubted")).State.Case.Sections[^1].Hash.Value })).RefusedAs("declaration.nobody-approves");
        Assert.Empty(await CheckStore.RunAsync(town.Store, PortalStreams.All));
    }

    private static async Task ElectAsync(TestTown town, string id)
    {
        var number = (int)(long)(await town.SqlAsync("select count(*) from ledger.mt_events where type = 'number-taken'"))! + 1;
        var content = new DeclarationContent(new("补选结果"), "election-result", new("09"), new("公布补选结果"), new("全体村民"), new("村委会"), [], [], new(""), null, []);
        Assert.IsType<Outcome.Done>(await town.Ledger.WriteAsync(new("test", "test"), entry =>
        {
            var section = DeclarationSection.Of(content, entry.Rules, new Contracts.Deliberations.Deliberation.None(), [], []);
            var (clerk, reviewer) = (TestTown.Clerk.Sign(TestTown.Morning), SampleOfficers.Reviewer.Sign(TestTown.Morning));
            var state = DeclarationDecider.Law.Fold([new DeclarationDrafted(new(id), content, clerk), new DeclarationDeclared(section, section.Hash, clerk), new DeclarationReviewPassed(section, section.Hash, reviewer)]);
            var opened = Assert.IsType<Decision<DeclarationEvent>.Accepted>(DeclarationDecider.Law.Decide(entry.Rules, state, new DeclarationCommand.OpenWindow(section, section.Hash, number, SampleOfficers.Reviewer, TestTown.Morning)));
            entry.Append($"declaration/{id}", 0, new DeclarationDrafted(new(id), content, clerk), new DeclarationDeclared(section, section.Hash, clerk), new DeclarationReviewPassed(section, section.Hash, reviewer), opened.Events[0]);
            entry.Append(StreamKey.Numbers(2026), number - 1, new NumberTaken(number, new(id), TestTown.Morning));
            return Task.FromResult<Refusal?>(null);
        }));
    }

    private static async Task<DeclarationEvent> LastAsync(TestTown town, string id)
    {
        await using var session = town.Store.QuerySession();
        return (DeclarationEvent)(await session.Events.FetchStreamAsync($"declaration/{id}"))[^1].Data;
    }

    [Theory]
    [InlineData("close")]
    [InlineData("restart")]
    public async Task Ending_a_window_waits_for_an_objection_that_is_on_its_way_and_counts_it(string how)
    {
        await using var town = await OpenAsync();
        var end = await town.EndOfWindowAsync("d1");
        var (decided, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var raising = town.Ledger.WriteAsync(new("public", "public"), async entry =>
        {
            await entry.LockAsync("declaration/d1", shared: true);
            var file = await entry.LoadAsync("declaration/d1", DeclarationDecider.Law);
            var no = entry.Decide(await entry.LoadAsync("objection/o1", ObjectionDecider.Law), new ObjectionCommand.Raise(new("o1"), new("d1"), file.State, end.AddTicks(-1)));
            decided.SetResult();
            await release.Task;
            return no;
        });
        await decided.Task;
        var ending = how == "close" ? CloseWindow.RunAsync(town.Ledger, new("d1"), end) : town.ActAsync("restart", "d1", TestTown.Clerk, new { for_whom = "更多人", reason = "变更" });
        await town.WaitersAsync(1, ending);
        Assert.False(ending.IsCompleted, "it did not wait");
        release.SetResult();
        Assert.IsType<Outcome.Done>(await raising);
        Assert.IsType<Outcome.Done>(await ending);
        Assert.Equal([new ObjectionId("o1")], (await town.FileAsync("d1")).State.Case.Arrived);
    }

    [Fact]
    public async Task However_closing_and_objections_meet_none_is_lost()
    {
        await using var town = await OpenAsync();
        var end = await town.EndOfWindowAsync("d1");
        var raising = Enumerable.Range(0, 6).Select(i => RaiseObjection.RunAsync(town.Ledger, new("d1"), $"意见 {i}", null, null, end.AddTicks(-1))).ToList();
        var closing = CloseWindow.RunAsync(town.Ledger, new("d1"), end);
        var answers = await Task.WhenAll(raising);
        Assert.IsType<Outcome.Done>(await closing);
        var arrived = answers.Select(a => a.Outcome).OfType<Outcome.Done>().Select(d => StreamKey.IdOf(d.Moved[0].Stream)).Order(StringComparer.Ordinal);
        Assert.Equal(arrived, Assert.IsType<Declaration.WindowClosed>((await town.FileAsync("d1")).State).Unsettled.Select(o => o.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_objection_is_settled_only_on_its_own_declaration()
    {
        await using var town = await OpenAsync();
        await town.OpenedAsync("d2");
        var objection = await ActTests.ObjectAsync(town, "d1");
        (await town.ActAsync("settle-objection", "d2", SampleOfficers.Reviewer, new { objection, set_aside = "no", summary = "问", answer = "答" })).RefusedAs("objection.unknown");
        (await town.ActAsync("settle-objection", "d1", SampleOfficers.Reviewer, new { objection = "nothing", set_aside = "no", summary = "问", answer = "答" })).RefusedAs("objection.unknown");
    }

    private static async Task<TestTown> OpenAsync()
    {
        var town = await TestTown.NewAsync();
        await town.RegisterLeaseAsync();
        await town.OpenedAsync("d1");
        return town;
    }
}
