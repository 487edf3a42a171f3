using System.Text.RegularExpressions;

namespace Transparency.Contracts;

/// <summary>Commas in a number part its thousands and mean nothing else.</summary>
public static partial class Commas
{
    /// <summary>
    /// Refuses a number whose commas stand elsewhere, and says how it may have been meant: <c>1,80</c> is 1.80 or 180
    /// (<c>number.comma-or-point</c>), <c>12,50.5</c> is 1250.5 (<c>number.commas</c>). Null for what is no number at all.
    /// </summary>
    public static Refusal? FaultIn(string text)
    {
        var typed = text.Trim();
        if (!typed.Contains(',', StringComparison.Ordinal) || !Number().IsMatch(typed) || Grouped().IsMatch(typed)) return null;
        var plain = typed.Replace(",", "", StringComparison.Ordinal);
        return Pointed().IsMatch(typed)
            ? Refusal.Mend(null, "number.comma-or-point", typed, typed.Replace(',', '.'), plain)
            : Refusal.Mend(null, "number.commas", typed, plain);
    }

    [GeneratedRegex(@"^[-+]?[\d,]*(\.[\d,]*)?\z", RegexOptions.CultureInvariant | RegexOptions.ECMAScript)]
    private static partial Regex Number();

    [GeneratedRegex(@"^[-+]?\d{1,3}(,\d{3})+(\.\d*)?\z", RegexOptions.CultureInvariant | RegexOptions.ECMAScript)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^[-+]?\d+,\d{1,2}\z", RegexOptions.CultureInvariant | RegexOptions.ECMAScript)]
    private static partial Regex Pointed();
}
