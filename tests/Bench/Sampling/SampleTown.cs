using Transparency.Contracts;
using Transparency.Contracts.Deadlines;

namespace Transparency.Bench.Sampling;

/// <summary>What all sampled cases have in common.</summary>
/// <param name="Villages">by code</param>
public sealed record SampleTown(RuleBook Rules, SampleStaff Staff, SampleWords Words, IReadOnlyList<Village> Villages)
{
    public static SampleTown Of(RuleBook rules, SampleStaff staff) =>
        new(rules, staff, SampleWords.Read(), [.. rules.Villages.Values.OrderBy(v => v.Code.Value, StringComparer.Ordinal)]);

    /// <summary>The instant at which a window of this matter that opens at <paramref name="opened"/> has ended.</summary>
    public DateTimeOffset WindowEnd(DateTimeOffset opened, string matter) => Rules.WindowFrom(Rules.Matters[matter], null, Shanghai.DayOf(opened)) switch
    {
        Result<Deadline>.Of(var window) => window.Ends,
        var no => throw new InvalidOperationException($"{matter}: {no}"),
    };
}
