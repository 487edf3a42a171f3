using Transparency.Contracts;

namespace Transparency.Samples;

/// <summary>What a test expects to be refused as: refusals are equal by code and arguments, whatever their nature.</summary>
public static class Refused
{
    public static Refusal As(string code, params IReadOnlyList<object> arguments) => Refusal.Mend(null, code, arguments);
}
