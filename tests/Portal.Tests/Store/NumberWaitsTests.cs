using Transparency.Contracts;
using Transparency.Contracts.Losses;
using Transparency.Portal.Cases.Proposals;
using Transparency.Portal.Store;
using Transparency.Portal.Tests.Tenders;
using Transparency.Samples;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Portal.Tests.Store;

/// <summary>A number that the tree shows and the store does not know is given to nobody, until the loss of its record is accepted.</summary>
public sealed class NumberWaitsTests
{
    private static readonly object Drive = new { title = "盐田合同清理", what = "逐份核实" };

    private static readonly object Inspection = new
    {
        title = "八月检查", from = "2026-08", to = "2026-08", count = "2", team = "镇经管站", first = "2026-09-17", last = "2026-09-25", half = "pine-harbour-salt-2026",
    };

    [Fact]
    public async Task Of_agreements_tenders_drives_and_inspections()
    {
        await using var town = await TestTown.NewAsync();
        (string Act, string Number, Officer By, object Fields, string Folder)[] acts =
        [
            ("register-agreement", TestTown.Lease, TestTown.Clerk, TestTown.LeaseFields, $"agreements/{TestTown.Lease}/"),
            ("register-agreement", TestTown.Lease, TestTown.Clerk, TestTown.LeaseFields, $"tenders/{TestTown.Lease}/"),
            ("plan-tender", "04-2026-W-0001", Clerk, TenderActTests.Plan, "tenders/04-2026-W-0001/"),
            ("plan-tender", "04-2026-W-0001", Clerk, TenderActTests.Plan, "agreements/04-2026-W-0001/"),
            ("open-drive", "saltpans-2026", TownClerk, Drive, "agreements/clean-up/saltpans-2026/"),
            ("plan-inspection", "2026-1", TownClerk, Inspection, "inspections/2026/1/"),
        ];
        foreach (var (act, number, by, fields, folder) in acts)
        {
            town.Shown.Add(folder);
            (await town.ActAsync(act, number, by, fields)).RefusedAs("number.waits");
            town.Shown.Clear();
        }
        foreach (var (act, number, by, fields, folder) in acts.DistinctBy(x => x.Number))
        {
            await town.MustAsync(act, number, by, fields);
            town.Shown.Add(folder);
        }
        // What stands in public and is known here is no loss.
        foreach (var (act, number, by, fields, _) in acts)
            Assert.NotEqual("number.waits", Assert.IsType<Outcome.Refused>(await town.ActAsync(act, number, by, fields)).Why.Code);
    }

    [Fact]
    public async Task Of_declarations_and_proposals_and_a_second_opening_takes_none()
    {
        await using var town = await TestTown.NewAsync();
        await town.RegisterLeaseAsync();
        await town.DeclaredAsync("d1");
        await town.PinnedAsync("pass-review", "d1", Reviewer);
        town.Shown.UnionWith(["declarations/2026/0001/", "proposals/2026/1/"]);
        (await town.ActAsync("open-window", "d1", Reviewer, new { hash = await town.HashAsync("d1") })).RefusedAs("number.waits");
        var sent = await SubmitProposal.RunAsync(town.Ledger, new(SampleRules.Gudichang, "卤水放掉太可惜。", null, null, false), TestTown.Morning);
        var letter = StreamKey.IdOf(Assert.Single(Assert.IsType<Outcome.Done>(sent.Outcome).Moved).Stream);
        (await town.ActAsync("admit-proposal", letter, Reviewer, new { title = "回收苦卤", body = "先试。" })).RefusedAs("number.waits");
        Assert.Equal((0L, 0L), (await town.VersionAsync("numbers/2026"), await town.VersionAsync("numbers/proposal/2026")));

        town.Shown.Clear();
        await town.PinnedAsync("open-window", "d1", Reviewer);
        await town.MustAsync("admit-proposal", letter, Reviewer, new { title = "回收苦卤", body = "先试。" });
        town.Shown.UnionWith(["declarations/2026/0001/", "declarations/2026/0002/", "proposals/2026/1/", "proposals/2026/2/"]);
        await town.MustAsync("restart", "d1", TestTown.Clerk, new { for_whom = "全体村民和盐工", reason = "增加受益人" });
        await town.PinnedAsync("pass-review", "d1", Reviewer);
        await town.PinnedAsync("open-window", "d1", Reviewer);
        await town.MustAsync("return-proposal", letter, SecondReviewer, new { reason = "写清在哪里" });
        await town.MustAsync("admit-proposal", letter, Reviewer, new { title = "固堤场回收苦卤", body = "先试。" });
    }

    [Fact]
    public async Task Once_its_loss_is_accepted_a_record_may_be_entered_again()
    {
        await using var town = await TestTown.NewAsync();
        town.Shown.Add($"agreements/{TestTown.Lease}/");
        Assert.IsType<Outcome.Done>(await town.Ledger.WriteAsync(new("test", "test"), entry =>
        {
            entry.Append("loss/1", 0, new LossAccepted(1, new("找不回来"), [$"agreements/{TestTown.Lease}/index.html"], [], Everyone.Sign(TestTown.Morning)));
            return Task.FromResult<Refusal?>(null);
        }));
        await town.RegisterLeaseAsync();
    }
}
