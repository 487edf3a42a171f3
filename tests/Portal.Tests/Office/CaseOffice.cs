using Transparency.Contracts;
using Transparency.Portal.Cases;
using Transparency.Portal.Store;
using Transparency.Portal.Tests.Store;
using Transparency.Samples;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Portal.Tests.Office;

/// <summary>An office whose clock may be moved, for cases that wait for days; a class of tests has one to itself.</summary>
public sealed class CaseOffice : IAsyncLifetime
{
    public const string Lease = "09-2026-L-0001";

    public OfficeHost Host { get; } = new();

    public Task InitializeAsync() => Host.InitializeAsync();

    public Task DisposeAsync() => Host.DisposeAsync();

    /// <summary>9:00 of that day, local, or later.</summary>
    public void StepTo(DateOnly day) => Host.Clock.StepTo(Shanghai.At(day, new(9, 0)));

    /// <summary>Opens the page of a case, sends the form of one act, and expects that it is done.</summary>
    public async Task<Seen> DoAsync(Officer by, string path, string act, object? fields = null)
    {
        var visitor = await Host.SignedInAsync(by);
        var done = await visitor.SendAsync(await visitor.GoAsync($"/office/{path}"), $"#act-{act}", fields);
        Assert.True((done.Status, done.Query) == (200, $"?done={act}"), $"{act}: {done.Status} {done.Fault}");
        return done;
    }

    /// <summary>Expects that the law refuses, in words, and leaves what was typed.</summary>
    public async Task<Seen> RefusedAsync(Officer by, string path, string act, object? fields, int status)
    {
        var visitor = await Host.SignedInAsync(by);
        var refused = await visitor.SendAsync(await visitor.GoAsync($"/office/{path}"), $"#act-{act}", fields);
        Assert.Equal(status, refused.Status);
        Assert.NotEmpty(refused.Fault);
        return refused;
    }

    public async Task<long> VersionAsync(string stream)
    {
        await using var session = Host.Store.QuerySession();
        return (await session.Events.FetchStreamStateAsync(stream))?.Version ?? 0;
    }

    /// <summary>Set-up that other tests have shown to work by forms.</summary>
    public async Task ActAsync(string act, string subject, Officer by, Dictionary<string, string>? fields = null)
    {
        var outcome = await ActTable.RunAsync(Host.Ledger, new(act, subject, fields ?? [], by, Host.Clock.GetUtcNow(), null));
        Assert.True(outcome is Outcome.Done, $"{act} {subject}: {outcome}");
    }

    /// <summary>A file brought in by the form that takes files.</summary>
    public async Task ImportAsync(Officer by, string kind, string content)
    {
        var visitor = await Host.SignedInAsync(by);
        var looked = await visitor.UploadAsync(await visitor.GoAsync("/office/import"), kind, "月.csv", content);
        Assert.Contains("stored=", (await visitor.SendAsync(looked, "#confirm")).Query, StringComparison.Ordinal);
    }

    public Task RegisterLeaseAsync(string number = Lease) => ActAsync("register-agreement", number, OtherClerk, new()
    {
        ["title"] = "三号盐田承包合同", ["kind"] = "L", ["with"] = "某盐业公司", ["with_kind"] = "organisation", ["asset"] = "三号盐田", ["area"] = "120", ["start"] = "2016-01-01", ["end"] = "2036-12-31",
        ["total"] = "420000.00", ["yearly"] = "21000.00", ["due"] = "每年7月底", ["purpose"] = "制盐", ["existing"] = "yes",
    });

    /// <summary>A declaration that carries the lease, from its draft to its approval.</summary>
    public async Task ApproveLeaseAsync(string declaration)
    {
        await ActAsync("draft", declaration, OtherClerk, new()
        {
            ["title"] = "盐田承包", ["matter"] = "lease-saltpan", ["village"] = "09", ["what"] = "承包盐田", ["for_whom"] = "全体村民", ["ask"] = "村委会", ["sources"] = "承包费 = 180000.00",
            ["deliberation"] = TestDecisions.Lease, ["subjects"] = Lease,
        });
        await ActAsync("declare", declaration, OtherClerk);
        await Host.DoAsync(Reviewer, declaration, "pass-review");
        await Host.DoAsync(Reviewer, declaration, "open-window");
        await Host.CloseAsync(declaration);
        StepTo(Shanghai.DayOf((await Host.RowAsync(declaration)).Window.Ends));
        await Host.DoAsync(Approver, declaration, "approve");
    }
}
