using Transparency.Contracts;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Cases;
using Transparency.Portal.Cases.Declarations;
using Transparency.Portal.Cases.Declarations.Publicity;
using Transparency.Portal.Store;
using Transparency.Portal.Tests.Store;
using Transparency.Samples;

namespace Transparency.Portal.Tests.Tenders;

/// <summary>Acts on tenders in a town of their own, each on a named day after 30 September 2026.</summary>
internal sealed class TenderLife(TestTown town) : IAsyncDisposable
{
    private int minutes;

    public TestTown Town => town;

    /// <summary>The moment of the newest act.</summary>
    public DateTimeOffset Now { get; private set; }

    public static async Task<TenderLife> NewAsync() => new(await TestTown.NewAsync());

    /// <param name="day">31 is 31 October, 32 is 1 November</param>
    public Task<Outcome> TryAsync(int day, string act, string subject, Officer by, object? fields = null)
    {
        Now = Shanghai.At(new DateOnly(2026, 9, 30).AddDays(day), new(9, 0)).AddMinutes(minutes++);
        return ActTable.RunAsync(town.Ledger, new(act, subject, TestTown.FieldsOf(fields), by, Now, null));
    }

    public async Task ActAsync(int day, string act, string subject, Officer by, object? fields = null)
    {
        var outcome = await TryAsync(day, act, subject, by, fields);
        Assert.True(outcome is Outcome.Done, $"{act}: {outcome}");
    }

    public async Task<string> RefusedAsync(int day, string act, string subject, Officer by, object? fields = null) =>
        Assert.IsType<Outcome.Refused>(await TryAsync(day, act, subject, by, fields)).Why.Code;

    /// <summary>The major route: a declaration carries the plan through its window to approval.</summary>
    public async Task DiscloseAsync(string tender, string? village)
    {
        var clerk = village is null ? SampleOfficers.TownClerk : SampleOfficers.Clerk;
        await ActAsync(1, "draft", "plan", clerk, new Dictionary<string, string>
        {
            ["title"] = "采购立项", ["matter"] = village is null ? "coal-season" : "tender-plan", ["village"] = village ?? "", ["what"] = "采购", ["for_whom"] = "全体村民", ["ask"] = "镇经管站",
            ["sources"] = "村集体 = 250000.00", ["plans"] = tender,
            ["deliberation"] = village is null ? TestDecisions.Coal : TestDecisions.Purchase,
            ["shares"] = village is null ? TestDecisions.CoalShares : "",
        });
        await ActAsync(1, "declare", "plan", clerk);
        await town.PinnedAsync("pass-review", "plan", SampleOfficers.Reviewer);
        await ActAsync(9, "open-window", "plan", SampleOfficers.Reviewer, new { hash = await town.HashAsync("plan") });
        Assert.IsType<Outcome.Done>(await CloseWindow.RunAsync(town.Ledger, new("plan"), await town.EndOfWindowAsync("plan")));
        await ActAsync(19, "approve", "plan", SampleOfficers.Approver, new { hash = await town.HashAsync("plan") });
        Assert.IsType<Tender.Disclosed>(await StateAsync(tender));
    }

    /// <summary>The routine route: quotations for a repair, announced on the 2nd, open until the 8th, 9:00.</summary>
    public async Task RoutineAsync(string tender, Dictionary<string, string> plan)
    {
        var repair = new Dictionary<string, string>(plan)
        {
            ["matter"] = "purchase-quotation", ["method"] = "quotation", ["estimate"] = "30000", ["ceiling"] = "", ["lots"] = "1 = 管线维修 = 1 项 = 30000",
        };
        await ActAsync(1, "plan-tender", tender, SampleOfficers.Clerk, repair);
        Assert.Equal("officer.may-not", await RefusedAsync(1, "sign-plan", tender, SampleOfficers.Clerk));
        await ActAsync(1, "sign-plan", tender, SampleOfficers.Reviewer);
        await ActAsync(2, "announce-tender", tender, SampleOfficers.Clerk, new { deadline = "2026-10-08 09:00", place = "村委会", channels = "公告栏", rules = "最低价" });
    }

    public async Task<Tender> StateAsync(string tender)
    {
        await using var session = town.Store.QuerySession();
        return (await Entry.LoadAsync(session, StreamKey.Of(new TenderId(tender)), TenderDecider.Law, CancellationToken.None)).State;
    }

    public ValueTask DisposeAsync() => town.DisposeAsync();
}
