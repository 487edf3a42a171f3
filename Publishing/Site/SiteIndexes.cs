using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;
using Transparency.Contracts;
using Transparency.Publishing.Register;

namespace Transparency.Publishing.Site;

/// <summary>What machines find the pages by: sitemaps (an index and a part per kind and year), robots.txt, and the entries of the search page's script.</summary>
public static class SiteIndexes
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IEnumerable<Output> All(SiteModel site)
    {
        yield return new(SiteMap.Robots, Stage.Leaf, [Slices.Town], () => Encoding.UTF8.GetBytes($"User-agent: *\nAllow: /\nDisallow: /office/\nDisallow: /act/\nDisallow: /jobs/\nSitemap: {site.Settings.PublicAddress}/{SiteMap.Sitemap}\n"));
        yield return new(SiteMap.Sitemap, Stage.Index, [Slices.Town, Slices.Cases, Slices.CleanUps], () => Index(Parts(site).Select(p => $"{site.Settings.PublicAddress}/{SiteMap.SitemapPart(p.Name)}")));
        foreach (var part in Parts(site))
            yield return new(SiteMap.SitemapPart(part.Name), Stage.Index, [Slices.Town, part.Slice], () => Pages(site, part.Pages()));
        foreach (var year in site.Years(Slices.CaseYear))
            yield return new(SiteMap.SearchScript(year), Stage.Index, [Slices.Town, Slices.CaseYear(year)], () => SearchEntries(site, year));
    }

    private static IEnumerable<(string Name, string Slice, Func<IEnumerable<(string Path, DateTimeOffset? At)>> Pages)> Parts(SiteModel site)
    {
        yield return ("site", Slices.Town, () => new[] { SiteMap.Home, SiteMap.Town, SiteMap.Calendar, SiteMap.Rules, SiteMap.Search, SiteMap.Data }.Concat(site.Town.Villages.Select(v => SiteMap.Village(v.Code))).Select(p => (p, (DateTimeOffset?)null)));
        if (site.In<DriveOnRegister>(Slices.CleanUps).Any()) yield return ("clean-up", Slices.CleanUps, () => site.In<DriveOnRegister>(Slices.CleanUps).Select(d => (SiteMap.CleanUp(d.Drive), site.NewestAt(Slices.Drive(d.Drive)))));
        foreach (var kind in Enum.GetValues<CaseKind>())
            foreach (var year in site.Years(year => Slices.KindYear(kind, year)))
                yield return ($"{SiteMap.Folder(kind)}-{year}", Slices.KindYear(kind, year), () => site.CasesIn(Slices.KindYear(kind, year)).Select(c => (c.Path, (DateTimeOffset?)c.Row.LastAct)));
    }

    private static byte[] Index(IEnumerable<string> parts) => Xml("sitemapindex", xml =>
    {
        foreach (var part in parts)
        {
            xml.WriteStartElement("sitemap", Namespace);
            xml.WriteElementString("loc", Namespace, part);
            xml.WriteEndElement();
        }
    });

    private static byte[] Pages(SiteModel site, IEnumerable<(string Path, DateTimeOffset? At)> pages) => Xml("urlset", xml =>
    {
        foreach (var (path, at) in pages)
            foreach (var language in site.Settings.Languages)
            {
                xml.WriteStartElement("url", Namespace);
                xml.WriteElementString("loc", Namespace, $"{site.Settings.PublicAddress}/{SiteMap.In(site.Settings, language, path)}".Replace("/index.html", "/", StringComparison.Ordinal));
                if (at is { } newest) xml.WriteElementString("lastmod", Namespace, Iso(Shanghai.DayOf(newest)));
                xml.WriteEndElement();
            }
    });

    private static byte[] Xml(string root, Action<XmlWriter> body)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) }))
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
