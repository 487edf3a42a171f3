using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using Transparency.Contracts;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Feeds;

/// <summary>What is new, as Atom (RFC 4287) and JSON Feed 1.1: for the whole town, and for each village as Atom.</summary>
public static class SiteFeeds
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    private static readonly JsonSerializerOptions Readable =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, NewLine = "\n" };

    private static readonly XmlWriterSettings Indented = new() { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) };

    public static IEnumerable<Output> All(SiteModel site)
    {
        foreach (var language in site.Settings.Languages)
        {
            string[] whole = [Slices.Town, Slices.Cases];
            var title = Catalogue.Say(language, "feed.title", site.Town.Settings.Name);
            yield return new(SiteMap.In(site.Settings, language, SiteMap.Feed), Stage.Index, [.. whole],
                () => WriteAtom(site, language, title, SiteMap.Feed, SiteMap.Home, Newest()));
            yield return new(SiteMap.In(site.Settings, language, SiteMap.JsonFeed), Stage.Index, [.. whole],
                () => WriteJson(site, language, title, Newest()));
            foreach (var village in site.Town.Villages)
            {
                var (feed, slice) = (SiteMap.VillageFeed(village.Code), Slices.Village(village.Code));
                yield return new(SiteMap.In(site.Settings, language, feed), Stage.Index, [Slices.Town, slice],
                    () => WriteAtom(
                        site, language, Catalogue.Say(language, "feed.title", village.Name), feed, SiteMap.Village(village.Code),
                        FeedItem.Newest(site, language, slice)));
            }

            IReadOnlyList<FeedItem> Newest() => FeedItem.Newest(site, language, Slices.Cases);
        }
    }

    internal static byte[] WriteAtom(
        SiteModel site, Language language, string title, string feed, string page, IReadOnlyList<FeedItem> items)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, Indented))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, SiteMap.Tag(language));
            xml.WriteElementString("id", Atom, Address(site, language, feed));
            xml.WriteElementString("title", Atom, title);
            xml.WriteElementString("updated", Atom, Instant(items.Count > 0 ? items[0].Updated : DateTimeOffset.UnixEpoch));
            Link(xml, "self", Address(site, language, feed));
            Link(xml, "alternate", Address(site, language, page));
            xml.WriteStartElement("author", Atom);
            xml.WriteElementString("name", Atom, site.Town.Settings.Government.In(language));
            xml.WriteEndElement();
            foreach (var item in items) WriteEntry(xml, item);
            xml.WriteEndElement();
        }
        return [.. buffer.ToArray(), (byte)'\n'];
    }

    private static void WriteEntry(XmlWriter xml, FeedItem item)
    {
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("id", Atom, item.Id);
        xml.WriteElementString("title", Atom, item.Title);
        xml.WriteElementString("updated", Atom, Instant(item.Updated));
        Link(xml, "alternate", item.Address);
        xml.WriteElementString("summary", Atom, item.Summary);
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static byte[] WriteJson(SiteModel site, Language language, string title, IReadOnlyList<FeedItem> items)
    {
        var feed = new JsonObject
        {
            ["version"] = "https://jsonfeed.org/version/1.1",
            ["title"] = title,
            ["home_page_url"] = Address(site, language, SiteMap.Home),
            ["feed_url"] = Address(site, language, SiteMap.JsonFeed),
            ["language"] = SiteMap.Tag(language),
            ["items"] = new JsonArray([.. items.Select(i => new JsonObject
            {
                ["id"] = i.Id,
                ["url"] = i.Address,
                ["title"] = i.Title,
                ["content_text"] = i.Summary,
                ["date_modified"] = Instant(i.Updated),
            })]),
        };
        return [.. JsonSerializer.SerializeToUtf8Bytes(feed, Readable), (byte)'\n'];
    }

    private static string Address(SiteModel site, Language language, string path) =>
        $"{site.Settings.PublicAddress}/{SiteMap.In(site.Settings, language, path)}".Replace("/index.html", "/", StringComparison.Ordinal);

    private static string Instant(DateTimeOffset at) =>
        Shanghai.Local(at).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
