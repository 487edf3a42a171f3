using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Transparency.Contracts;

namespace Transparency.Publishing.Components.Tenders;

/// <summary>What one village's lot pays for a gigajoule.</summary>
/// <param name="PerGigajoule">yuan</param>
public sealed record CoalBar(Text Name, decimal PerGigajoule)
{
    private const int Row = 56;

    private static readonly PublicHtmlEncoder Encoder = new();

    /// <summary>Widths in per cent and letters of the page's own size, so that it reads the same on a phone. As markup, since Razor takes SVG's text element for its own.</summary>
    internal static MarkupString Markup(IReadOnlyList<CoalBar> bars, Language language)
    {
        var (svg, most) = (new StringBuilder(), bars.Max(b => b.PerGigajoule));
        foreach (var (i, bar) in bars.Index())
        {
            var lang = language == Language.En && bar.Name.En is null ? " lang=\"zh-Hans\"" : "";
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"0\" y=\"{(i * Row) + 20}\"{lang}>{Encoder.Encode(bar.Name.In(language))}</text>");
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"value\" x=\"100%\" y=\"{(i * Row) + 20}\" text-anchor=\"end\">{bar.PerGigajoule:0.00}</text>");
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"track\" x=\"0\" y=\"{(i * Row) + 28}\" width=\"100%\" height=\"14\" rx=\"2\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"bar\" x=\"0\" y=\"{(i * Row) + 28}\" width=\"{bar.PerGigajoule / most * 100:0.#}%\" height=\"14\" rx=\"2\"/>");
        }
        return new(svg.ToString());
    }
}
