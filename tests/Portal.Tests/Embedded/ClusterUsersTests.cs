using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;
using Transparency.Portal.Embedded;
using Transparency.Portal.Problems;
using Transparency.Portal.Tests.Store;

namespace Transparency.Portal.Tests.Embedded;

/// <summary>A cluster lives as long as anybody uses it.</summary>
public sealed class ClusterUsersTests
{
    [Fact]
    public async Task The_last_one_out_stops_it_and_no_other()
    {
        await using var scratch = new ScratchCluster();
        var (serve, publish) = (await scratch.UseAsync(), await scratch.UseAsync());
        var to = serve.ConnectionString;
        await publish.DisposeAsync();
        Assert.Equal(1, await ScratchCluster.AskAsync(to, "select 1"));
        await serve.DisposeAsync();
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => ScratchCluster.AskAsync(to, "select 1"));
        await serve.DisposeAsync();
        await using var next = await scratch.UseAsync();
        Assert.Equal(1, await ScratchCluster.AskAsync(to, "select 1"));
    }

    [Fact]
    public async Task Many_who_come_and_go_at_once_all_find_it_and_nobody_is_left_behind()
    {
        await using var scratch = new ScratchCluster();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            await using var use = await scratch.UseAsync();
            Assert.Equal(1, await ScratchCluster.AskAsync(use.ConnectionString, "select 1"));
        })));
        Assert.False(File.Exists(Path.Combine(scratch.Near, "data", "postmaster.pid")));
    }

    /// <summary>Another process that holds the lock and is killed: the kernel frees it, and the next one who leaves is the last.</summary>
    [Fact]
    public async Task Who_is_killed_keeps_it_no_longer()
    {
        await using var scratch = new ScratchCluster();
        var use = await scratch.UseAsync();
        var to = use.ConnectionString;
        // Its own shell is replaced, so that the kill hits who holds the lock.
        var start = new ProcessStartInfo("sh", ["-c", $"exec flock -s -o '{scratch.Near}/users' sh -c 'echo held; exec sleep 600'"]) { RedirectStandardOutput = true };
        using var other = Process.Start(start)!;
        Assert.Equal("held", await other.StandardOutput.ReadLineAsync());
        await use.DisposeAsync();
        Assert.Equal(1, await ScratchCluster.AskAsync(to, "select 1"));
        other.Kill(entireProcessTree: true);
        await other.WaitForExitAsync();
        await (await scratch.UseAsync()).DisposeAsync();
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => ScratchCluster.AskAsync(to, "select 1"));
    }

    [Fact]
    public async Task While_the_portal_serves_a_killed_cluster_comes_back_and_the_log_says_so()
    {
        await using var scratch = new ScratchCluster();
        await using var use = await scratch.UseAsync();
        await ScratchCluster.AskAsync(use.ConnectionString, "create table kept (n int)");
        using var logs = new CapturedLogs();
        using var keep = new KeepCluster(use, logs.Factory.CreateLogger<KeepCluster>());
        await keep.StartAsync(CancellationToken.None);
        await UntilAsync(use.ConnectionString, "select count(*) from pg_stat_activity where application_name = 'watch'");
        scratch.Kill();
        await UntilAsync(use.ConnectionString, "select 1 from pg_class where relname = 'kept'");
        await UntilAsync(use.ConnectionString, "select count(*) from pg_stat_activity where application_name = 'watch'");
        Assert.Contains(logs.Lines, line => line.Words.Contains("was started again", StringComparison.Ordinal));
        await keep.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Behind_a_tree_that_stands_no_empty_store_is_made()
    {
        await using var scratch = new ScratchCluster();
        var site = Directory.CreateDirectory(Path.Combine(scratch.DataFolder, "site")).FullName;
        await File.WriteAllTextAsync(Path.Combine(site, "checkpoint"), "sunshine-tree/1\n");
        var no = await Assert.ThrowsAsync<CannotRun>(() => scratch.UseAsync(tree: site));
        Assert.Equal("cluster.tree-without-store", no.Why.Code);
        Assert.False(Directory.Exists(Path.Combine(scratch.Near, "data")));
        // Who brings the content along may; from then on the store is there.
        await using (await scratch.UseAsync(tree: null)) { }
        await using var use = await scratch.UseAsync(tree: site);
        Assert.Equal(1, await ScratchCluster.AskAsync(use.ConnectionString, "select 1"));
    }

    private static async Task UntilAsync(string to, string question)
    {
        while (true)
        {
            try
            {
                if (await ScratchCluster.AskAsync(to, question) is not (null or 0L)) return;
            }
            catch (NpgsqlException)
            {
                // Away, or not back yet.
            }
            await Task.Delay(20);
        }
    }
}
