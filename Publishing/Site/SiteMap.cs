using System.Globalization;
using Transparency.Contracts;
using Transparency.Contracts.Coal;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Contracts.Disclosure;
using Transparency.Contracts.Disclosure.Reports;
using Transparency.Contracts.Proposals;
using Transparency.Contracts.Suppressions;
using Transparency.Publishing.Register;

namespace Transparency.Publishing.Site;

/// <summary>
/// Every public path is a function here: relative to the tree's root, with forward slashes, without a leading one.
/// Paths are of the first language; <see cref="In"/> gives the same page in another.
/// </summary>
public static class SiteMap
{
    public const string Home = "index.html";
    public const string Town = "town/index.html";
    public const string Calendar = "calendar/index.html";
    public const string Rules = "rules/index.html";
    public const string CalendarFile = "calendar.ics";
    public const string Search = "search/index.html";
    public const string Data = "data/index.html";
    public const string DataPackage = "data/datapackage.json";
    public const string Feed = "feed.atom";
    public const string JsonFeed = "feed.json";
    public const string LateFeed = "late.atom";
    public const string Sitemap = "sitemap.xml";
    public const string Robots = "robots.txt";
    public const string NotFound = "404.html";

    public static string Declaration(DeclarationNumber n) => $"{DeclarationFolder(n)}index.html";

    public static string DeclarationFolder(DeclarationNumber n) => $"declarations/{n.Year:0000}/{n.Ordinal:0000}/";

    /// <summary>公示情况说明 of one window.</summary>
    public static string Certificate(DeclarationNumber n, int round) => $"{CertificateFolder(n, round)}index.html";

    public static string CertificateFolder(DeclarationNumber n, int round) =>
        string.Create(CultureInfo.InvariantCulture, $"{DeclarationFolder(n)}certificate/{round}/");

