using Transparency.Contracts;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Feeds;

/// <summary>One case in a feed. Its id is its address, which never changes; its time is that of the newest act.</summary>
public sealed record FeedItem(string Id, string Address, string Title, string Summary, DateTimeOffset Updated)
{
    /// <summary>Feeds carry the newest twenty cases and no more.</summary>
    public const int Longest = 20;

    public static IReadOnlyList<FeedItem> Newest(SiteModel site, Language language, IEnumerable<DeclarationOnRegister> declarations, IEnumerable<AgreementOnRegister> agreements) =>
        [.. declarations.Take(Longest).Select(d => Of(site, language, d)).Concat(agreements.Take(Longest).Select(a => Of(site, language, a)))
            .OrderByDescending(i => i.Updated).ThenBy(i => i.Id, StringComparer.Ordinal).Take(Longest)];

    private static FeedItem Of(SiteModel site, Language language, DeclarationOnRegister d) =>
        new($"{site.Settings.PublicAddress}/{SiteMap.DeclarationFolder(d.Number)}",
            AddressOf(site, language, SiteMap.Declaration(d.Number)),
            d.Section.Title.In(language),
            Catalogue.Say(language, "feed.declaration", d.Number.ToString(), new Word($"status.{d.Status}"), d.Section.What, d.Section.Amount, d.Window.Last),
            d.LastAct);

    private static FeedItem Of(SiteModel site, Language language, AgreementOnRegister a) =>
        new($"{site.Settings.PublicAddress}/{SiteMap.AgreementFolder(a.Agreement)}",
            AddressOf(site, language, SiteMap.Agreement(a.Agreement)),
            a.Section.Title.In(language),
            Catalogue.Say(language, "feed.agreement", a.Agreement.Value, new Word($"agreement.kind.{a.Section.Kind}"), a.Section.VillageName, a.Section.Total, a.Current.Number),
            a.LastAct);

    private static string AddressOf(SiteModel site, Language language, string path) =>
        $"{site.Settings.PublicAddress}/{SiteMap.In(site.Settings, language, path)[..^"index.html".Length]}";
}
