using System.Collections.Immutable;
using Transparency.Contracts;
using Transparency.Publishing.Components;
using Transparency.Publishing.Pages;
using Transparency.Publishing.Register;

namespace Transparency.Publishing.Site;

/// <summary>
/// Every page and notice.json as an <see cref="Output"/>, and each page as a typed function of one model, so that a preview is the page itself.
/// Nothing is rendered before <see cref="Output.Render"/> is called.
/// </summary>
public static partial class SitePages
{
    /// <param name="dataFiles">what the data page explains; null for <see cref="DataFiles.Of"/></param>
    public static IEnumerable<Output> All(SiteModel model, Func<IReadOnlyList<DataFile>>? dataFiles = null) =>
    [
        .. Assets(),
        .. model.Register.Declarations.Values.SelectMany(d => Outputs(model, d)),
        .. model.Register.Agreements.Values.SelectMany(a => Outputs(model, a)),
        .. model.Settings.Languages.SelectMany(language => Lists(model, language, dataFiles ?? (() => DataFiles.Of(model)))),
    ];

    /// <param name="linkBase">null for the tree; a preview passes the absolute address before every link, with its slash at the end</param>
    private static PageContext At(SiteModel model, Language language, string path, string? linkBase = null) => new(model, language, path, linkBase);

    private static Output Page(SiteModel model, Language language, string path, Stage stage, ImmutableArray<string> inputs, Func<PageContext, byte[]> render) =>
        new(SiteMap.In(model.Settings, language, path), stage, inputs, () => render(At(model, language, path)));
}
