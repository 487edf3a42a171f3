using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Transparency.Publishing.Site;
using Transparency.Samples;

namespace Transparency.Publishing.Tests.Pages;

/// <summary>All outputs of the sample town, rendered once.</summary>
internal static class RenderedSite
{
    public static readonly SiteModel Model = SampleTown.Model;

    public static readonly IReadOnlyDictionary<string, byte[]> Files = Render(Model);

    public static readonly IReadOnlyDictionary<string, IDocument> Pages = Files
        .Where(f => f.Key.EndsWith(".html", StringComparison.Ordinal))
        .ToDictionary(f => f.Key, f => (IDocument)new HtmlParser().ParseDocument(Encoding.UTF8.GetString(f.Value)));

    public static string Text(string path) => Encoding.UTF8.GetString(Files[path]);

    public static IReadOnlyDictionary<string, byte[]> Render(SiteModel model) =>
        Outputs(model).ToDictionary(o => o.Path, o => o.Render());

    /// <summary>Pages, notices and assets, without what programs read.</summary>
    public static IEnumerable<Output> Outputs(SiteModel model) =>
        model.Register.Rows.Values.SelectMany(row => SitePages.Of(model, row)).Concat(SitePages.Lists(model).SelectMany(part => part.Outputs()));

    public static TheoryData<string> PagePaths() => [.. Pages.Keys.Order(StringComparer.Ordinal)];
}
