using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Transparency.Contracts;

namespace Transparency.Publishing.Components.Tenders;

/// <summary>What one village's lot pays for a gigajoule.</summary>
/// <param name="PerGigajoule">yuan</param>
public sealed record CoalBar(Text Name, decimal PerGigajoule)
{
    /// <summary>Height of a village's words and bar, in pixels.</summary>
    internal const int Row = 56;

    private static readonly PublicHtmlEncoder Encoder = new();

    /// <summary>
    /// Widths in per cent and letters of the page's own size, so that it reads the same on a phone. As markup, since Razor takes
    /// SVG's text element for its own.
    /// </summary>
    internal static MarkupString Markup(IReadOnlyList<CoalBar> bars, Language language)
    {
        var (svg, most) = (new StringBuilder(), bars.Max(b => b.PerGigajoule));
        foreach (var (i, bar) in bars.Index())
        {
            var lang = language == Language.En && bar.Name.En is null ? " lang=\"zh-Hans\"" : "";
            var (words, rect, width) = ((i * Row) + 20, (i * Row) + 28, bar.PerGigajoule / most * 100);
            Add($"<text x=\"0\" y=\"{words}\"{lang}>{Encoder.Encode(bar.Name.In(language))}</text>");
            Add($"<text class=\"value\" x=\"100%\" y=\"{words}\" text-anchor=\"end\">{bar.PerGigajoule:0.00}</text>");
            Add($"<rect class=\"track\" x=\"0\" y=\"{rect}\" width=\"100%\" height=\"14\" rx=\"2\"/>");
            Add($"<rect class=\"bar\" x=\"0\" y=\"{rect}\" width=\"{width:0.#}%\" height=\"14\" rx=\"2\"/>");
        }
        return new(svg.ToString());

        void Add(FormattableString element) => svg.Append(element.ToString(CultureInfo.InvariantCulture));
    }
}
