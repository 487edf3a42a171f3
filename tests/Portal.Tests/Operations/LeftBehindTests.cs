using System.Diagnostics;
using Transparency.Portal.Tests.Embedded;

namespace Transparency.Portal.Tests.Operations;

/// <summary>However a verb ends, except by a kill, it takes along the cluster that only it used.</summary>
[Trait("Run", "long")]
public sealed class LeftBehindTests
{
    [Theory]
    [InlineData("check", null, 0)]
    [InlineData("demo --once", "-INT", null)]
    [InlineData("demo --once", "-TERM", null)]
    [InlineData("serve --urls=http://127.0.0.1:0", "-TERM", 0)]
    [InlineData("serve --urls=http://127.0.0.1:99999", null, 1)]
    public async Task No_verb_leaves_its_cluster_behind(string verb, string? signal, int? code)
    {
        await using var scratch = ScratchCluster.New("data");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Transparency.Portal.dll"), .. verb.Split(' ')]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["Sunshine__DataFolder"] = scratch.DataFolder;
        start.Environment.Remove("ConnectionStrings__Store");
        using var process = Process.Start(start)!;
        _ = process.StandardError.ReadToEndAsync();
        var server = Path.Combine(scratch.Near, "data", "postmaster.pid");
        if (signal is not null)
        {
            // A portal that serves ends itself in order; the others are cut short as soon as the server is there.
            if (code is 0) await process.StandardOutput.ReadLineAsync();
            else while (!File.Exists(server)) await Task.Delay(10);
            using var kill = Process.Start("kill", [signal, $"{process.Id}"]);
            await kill.WaitForExitAsync();
        }
        _ = process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (code is { } expected) Assert.Equal(expected, process.ExitCode);
        else Assert.NotEqual(0, process.ExitCode);
        Assert.True(Directory.Exists(Path.GetDirectoryName(server)));
        Assert.False(File.Exists(server));
    }
}
