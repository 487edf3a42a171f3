using System.Globalization;

namespace Transparency.Contracts.Town;

/// <summary>One row of the town's table of limits: how far something may go, in hundredths of a sum, and by which law.</summary>
/// <param name="Percent">0 to 100, at most two decimals</param>
/// <param name="From">first day in force; null = always</param>
/// <param name="Until">last day in force; null = still</param>
public sealed record PercentLimit(string Code, Text Name, decimal Percent, Text Law, DateOnly? From, DateOnly? Until)
{
    /// <summary>All changes of a contract together, of the sum that was signed, without a declaration.</summary>
    public const string Change = "contract-change";

    /// <summary>The advance that a contract may grant, of its sum.</summary>
    public const string Advance = "contract-advance";

    public string PercentInWords => Percent.ToString("0.##", CultureInfo.InvariantCulture) + "%";

    /// <summary>The share of a sum, rounded down to the fen.</summary>
    public Yuan Of(Yuan sum) => new((long)decimal.Floor(sum.Fen * Percent / 100));

    public bool IsInForce(DateOnly day) => (From is not { } from || from <= day) && (Until is not { } until || day <= until);

    /// <summary>Whether there is a day on which both are in force.</summary>
    public bool Meets(PercentLimit other) => !(Until < other.From) && !(other.Until < From);
}
