namespace Transparency.Bench.Sampling;

/// <summary>
/// A row of numbers that a seed and a place in the sample decide for ever (SplitMix64): the same on every machine and with every runtime,
/// which <see cref="Random"/> does not promise.
/// </summary>
public sealed class Chance(ulong seed, ulong place)
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong state = Mixed(seed) ^ Mixed(place * Step + 1);

    /// <summary>From <paramref name="least"/> to <paramref name="most"/>, both possible.</summary>
    public int Between(int least, int most) => least + (int)(Next() % (ulong)(most - least + 1));

    public T Of<T>(IReadOnlyList<T> choices) => choices[Between(0, choices.Count - 1)];

    private ulong Next() => Mixed(state += Step);

    private static ulong Mixed(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
