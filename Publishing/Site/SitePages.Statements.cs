using System.Collections.Immutable;
using Transparency.Contracts;
using Transparency.Publishing.Components;
using Transparency.Publishing.Notices;
using Transparency.Publishing.OpenData;
using Transparency.Publishing.Pages;
using Transparency.Publishing.Register;

namespace Transparency.Publishing.Site;

/// <summary>Monthly statements: page, notice.json and the same lines as CSV and workbook, with their superseded editions.</summary>
public static partial class SitePages
{
    public static byte[] Statement(SiteModel model, StatementOnRegister statement, Language language, string? linkBase = null) =>
        Statement(At(model, language, SiteMap.Statement(statement.Of), linkBase), statement, statement.Current);

    private static byte[] Statement(PageContext here, StatementOnRegister statement, StatementEdition edition) =>
        PageRenderer.Render<StatementPage>(here, ("Statement", statement), ("Edition", edition));

    private static IEnumerable<Output> Outputs(SiteModel model, StatementOnRegister s)
    {
        foreach (var edition in s.Editions)
        {
            var newest = edition.Ordinal == s.Current.Ordinal;
            var folder = newest ? SiteMap.StatementFolder(s.Of) : SiteMap.Superseded(SiteMap.StatementFolder(s.Of), edition.Ordinal);
            ImmutableArray<string> own = [Slices.Statement(s.Of)];
            yield return new($"{folder}notice.json", Stage.Leaf, own, () => NoticeJson.Of(edition));
            foreach (var language in model.Settings.Languages)
            {
                yield return new(SiteMap.In(model.Settings, language, $"{folder}statement.csv"), Stage.Leaf, own, () => StatementFiles.Csv(language, edition.Section));
                yield return new(SiteMap.In(model.Settings, language, $"{folder}statement.xlsx"), Stage.Leaf, own, () => StatementFiles.Workbook(language, edition.Section));
                // What a line belongs to gets a link once it has a page of its own; the newest page also says that the month was inspected.
                yield return Page(model, language, $"{folder}index.html", newest ? Stage.Page : Stage.Leaf, [Slices.Town, .. own, .. newest ? [Slices.Inspected(s.Of)] : Array.Empty<string>(), .. Slices.LinkedTo(edition.Section)], here => Statement(here, s, edition));
            }
        }
    }
}
