using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Publicity;
using Transparency.Portal.Cases.Declarations;
using Transparency.Portal.Cases.Declarations.Publicity;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;

namespace Transparency.Portal.Tests.Office;

/// <summary>The portal fetches its own served pages over HTTP and puts on record what anybody would have found.</summary>
public sealed class LookAtPagesTests : IAsyncLifetime
{
    private readonly OfficeHost host = new();
    private static readonly HttpClient Web = new() { Timeout = TimeSpan.FromSeconds(20) };

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task What_stands_is_on_record_once_in_three_hours_and_what_is_missing_or_changed_too()
    {
        var id = await host.OpenedAsync();
        host.Clock.StepTo(host.Clock.GetUtcNow().AddMinutes(5));

        await LookAsync();
        Assert.Equal((CheckResult.Unreachable, 404), await LastAsync(id, 1));

        await host.PublishAsync();
        await LookAsync();
        Assert.Equal((CheckResult.Unreachable, 404), await LastAsync(id, 1));

        host.Clock.StepTo(host.Clock.GetUtcNow().AddHours(3));
        await LookAsync();
        Assert.Equal((CheckResult.Stood, 200), await LastAsync(id, 2));

        host.Clock.StepTo(host.Clock.GetUtcNow().AddHours(3));
        await File.AppendAllTextAsync(Path.Combine(host.SiteFolder, SiteMap.DeclarationFolder((await host.RowAsync(id)).Number), "notice.json"), " ");
        await LookAsync();
        Assert.Equal((CheckResult.Differed, 200), await LastAsync(id, 3));

        host.Clock.StepTo(host.Clock.GetUtcNow().AddHours(3));
        await LookAsync("http://127.0.0.1:1");
        Assert.Equal((CheckResult.Unreachable, null), await LastAsync(id, 4));

        host.Clock.StepTo((await host.RowAsync(id)).Window.Ends);
        await LookAsync();
        await LastAsync(id, 4);
    }

    private async Task LookAsync(string? address = null) =>
        Assert.Empty(await new LookAtPages(host.Ledger, new(address ?? host.Address, [Language.Zh, Language.En]), host.Clock, Web).RunAsync(CancellationToken.None));

    private async Task<(CheckResult, int?)> LastAsync(string id, int count)
    {
        await using var session = host.Store.QuerySession();
        var checks = (await session.LoadAsync<PublicityOnRegister>($"publicity/{id}/1"))!.Checks;
        Assert.Equal(count, checks.Count);
        return (checks[^1].Result, checks[^1].Status);
    }
}
