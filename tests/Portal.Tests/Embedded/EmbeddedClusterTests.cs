using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Transparency.Portal.Embedded;
using Transparency.Portal.Problems;
using Transparency.Samples;
using Xunit.Abstractions;

namespace Transparency.Portal.Tests.Embedded;

public class EmbeddedClusterTests(ITestOutputHelper output)
{
    private const string FarRoot = "/var/lib/sunshine/";
    private const string Identity = "select system_identifier::text from pg_control_system()";

    [Fact]
    public async Task A_fresh_data_folder_gets_a_cluster_and_keeps_it()
    {
        await using var scratch = new ScratchCluster();
        var clock = Stopwatch.StartNew();
        var first = await scratch.EnsureRunningAsync();
        output.WriteLine($"made and started in {clock.ElapsedMilliseconds} ms");
        Assert.Equal(scratch.Near, ScratchCluster.PlaceOf(first));
        Assert.Equal(1, await ScratchCluster.AskAsync(first, "select 1"));
        Assert.Equal("sunshine", await ScratchCluster.AskAsync(first, "select current_database()"));
        var identity = await ScratchCluster.AskAsync(first, Identity);
        var server = ServerOf(first);

        clock.Restart();
        Assert.Equal(first, await scratch.EnsureRunningAsync());
        output.WriteLine($"found running in {clock.ElapsedMilliseconds} ms");
        Assert.Equal(server, ServerOf(first));

        await EmbeddedCluster.StopAsync(scratch.DataFolder);
        await EmbeddedCluster.StopAsync(scratch.DataFolder);
        clock.Restart();
        Assert.Equal(first, await scratch.EnsureRunningAsync());
        output.WriteLine($"started again in {clock.ElapsedMilliseconds} ms");
        Assert.Equal(identity, await ScratchCluster.AskAsync(first, Identity));
    }

    [Fact]
    public async Task It_listens_on_no_network_never_weakens_durability_and_has_a_session_of_its_own()
    {
        await using var scratch = new ScratchCluster();
        var to = await scratch.EnsureRunningAsync();
        foreach (var (setting, value) in new[]
        {
            ("listen_addresses", ""), ("fsync", "on"), ("synchronous_commit", "on"), ("full_page_writes", "on"),
            ("data_checksums", "on"), ("shared_buffers", "128MB"), ("max_connections", "60"), ("server_encoding", "UTF8"),
        })
        {
            Assert.Equal((setting, value), (setting, await ScratchCluster.AskAsync(to, $"show {setting}")));
        }
        Assert.Equal("peer", await ScratchCluster.AskAsync(to, "select string_agg(auth_method, ',') from pg_hba_file_rules"));
        // So it survives the portal's Ctrl-C.
        Assert.NotEqual(SessionOf(Environment.ProcessId), SessionOf(ServerOf(to)));
    }

    [Fact]
    public async Task Two_at_once_on_a_fresh_folder_share_one_cluster()
    {
        await using var scratch = new ScratchCluster();
        var both = await Task.WhenAll(Task.Run(scratch.EnsureRunningAsync), Task.Run(scratch.EnsureRunningAsync));
        Assert.Equal(both[0], both[1]);
        Assert.Equal(1, await ScratchCluster.AskAsync(both[1], "select 1"));
    }

    [Fact]
    public async Task A_killed_server_comes_back_with_what_was_committed()
    {
        await using var scratch = new ScratchCluster();
        var to = await scratch.EnsureRunningAsync();
        await ScratchCluster.AskAsync(to, "create table kept (n int)");
        await ScratchCluster.AskAsync(to, "insert into kept values (7)");
        scratch.Kill();
        Assert.Equal(to, await scratch.EnsureRunningAsync());
        Assert.Equal(7, await ScratchCluster.AskAsync(to, "select n from kept"));
    }

