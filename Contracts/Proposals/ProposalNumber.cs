using System.Globalization;

namespace Transparency.Contracts.Proposals;

/// <summary>
/// 2026年第3号建议, <c>2026/3</c>: taken at the first admission, gapless in its year, kept for ever; part of an address.
/// </summary>
/// <param name="Ordinal">1 or more</param>
public readonly record struct ProposalNumber(int Year, int Ordinal)
{
    /// <summary>Null unless the text has the public form, with an ordinal of 1 to 9999.</summary>
    public static ProposalNumber? Parse(string text) =>
        text.Split('/') is [{ Length: 4 } year, { Length: >= 1 and <= 4 } ordinal]
        && year.All(char.IsAsciiDigit) && ordinal.All(char.IsAsciiDigit) && ordinal[0] != '0'
            ? new(int.Parse(year, CultureInfo.InvariantCulture), int.Parse(ordinal, CultureInfo.InvariantCulture)) : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}/{Ordinal}");
}

/// <summary>
/// On the stream <c>numbers/proposal/{yyyy}</c>, in the transaction of the first admission; its version is the ordinal, without gaps.
/// </summary>
public sealed record ProposalNumberTaken(int Ordinal, ProposalId Proposal, DateTimeOffset At);

/// <summary>A number of a proposal whose record was lost: it was public once, so nobody takes it again.</summary>
public sealed record ProposalNumberLost(int Ordinal, DateTimeOffset At);
