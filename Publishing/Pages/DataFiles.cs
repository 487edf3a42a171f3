using Transparency.Contracts;
using Transparency.Publishing.OpenData;
using Transparency.Publishing.Site;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Pages;

/// <summary>The data files of a tree, in the order in which the data page explains them.</summary>
public static class DataFiles
{
    public static IReadOnlyList<DataFile> Of(SiteModel model) =>
    [
        .. DataKind.All.SelectMany(kind => kind.Years(model).Select(y => Described(kind.Texts, SiteMap.DataFile(kind.Kind, y), y))),
        Described("package", SiteMap.DataPackage),
        Described("feed", SiteMap.Feed) with { InEachLanguage = true },
        Described("json-feed", SiteMap.JsonFeed) with { InEachLanguage = true },
        Described("late", SiteMap.LateFeed) with { InEachLanguage = true },
        Described("calendar", SiteMap.CalendarFile) with { InEachLanguage = true },
    ];

    private static DataFile Described(string kind, string path, params IReadOnlyList<object> arguments) =>
        new(path, Both($"data.{kind}", arguments), Both($"data.about-{kind}", arguments));

    private static Text Both(string code, IReadOnlyList<object> arguments) =>
        new(Catalogue.Say(Language.Zh, code, arguments), Catalogue.Say(Language.En, code, arguments));
}
