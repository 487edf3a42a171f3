using Transparency.Portal.Embedded;
using Transparency.Portal.Problems;

namespace Transparency.Portal.Tests.Embedded;

/// <summary>Apart from the others so that its wait for the deadline runs beside them.</summary>
public class EmbeddedClusterRefusalTests
{
    [Fact]
    public async Task A_cluster_that_cannot_start_says_why()
    {
        await using var scratch = new ScratchCluster();
        var to = await scratch.EnsureRunningAsync();
        await EmbeddedCluster.StopAsync(scratch.DataFolder);
        var settings = Path.Combine(scratch.Near, "data", "postgresql.conf");
        await File.AppendAllTextAsync(settings, "no_such_setting = 1\n");
        var refused = await Assert.ThrowsAsync<CannotRun>(scratch.EnsureRunningAsync);
        Assert.Equal("cluster.not-starting", refused.Why.Code);
        Assert.Equal(ScratchCluster.PlaceOf(to), refused.Why.Arguments[0]);
        Assert.Contains("postgresql.conf", (string)refused.Why.Arguments[1], StringComparison.Ordinal);
    }
}