    /// <summary>Name of the folder, and of the sitemap's part, in which cases of a kind stand.</summary>
    public static string Folder(CaseKind kind) => kind switch
    {
        CaseKind.Declaration => "declarations",
        CaseKind.Agreement => "agreements",
        CaseKind.Statement => "statements",
        CaseKind.Tender => "tenders",
        CaseKind.Report => "reports",
        CaseKind.Inspection => "inspections",
        CaseKind.Proposal => "proposals",
        CaseKind.Treasury => "treasury",
        CaseKind.Decision => "decisions",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>All cases of a kind in one year.</summary>
    public static string KindYear(CaseKind kind, int year) => $"{Folder(kind)}/{year:0000}/index.html";

    public static string Agreement(AgreementId id) => $"{AgreementFolder(id)}index.html";

    public static string AgreementFolder(AgreementId id) => $"agreements/{id}/";

    public static string Statement(VillageMonth of) => $"{StatementFolder(of)}index.html";

    public static string StatementFolder(VillageMonth of) => $"villages/{of.Village}/escrow/{of.Month}/";

    /// <summary>What the town paid in one month.</summary>
    public static string Treasury(Month month) => $"{TreasuryFolder(month)}index.html";

    public static string TreasuryFolder(Month month) => $"town/treasury/{month}/";

    /// <summary>A village decision that stands by itself.</summary>
    public static string Decision(DeliberationId id) => $"{DecisionFolder(id)}index.html";

    public static string DecisionFolder(DeliberationId id) => $"decisions/{id}/";

    /// <summary>Payments of a year that needed a decision, and what stands behind them.</summary>
    public static string Orphans(VillageCode village, int year) =>
        string.Create(CultureInfo.InvariantCulture, $"villages/{village}/orphans/{year:0000}/index.html");

    /// <summary>One village's year of money at a glance.</summary>
    public static string VillageMoney(VillageCode village, int year) =>
        string.Create(CultureInfo.InvariantCulture, $"villages/{village}/escrow/{year:0000}/index.html");

    public static string Report(ReportKey of) => $"{ReportFolder(of)}index.html";

    public static string ReportFolder(ReportKey of) => $"villages/{of.Village}/reports/{of.Obligation}/{of.Period}/";

    public const string Inspections = "inspections/index.html";

    public static string Inspection(InspectionId id) => $"{InspectionFolder(id)}index.html";

    public static string InspectionFolder(InspectionId id) =>
        string.Create(CultureInfo.InvariantCulture, $"inspections/{id.Year:0000}/{id.Ordinal}/");

    /// <summary>One village's result, on the inspection's page.</summary>
    public static string InspectionOf(InspectionId id, VillageCode village) => $"{Inspection(id)}#v{village}";

    public const string Proposals = "proposals/index.html";

    public static string Proposal(ProposalNumber n) => $"{ProposalFolder(n)}index.html";

    public static string ProposalFolder(ProposalNumber n) => $"proposals/{n}/";

    /// <summary>One clean-up drive, with all its cases.</summary>
    public static string CleanUp(DriveId id) => $"{CleanUpFolder(id)}index.html";

    public static string CleanUpFolder(DriveId id) => $"agreements/clean-up/{id}/";

    public static string Tender(TenderId id) => $"{TenderFolder(id)}index.html";

    public static string TenderFolder(TenderId id) => $"tenders/{id}/";

    public const string Works = "works/index.html";

    public static string Work(WorkId id) => $"works/{id}/index.html";

    public static string CoalSeason(HeatingSeason season) => $"coal/{season}/index.html";

    public static string Village(VillageCode code) => $"villages/{code}/index.html";

    public static string VillageYear(VillageCode code, int year) => $"villages/{code}/{year:0000}/index.html";

    public static string VillageFeed(VillageCode code) => $"villages/{code}/feed.atom";

    public static string VillageLateFeed(VillageCode code) => $"villages/{code}/late.atom";

    public static string SearchScript(int year) => $"search/{year:0000}.js";

    /// <summary>One accepted loss of records.</summary>
    public static string Loss(int ordinal) => string.Create(CultureInfo.InvariantCulture, $"losses/{ordinal}/index.html");

    /// <summary>One suppression: what left the public view, and why.</summary>
    public static string Suppression(SuppressionNumber n) => $"{SuppressionFolder(n)}index.html";

    public static string SuppressionFolder(SuppressionNumber n) => $"suppressions/{n}/";

    public static string DataFile(string kind, int year) => $"data/{kind}-{year:0000}.csv";

    /// <summary>An attachment, which stands once for all cases and editions that name it.</summary>
    public static string File(Attachment a) => File(a.File);

    /// <param name="name">its hash with the extension</param>
    public static string File(string name) => $"files/{name}";

    public static string SitemapPart(string part) => $"sitemaps/{part}.xml";

    public static string Asset(string name) => $"assets/{name}";

    /// <summary><c>e/{n}/</c> below a case's folder: where a superseded edition stands for ever.</summary>
    public static string Superseded(string caseFolder, int edition) => $"{caseFolder}e/{edition}/";

    /// <summary>
    /// True for what belongs to one case: its page, data and sheet with all editions, and attachments. Such a file never leaves the tree by
    /// itself; overviews, lists, feeds and data files follow from the cases.
    /// </summary>
    public static bool IsOfCase(string path)
    {
        var names = path.Split('/');
        if (names[0] == Folder(Language.En) || names[0] == Folder(Language.Zh)) names = names[1..];
        return names switch
        {
            ["files" or "losses", ..] => true,
            ["villages", _, "reports", _, ..] or ["town", "treasury", _, ..] => true,
            ["villages", _, "escrow", var month, _, ..] => month.Contains('-', StringComparison.Ordinal),
            ["declarations" or "agreements" or "tenders" or "inspections" or "proposals" or "suppressions", _, _, _, ..] => true,
            ["decisions", _, _, _, ..] => true,
            ["agreements" or "tenders" or "works" or "decisions", var id, _] => !IsYear(id),
            _ => false,
        };
    }

    private static bool IsYear(string name) => name.Length == 4 && name.All(char.IsAsciiDigit);

    /// <summary>The path of a page or feed in <paramref name="language"/>; data, notices and assets stand once.</summary>
    public static string In(SiteSettings settings, Language language, string path) =>
        language == settings.First ? path : $"{Folder(language)}/{path}";

    /// <summary>The path of the same page in the first language.</summary>
    public static string InFirst(SiteSettings settings, string path)
    {
        var folder = settings.Languages.Where(language => language != settings.First).Select(language => $"{Folder(language)}/")
            .FirstOrDefault(folder => path.StartsWith(folder, StringComparison.Ordinal));
        return folder is null ? path : path[folder.Length..];
    }

    public static string Folder(Language language) => language == Language.En ? "en" : "zh-Hans";

    public static string Tag(Language language) => language == Language.En ? "en" : "zh-Hans";

    /// <summary>From the file <paramref name="from"/> to the file <paramref name="to"/>, so the tree also opens from a folder.</summary>
    public static string Relative(string from, string to)
    {
        var (here, there) = (from.Split('/'), to.Split('/'));
        var same = 0;
        while (same < here.Length - 1 && same < there.Length - 1 && here[same] == there[same]) same++;
        return string.Concat(Enumerable.Repeat("../", here.Length - 1 - same)) + string.Join('/', there[same..]);
    }
}
