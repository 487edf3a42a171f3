using System.Text.Json;
using Transparency.Portal.Bench;

namespace Transparency.Portal.Operations;

/// <summary><c>bench publish|incremental|pdf|serve [--records N]</c>: measures on a sampled town of its own and prints one JSON object a line.</summary>
public static class Bench
{
    public static async Task<int> RunAsync(Invocation call)
    {
        var seed = Sample.Whole(call, "--seed") ?? 1;
        var found = call.Words[0] switch
        {
            "publish" => await BenchPublish.RunAsync(call.Settings, Sample.Whole(call, "--records") ?? 10_000, seed),
            "incremental" => await BenchIncremental.RunAsync(call.Settings, Sample.Whole(call, "--records") ?? 1_000, seed),
            "serve" => await BenchServe.RunAsync(call.Settings, Sample.Whole(call, "--records") ?? 1_000, seed),
            _ => throw new UnusableArguments(),
        };
        call.Out.WriteLine(JsonSerializer.Serialize(found));
        return Invocation.Done;
    }
}
