using Transparency.Contracts;
using Transparency.Publishing.Notices.Inspections;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Feeds;

/// <summary>One case in a feed. Its id is its address, which never changes; its time is that of the newest act.</summary>
public sealed record FeedItem(string Id, string Address, string Title, string Summary, DateTimeOffset Updated)
{
    /// <summary>Feeds carry the newest twenty cases and no more.</summary>
    public const int Longest = 20;

    /// <param name="slice">whose cases: all, or those of one village</param>
    public static IReadOnlyList<FeedItem> Newest(SiteModel site, Language language, string slice) => [.. site.CasesIn(slice).Take(Longest).Select(c => Of(site, language, c))];

    private static FeedItem Of(SiteModel site, Language language, SiteCase c) =>
        new(AddressOf(site, c.Path), AddressOf(site, SiteMap.In(site.Settings, language, c.Path)), c.Title.In(language), SummaryOf(language, c.Row), c.Row.LastAct);

    private static string SummaryOf(Language language, IPublicRow row) => row switch
    {
        DeclarationOnRegister d => Catalogue.Say(language, "feed.declaration", d.Number.ToString(), new Word($"status.{d.Status}"), d.Section.What, d.Section.Amount, d.Window.Last),
        AgreementOnRegister a => Catalogue.Say(language, "feed.agreement", a.Agreement.Value, new Word($"agreement.kind.{a.Section.Kind}"), a.Section.VillageName, a.Section.Total, a.Current.Number),
        StatementOnRegister s => Catalogue.Say(language, "feed.statement", s.Section.VillageName, s.Section.Income, s.Section.Expense, s.Section.Closing, new Word(s.Section.Reconciliation.Agrees ? "statement.agrees" : "statement.differs")),
        TenderOnRegister t => Catalogue.Say(language, "feed.tender", t.Tender.Value, new Word($"tender.status.{t.Status}"), t.Section.Buyer, t.Section.What, t.Section.Estimate),
        ReportOnRegister r => Catalogue.Say(language, r.Section.Nothing ? "feed.report-nothing" : "feed.report", r.Section.Body, r.Current.Unit),
        InspectionOnRegister i => Catalogue.Say(language, "feed.inspection", InspectionWording.Number(language, i.Plan.Id), new Word($"inspection.status.{i.Status}"), InspectionWording.Months(language, i.Plan), i.Results.Count, i.Results.Sum(r => r.Findings.Count), i.Open),
        _ => "",
    };

    internal static string AddressOf(SiteModel site, string path) => $"{site.Settings.PublicAddress}/{path[..^"index.html".Length]}";
}
