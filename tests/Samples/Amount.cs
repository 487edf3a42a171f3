namespace Transparency.Samples;

/// <summary>How much is tried of what has no end: a share in every run, and more under <c>./sunshine test --long</c>.</summary>
public static class Amount
{
    public static readonly bool IsLong = Environment.GetEnvironmentVariable("SUNSHINE_TEST_LONG") is "1";

    public static int Of(int usual, int inLong) => IsLong ? inLong : usual;

    /// <summary>Of random histories and inputs: twenty-five times as many.</summary>
    public static int OfRandom(int usual) => Of(usual, 25 * usual);
}
