using System.Globalization;
using Transparency.Contracts.Publicity;

namespace Transparency.Publishing.Register;

/// <summary>One look at the served page.</summary>
/// <param name="Status">of the HTTP answer; null for none</param>
public sealed record PageCheck(DateTimeOffset At, int Edition, CheckResult Result, int? Status);

/// <summary>The checks of one window. They are no acts of anybody, so the tree's edition does not count them.</summary>
/// <param name="Declaration">key of the declaration's stream</param>
/// <param name="Checks">oldest first</param>
public sealed record PublicityOnRegister(string Id, string Declaration, int Round, IReadOnlyList<PageCheck> Checks) : IPublicRow
{
    public static string KeyOf(string declaration, int round)
    {
        var id = declaration[(declaration.IndexOf('/', StringComparison.Ordinal) + 1)..];
        return string.Create(CultureInfo.InvariantCulture, $"publicity/{id}/{round}");
    }

    public string PublicKey => Id;

    public int Acts => 0;

    public DateTimeOffset LastAct => Checks[^1].At;

    public CaseEntry? Entry => null;

    public IEnumerable<string> OwnSlices() => [Slices.Publicity(Declaration)];

    public static PublicityOnRegister? Evolve(PublicityOnRegister? now, string id, object e) => e is not PublicityChecked x ? now
        : now is null ? new(id, $"declaration/{x.Declaration}", x.Round, [Of(x)])
        : now with { Checks = [.. now.Checks, Of(x)] };

    private static PageCheck Of(PublicityChecked x) => new(x.At, x.Edition, x.Result, x.Status);
}