    [Fact]
    public async Task A_pid_file_that_names_another_program_does_not_block_the_start()
    {
        await using var scratch = new ScratchCluster();
        var to = await scratch.EnsureRunningAsync();
        var file = PidFile(to);
        var lines = await File.ReadAllLinesAsync(file);
        await EmbeddedCluster.StopAsync(scratch.DataFolder);
        lines[0] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        await File.WriteAllLinesAsync(file, lines);
        await EmbeddedCluster.StopAsync(scratch.DataFolder); // must not signal this very process
        Assert.Equal(to, await scratch.EnsureRunningAsync());
    }

    [Fact]
    public async Task A_cluster_half_made_is_thrown_away()
    {
        await using var scratch = new ScratchCluster();
        var half = Path.Combine(scratch.Near, "data.new-of-a-dead-portal");
        Directory.CreateDirectory(Path.Combine(half, "base"));
        await File.WriteAllTextAsync(Path.Combine(half, "PG_VERSION"), "15\n");
        var to = await scratch.EnsureRunningAsync();
        Assert.Equal(1, await ScratchCluster.AskAsync(to, "select 1"));
        Assert.False(Directory.Exists(half));
    }

    [Fact]
    public async Task Letters_of_any_language_and_spaces_may_stand_in_the_path()
    {
        await using var scratch = new ScratchCluster("阳光 镇");
        var to = await scratch.EnsureRunningAsync();
        Assert.Equal(scratch.Near, ScratchCluster.PlaceOf(to));
        Assert.Equal(1, await ScratchCluster.AskAsync(to, "select 1"));
    }

    /// <summary>A cluster is made for each: in the usual run for one.</summary>
    public static TheoryData<string> Unfit =>
    [
        "a-folder-whose-name-is-by-far-too-long-for-the-address-of-a-socket-which-holds-107-bytes-and-no-more",
        .. Amount.IsLong ? new[] { "two,hosts", "a$HOME'\"b" } : [],
    ];

    [Theory]
    [MemberData(nameof(Unfit))]
    public async Task A_path_that_no_socket_can_have_sends_the_cluster_to_the_short_place(string below)
    {
        await using var scratch = new ScratchCluster(below);
        await ExpectFarAsync(scratch);
    }

    [Fact]
    public async Task A_parent_closed_to_the_clusters_account_sends_it_to_the_short_place()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return; // only root has a second account for the cluster: a normal user's own folders are always open to it
        }
        await using var scratch = new ScratchCluster("closed/data");
        Directory.CreateDirectory(Path.GetDirectoryName(scratch.DataFolder)!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var to = await ExpectFarAsync(scratch);
        // The parent opens later: the cluster that exists still wins.
        File.SetUnixFileMode(Path.GetDirectoryName(scratch.DataFolder)!, (UnixFileMode)0b111_101_101);
        await EmbeddedCluster.StopAsync(scratch.DataFolder);
        Assert.Equal(to, await scratch.EnsureRunningAsync());
    }

    private static async Task<string?> ExpectFarAsync(ScratchCluster scratch)
    {
        if (!Environment.IsPrivilegedProcess && !Directory.Exists(FarRoot))
        {
            // A normal user may not make the short place; then there is one clear refusal instead.
            var refused = await Assert.ThrowsAsync<CannotRun>(scratch.EnsureRunningAsync);
            Assert.Equal("cluster.no-place", refused.Why.Code);
            return null;
        }
        var to = await scratch.EnsureRunningAsync();
        Assert.StartsWith(FarRoot, ScratchCluster.PlaceOf(to), StringComparison.Ordinal);
        Assert.Equal(1, await ScratchCluster.AskAsync(to, "select 1"));
        Assert.Equal(to, await scratch.EnsureRunningAsync());
        return to;
    }

    private static string PidFile(string connectionString) =>
        Path.Combine(ScratchCluster.PlaceOf(connectionString), "data", "postmaster.pid");

    private static int ServerOf(string connectionString) =>
        int.Parse(File.ReadLines(PidFile(connectionString)).First(), CultureInfo.InvariantCulture);

    /// <summary>proc(5): after the command in parentheses come state, parent, group and session.</summary>
    private static string SessionOf(int pid) => File.ReadAllText($"/proc/{pid}/stat").Split(')')[^1].Split(' ')[4];
}
