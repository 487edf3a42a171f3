using System.Collections.Immutable;
using Transparency.Contracts;
using Transparency.Publishing.Components;
using Transparency.Publishing.Register;

namespace Transparency.Publishing.Site;

/// <summary>
/// Every page and notice.json as an <see cref="Output"/>, and each page as a typed function of one model, so that a preview is the page itself.
/// Nothing is rendered before <see cref="Output.Render"/> is called.
/// </summary>
public static partial class SitePages
{
    /// <summary>Pages and notice.json of one case with its superseded editions; none for rows that stand on others' pages.</summary>
    public static IEnumerable<Output> Of(SiteModel model, IPublicRow row) => row switch
    {
        DeclarationOnRegister d => Outputs(model, d),
        AgreementOnRegister a => Outputs(model, a),
        StatementOnRegister s => Outputs(model, s),
        TenderOnRegister t => Outputs(model, t),
        ReportOnRegister r => Outputs(model, r),
        InspectionOnRegister i => Outputs(model, i),
        _ => [],
    };

    /// <summary>Everything that is not one case's own.</summary>
    public static IEnumerable<Output> Lists(SiteModel model) => [.. Assets(), .. model.Settings.Languages.SelectMany(language => Lists(model, language))];

    /// <param name="linkBase">null for the tree; a preview passes the absolute address before every link, with its slash at the end</param>
    private static PageContext At(SiteModel model, Language language, string path, string? linkBase = null) => new(model, language, path, linkBase);

    private static Output Page(SiteModel model, Language language, string path, Stage stage, ImmutableArray<string> inputs, Func<PageContext, byte[]> render) =>
        new(SiteMap.In(model.Settings, language, path), stage, inputs, () => render(At(model, language, path)));
}
