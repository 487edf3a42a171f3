using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;
using Transparency.Contracts;
using Transparency.Publishing.Register;

namespace Transparency.Publishing.Site;

/// <summary>
/// What machines find the pages by: sitemaps (an index and a part per kind and year), robots.txt, and the entries of the search script.
/// </summary>
public static class SiteIndexes
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IEnumerable<Output> All(SiteModel site)
    {
        yield return new(SiteMap.Robots, Stage.Leaf, [Slices.Town], () => Robots(site));
        yield return new(SiteMap.Sitemap, Stage.Index, [Slices.Town, Slices.Cases, Slices.CleanUps], () => Index(site));
        foreach (var part in Parts(site))
            yield return new(SiteMap.SitemapPart(part.Name), Stage.Index, [Slices.Town, part.Slice], () => Pages(site, part.Pages()));
        foreach (var year in site.Years(Slices.CaseYear))
            yield return new(
                SiteMap.SearchScript(year), Stage.Index, [Slices.Town, Slices.CaseYear(year)], () => SearchEntries(site, year));
    }

    private static byte[] Robots(SiteModel site) => Encoding.UTF8.GetBytes(
        "User-agent: *\nAllow: /\nDisallow: /office/\nDisallow: /act/\nDisallow: /jobs/\n"
        + $"Sitemap: {site.Settings.PublicAddress}/{SiteMap.Sitemap}\n");

    /// <param name="Slice">what it is a function of, beside the town</param>
    /// <param name="Pages">with the time of their newest act, where they have one</param>
    private sealed record Part(string Name, string Slice, Func<IEnumerable<(string Path, DateTimeOffset? At)>> Pages);

    private static IEnumerable<Part> Parts(SiteModel site)
    {
        yield return new("site", Slices.Town, () => Standing(site).Select(path => (path, (DateTimeOffset?)null)));
        if (site.In<DriveOnRegister>(Slices.CleanUps).Any()) yield return new("clean-up", Slices.CleanUps, () => Drives(site));
        foreach (var kind in Enum.GetValues<CaseKind>())
            foreach (var year in site.Years(year => Slices.KindYear(kind, year)))
            {
                var slice = Slices.KindYear(kind, year);
                yield return new($"{SiteMap.Folder(kind)}-{year}", slice, () => Cases(site, slice));
            }
    }

    private static IEnumerable<string> Standing(SiteModel site) =>
    [
        SiteMap.Home, SiteMap.Town, SiteMap.Calendar, SiteMap.Rules, SiteMap.Search, SiteMap.Data,
        .. site.Town.Villages.Select(v => SiteMap.Village(v.Code)),
    ];

    private static IEnumerable<(string, DateTimeOffset?)> Drives(SiteModel site) =>
        site.In<DriveOnRegister>(Slices.CleanUps).Select(d => (SiteMap.CleanUp(d.Drive), site.NewestAt(Slices.Drive(d.Drive))));

    private static IEnumerable<(string, DateTimeOffset?)> Cases(SiteModel site, string slice) =>
        site.CasesIn(slice).Select(c => (c.Path, (DateTimeOffset?)c.Row.LastAct));

    private static byte[] Index(SiteModel site) => Xml("sitemapindex", xml =>
    {
        foreach (var part in Parts(site))
        {
            xml.WriteStartElement("sitemap", Namespace);
            xml.WriteElementString("loc", Namespace, $"{site.Settings.PublicAddress}/{SiteMap.SitemapPart(part.Name)}");
            xml.WriteEndElement();
        }
    });

    private static byte[] Pages(SiteModel site, IEnumerable<(string Path, DateTimeOffset? At)> pages) => Xml("urlset", xml =>
    {
        foreach (var (path, at) in pages)
            foreach (var language in site.Settings.Languages)
            {
                xml.WriteStartElement("url", Namespace);
                xml.WriteElementString("loc", Namespace, AddressOf(site, SiteMap.In(site.Settings, language, path)));
                if (at is { } newest) xml.WriteElementString("lastmod", Namespace, Iso(Shanghai.DayOf(newest)));
                xml.WriteEndElement();
            }
    });

    private static string AddressOf(SiteModel site, string path) =>
        $"{site.Settings.PublicAddress}/{path}".Replace("/index.html", "/", StringComparison.Ordinal);

    private static byte[] Xml(string root, Action<XmlWriter> body)
    {
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) };
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, settings))
        {
            xml.WriteStartElement(root, Namespace);
            body(xml);
            xml.WriteEndElement();
        }
        return [.. buffer.ToArray(), (byte)'\n'];
    }

    /// <summary>A classic script, since a page opened from a folder may not fetch JSON.</summary>
    private static byte[] SearchEntries(SiteModel site, int year)
    {
        using var buffer = new MemoryStream();
        buffer.Write("sunshineIndex("u8);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartArray();
            foreach (var c in site.CasesIn(Slices.CaseYear(year))) Entry(json, c);
            json.WriteEndArray();
        }
        buffer.Write(");\n"u8);
        return buffer.ToArray();
    }

    /// <summary>Of the village only its code: the page knows its name in its own language.</summary>
    private static void Entry(Utf8JsonWriter json, SiteCase c)
    {
        json.WriteStartObject();
        json.WriteString("n", c.Number);
        json.WriteString("t", c.Title.Zh);
        if (c.Title.En is not null) json.WriteString("e", c.Title.En);
        json.WriteString("u", c.Path);
        if (c.Village is { } code) json.WriteString("v", code.Value);
        json.WriteString("d", Iso(Shanghai.DayOf(c.Row.LastAct)));
        json.WriteEndObject();
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
