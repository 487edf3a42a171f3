namespace Transparency.Publishing.Components.Charts;

/// <summary>What the bars of one look stand for.</summary>
/// <param name="Look">a class of the style sheet: <c>first</c> is filled, <c>second</c> hollow, to differ without colour too</param>
public sealed record ChartSeries(string Name, string Look);

/// <summary>The bars that stand together.</summary>
/// <param name="Label">in full, for the table</param>
/// <param name="Short">below the bars</param>
/// <param name="Values">one for each series, zero or more, in the smallest unit (fen, cases); null = unknown</param>
/// <param name="Path">of the page that the table's row leads to, or null</param>
public sealed record ChartGroup(string Label, string Short, IReadOnlyList<long?> Values, string? Path = null);
