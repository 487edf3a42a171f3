using Transparency.Bench.Verbs;
using Transparency.Portal.Verbs;

namespace Transparency.Portal.Tests.Operations;

/// <summary>The program that samples and measures speaks as the portal does, about verbs of its own.</summary>
public sealed class BenchVerbsTests
{
    [Theory]
    [InlineData("bench")]
    [InlineData("bench", "fly")]
    [InlineData("bench", "publish", "pdf")]
    [InlineData("bench", "publish", "--records", "0")]
    [InlineData("sample")]
    [InlineData("sample", "--records", "many")]
    public async Task Unusable_arguments_print_the_verbs_own_usage_and_end_with_2(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        Assert.Equal(2, await VerbTable.RunAsync(BenchVerbs.All, args, output, error, terminal: false));
        Assert.Equal("", output.ToString());
        Assert.Equal([args[0]], ListedIn(error));
    }

    [Fact]
    public async Task Each_program_lists_the_verbs_that_it_has()
    {
        var (portal, bench) = (new StringWriter(), new StringWriter());
        Assert.Equal(2, await VerbTable.RunAsync(["sample", "--records", "5"], TextWriter.Null, portal, terminal: false));
        Assert.Equal(2, await VerbTable.RunAsync(BenchVerbs.All, ["serve"], TextWriter.Null, bench, terminal: false));
        Assert.Equal(VerbTable.All.Select(v => v.Name), ListedIn(portal));
        Assert.Equal(["sample", "bench"], ListedIn(bench));
    }

    /// <summary>The first word of each indented line.</summary>
    private static IEnumerable<string> ListedIn(StringWriter usage) =>
        usage.ToString().Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal)).Select(line => line.Trim().Split(' ')[0]);
}
