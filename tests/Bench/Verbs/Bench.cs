using System.Text.Json;
using Transparency.Bench.Flood;
using Transparency.Bench.Money;
using Transparency.Portal.Verbs.CommandLine;

namespace Transparency.Bench.Verbs;

/// <summary>
/// <c>bench publish|incremental|pdf|serve|objections [--records N]</c> and <c>bench escrow [--villages N] [--months N] [--vouchers N]</c>:
/// measures on a town of its own and prints one JSON object a line.
/// </summary>
public static class Bench
{
    public static async Task<int> RunAsync(Invocation call)
    {
        var (settings, seed) = (call.Settings, Sample.Whole(call, "--seed") ?? 1);
        var found = call.Words[0] switch
        {
            "publish" => One(BenchPublish.RunAsync(settings, Records(10_000), seed)),
            "incremental" => One(BenchIncremental.RunAsync(settings, Records(1_000), seed)),
            "pdf" => BenchPdf.RunAsync(settings, Records(200), seed, call.Arguments.Has("--compare")),
            "serve" => One(BenchServe.RunAsync(settings, Records(1_000), seed)),
            "objections" => One(BenchObjections.RunAsync(settings, Records(1_000), seed)),
            "escrow" => BenchEscrow.RunAsync(settings, new(Whole("--villages", 13), Whole("--months", 120), Whole("--vouchers", 60)), seed),
            _ => throw new UnusableArguments(),
        };
        await foreach (var line in found)
        {
            call.Out.WriteLine(JsonSerializer.Serialize(line));
            call.Out.Flush();
        }
        return Invocation.Done;

        int Records(int usual) => Whole("--records", usual);

        int Whole(string option, int usual) => Sample.Whole(call, option) ?? usual;
    }

    private static async IAsyncEnumerable<object> One(Task<object> found)
    {
        yield return await found;
    }
}
