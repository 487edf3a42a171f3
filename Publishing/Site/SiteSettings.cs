using Transparency.Contracts;

namespace Transparency.Publishing.Site;

/// <summary>What the tree depends on besides the register and the day.</summary>
/// <param name="PublicAddress">absolute, without a slash at the end; stands in feeds, QR codes, data files and links to /act/</param>
/// <param name="Languages">the first one stands at the root, the others under <c>/{language}/</c></param>
public sealed record SiteSettings(string PublicAddress, IReadOnlyList<Language> Languages)
{
    /// <summary>Raised with every change of a template or of a page's words, so that a running portal renders all pages anew.</summary>
    public const string TemplateVersion = "2";

    public Language First => Languages[0];
}
