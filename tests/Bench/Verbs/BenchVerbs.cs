using Transparency.Portal.Verbs;

namespace Transparency.Bench.Verbs;

/// <summary>What this program can be asked for, on the portal's own command line.</summary>
public static class BenchVerbs
{
    public static readonly IReadOnlyList<Verb> All =
    [
        new("sample", (0, 0), [], ["--records", "--seed"], Sample.RunAsync),
        new("bench", (1, 1), ["--compare"], ["--records", "--seed", "--villages", "--months", "--vouchers"], Bench.RunAsync),
    ];
}
