using System.Globalization;
using Transparency.Bench.Sampling;
using Transparency.Portal.Hosting;
using Transparency.Portal.Verbs.CommandLine;

namespace Transparency.Bench.Verbs;

/// <summary><c>sample --records N [--seed S]</c>: fills an empty store with synthetic approved records.</summary>
public static class Sample
{
    public static async Task<int> RunAsync(Invocation call)
    {
        var records = Whole(call, "--records") ?? throw new UnusableArguments();
        var seed = Whole(call, "--seed") ?? 1;
        await using var store = await OpenStore.OpenAsync(call.Settings, call.Logs);
        var filled = await FillStore.RunAsync(store, records, (ulong)seed, call.Progress("sample.making"));
        call.Say("sample.done", filled.Records, filled.Streams, filled.Events);
        return Invocation.Done;
    }

    /// <summary>An option's value, 1 to a million; null when it is not given.</summary>
    /// <exception cref="UnusableArguments">it is no such number</exception>
    internal static int? Whole(Invocation call, string option) =>
        call.Arguments[option] is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 1_000_000 ? number
        : throw new UnusableArguments();
}
