namespace Transparency.Contracts.Declarations;

/// <summary>央政公示〔2026〕12号: taken when the first window opens, gapless per year, kept for ever.</summary>
/// <param name="Prefix">the town's own words at that time</param>
public sealed record DeclarationNumber(string Prefix, int Year, int Ordinal)
{
    public override string ToString() => $"{Prefix}〔{Year}〕{Ordinal}号";
}
