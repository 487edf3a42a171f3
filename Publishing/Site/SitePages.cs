using System.Collections.Immutable;
using Transparency.Contracts;
using Transparency.Publishing.Components;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site.Kinds;

namespace Transparency.Publishing.Site;

/// <summary>
/// Every page and notice.json as an <see cref="Output"/>, and each page as a function of one model, so that a preview is the page itself.
/// Nothing is rendered before <see cref="Output.Render"/> is called.
/// </summary>
public static partial class SitePages
{
    /// <summary>Pages and notice.json of one case with its superseded editions; none for rows that stand on others' pages.</summary>
    public static IEnumerable<Output> Of(SiteModel model, IPublicRow row) => PublicKinds.Of(row).Outputs(model, row);

    /// <summary>Everything that is not one case's own.</summary>
    internal static IEnumerable<Part> Lists(SiteModel model) =>
        [new("assets", Assets), .. model.Settings.Languages.SelectMany(language => Lists(model, language))];

    internal static Output Page(
        SiteModel model, Language language, string path, Stage stage, ImmutableArray<string> inputs, Func<PageContext, byte[]> render) =>
        new(SiteMap.In(model.Settings, language, path), stage, inputs, () => render(new(model, language, path)));

    /// <summary>A page that points to others.</summary>
    internal static Output Index(
        SiteModel model, Language language, string path, ImmutableArray<string> inputs, Func<PageContext, byte[]> render) =>
        Page(model, language, path, Stage.Index, inputs, render);
}
