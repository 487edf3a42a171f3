using System.Text.Json;
using Transparency.Bench.Verbs;
using Transparency.Portal.Verbs;

namespace Transparency.Portal.Tests.Operations;

/// <summary>A few months of a few villages go the whole way that the bench measures; how long it takes is nobody's promise here.</summary>
public sealed class BenchEscrowTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sunshine-escrow-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    [Trait("Run", "long")]
    public async Task Every_step_counts_what_it_was_asked_for()
    {
        var (code, lines) = await BenchAsync("--villages", "2", "--months", "1", "--vouchers", "5");
        Assert.Equal(0, code);
        var steps = lines.Select(line => JsonDocument.Parse(line).RootElement).ToDictionary(s => s.GetProperty("step").GetString()!);
        Assert.Equal(["import-vouchers", "import-bank", "sign-months", "publish", "prepare", "close"], steps.Keys);
        Assert.All(steps.Values, step => Assert.Equal("escrow", step.GetProperty("bench").GetString()));
        Assert.Equal((10, 2, 2, 2), (Count("import-vouchers", "vouchers"), Count("sign-months", "statements"), Count("prepare", "statements"), Count("close", "statements")));
        // The bank carries out a month's last payments in the next.
        Assert.InRange(Count("import-bank", "lines"), 2, 10);

        int Count(string step, string what) => steps[step].GetProperty(what).GetInt32();
    }

    [Fact]
    public async Task More_villages_than_there_are_is_a_refusal()
    {
        var (code, lines) = await BenchAsync("--villages", "14");
        Assert.Equal(1, code);
        Assert.Contains("13", Assert.Single(lines), StringComparison.Ordinal);
    }

    private async Task<(int Code, string[] Lines)> BenchAsync(params string[] options)
    {
        var output = new StringWriter();
        var code = await VerbTable.RunAsync(BenchVerbs.All, ["bench", "escrow", .. options, $"--Sunshine:DataFolder={folder}"], output, TextWriter.Null, terminal: false);
        return (code, output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
