using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Transparency.Contracts;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.OpenData;

/// <summary>
/// The data files: the office form at <c>data/</c>, the strict form (machine names, no BOM) at <c>en/data/</c>,
/// and the data package that explains every column of both (Frictionless Data Package).
/// </summary>
public static class SiteData
{
    private static readonly JsonSerializerOptions Readable =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, NewLine = "\n" };

    internal static IEnumerable<Part> All(SiteModel site) =>
    [
        .. DataKind.All.Select(kind => new Part($"data/{kind.Kind}", () => Of(site, kind))),
        new("data/package", () =>
        [
            new(SiteMap.DataPackage, Stage.Index, [Slices.Town, Slices.Cases, Slices.Rents, Slices.CleanUps, Slices.Duties, Slices.AsOf],
                () => Package(site)),
        ]),
    ];

    private static IEnumerable<Output> Of(SiteModel site, DataKind kind)
    {
        foreach (var year in kind.Years(site))
        {
            var path = SiteMap.DataFile(kind.Kind, year);
            yield return new(path, Stage.Index, kind.Inputs(year), () => kind.Office(site, year));
            yield return new(Strict(path), Stage.Index, kind.Inputs(year), () => kind.Strict(site, year));
        }
    }

    /// <summary>Where the strict form of a data file stands.</summary>
    public static string Strict(string path) => $"en/{path}";

    private static byte[] Package(SiteModel site)
    {
        var package = new JsonObject
        {
            ["profile"] = "tabular-data-package",
            ["name"] = "sunshine",
            ["title"] = $"{TitleIn(site, Language.Zh)} · {TitleIn(site, Language.En)}",
            ["homepage"] = $"{site.Settings.PublicAddress}/",
            ["licenses"] = new JsonArray(new JsonObject { ["name"] = "CC0-1.0", ["title"] = "CC0 1.0" }),
            ["resources"] = new JsonArray([.. DataKind.All.SelectMany(kind => kind.Years(site).SelectMany(year => Resources(kind, year)))]),
        };
        return [.. JsonSerializer.SerializeToUtf8Bytes(package, Readable), (byte)'\n'];
    }

    private static string TitleIn(SiteModel site, Language language) =>
        $"{site.Town.Settings.Name.In(language)}{Wording.Gap(language)}{Catalogue.Say(language, "package.title")}";

    private static IEnumerable<JsonNode> Resources(DataKind kind, int year)
    {
        var path = SiteMap.Relative(SiteMap.DataPackage, SiteMap.DataFile(kind.Kind, year));
        yield return Resource($"{kind.Kind}-{year}", path, kind, year, c => c.Title.Zh);
        yield return Resource($"{kind.Kind}-{year}-strict", $"../en/data/{path}", kind, year, c => c.Name);
    }

    private static JsonObject Resource(
        string name, string path, DataKind kind, int year, Func<(string Name, Text Title, string Type), string> header) => new()
    {
        ["profile"] = "tabular-data-resource",
        ["name"] = name,
        ["title"] = $"{Catalogue.Say(Language.Zh, $"data.{kind.Texts}", year)} · {Catalogue.Say(Language.En, $"data.{kind.Texts}", year)}",
        ["path"] = path,
        ["format"] = "csv",
        ["mediatype"] = "text/csv",
        ["encoding"] = "utf-8",
        ["schema"] = new JsonObject
        {
            ["fields"] = new JsonArray([.. kind.Columns.Select(c => new JsonObject
            {
                ["name"] = header(c),
                ["title"] = $"{c.Title.Zh} · {c.Title.En}",
                ["type"] = c.Type,
            })]),
        },
    };
}
