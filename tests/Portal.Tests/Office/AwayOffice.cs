using Transparency.Portal.Embedded;
using Transparency.Portal.Tests.Embedded;

namespace Transparency.Portal.Tests.Office;

/// <summary>An office on a cluster of its own, which may be killed and started again.</summary>
public sealed class AwayOffice : IAsyncLifetime
{
    private readonly ScratchCluster scratch = ScratchCluster.New();
    private ClusterInUse? use;

    public OfficeHost Host { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        use = await scratch.UseAsync();
        Host = await OfficeHost.OnAsync(use.ConnectionString);
    }

    /// <summary>Without a word, as the kernel does it when memory is short.</summary>
    public void Kill() => scratch.Kill();

    public Task StartAsync() => use!.StartAsync(CancellationToken.None);

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await use!.DisposeAsync();
        await scratch.DisposeAsync();
    }
}
