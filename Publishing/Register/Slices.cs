using System.Globalization;
using Transparency.Contracts;
using Transparency.Contracts.Coal;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Contracts.Disclosure.Reports;
using Transparency.Contracts.Escrow.Inspections;
using Transparency.Contracts.Proposals;
using Transparency.Contracts.Suppressions;

namespace Transparency.Publishing.Register;

/// <summary>
/// The names under which outputs state what they are a function of, and under which the model answers. A row stands on the shelf of every
/// slice that <see cref="Of(IPublicRow)"/> names; a page reads only shelves that it names as its inputs. A changed row touches the slices
/// of its old and its new form; the outputs that name one of them are rendered again, and no others.
/// </summary>
public static class Slices
{
    /// <summary>Names, contacts and villages: every page has them.</summary>
    public const string Town = "town";

    /// <summary>The day from which days left are counted.</summary>
    public const string AsOf = "as-of";

    /// <summary>Cases whose own pages change with the day; these pages name <see cref="AsOf"/>.</summary>
    public const string Turning = $"{List}turning";

    /// <summary>Every case of every kind that has a page of its own.</summary>
    public const string Cases = $"{List}cases";

    /// <summary>Declarations that can be objected to now.</summary>
    public const string Open = $"{List}open";

    /// <summary>Every account of rent.</summary>
    public const string Rents = $"{List}rent";

    /// <summary>Every clean-up drive with all its cases.</summary>
    public const string CleanUps = $"{List}clean-up";

    /// <summary>What shows whether villages publish in time what they owe: statements, accounts of rent, leases, reports.</summary>
    public const string Duties = $"{List}duties";

    /// <summary>Whatever names a work.</summary>
    public const string Works = $"{List}works";

    /// <summary>Every accepted loss of records; empty in a town that has lost none.</summary>
    public const string Losses = $"{List}losses";

    /// <summary>Everything that was taken out of the public view; empty in a town that never had to.</summary>
    public const string Suppressions = $"{List}suppressions";

    /// <summary>Begins the name of a slice that grows with the town; all others hold one case with what belongs to it.</summary>
    private const string List = "list:";

    public static string Declaration(string id) => id;

    /// <summary>The checks of a declaration's windows.</summary>
    public static string Publicity(string declaration) => $"publicity-of/{declaration}";

    /// <summary>A village decision: its declarations show what came of it.</summary>
    public static string Deliberation(DeliberationId id) => $"deliberation/{id}";

    public static string Agreement(AgreementId id) => $"agreement/{id}";

    public static string Tender(TenderId id) => $"tender/{id}";

    /// <summary>A declaration as others know it: by its public number.</summary>
    public static string Numbered(DeclarationNumber number) =>
        string.Create(CultureInfo.InvariantCulture, $"number/{number.Year:0000}/{number.Ordinal:0000}");

    /// <summary>One village's month; the statement after it stands here too, since the page leads to it.</summary>
    public static string Statement(VillageMonth of) => $"statement/{of}";

    /// <summary>All villages' statements of one month.</summary>
    public static string Month(Month month) => $"{List}month/{month}";

    /// <summary>What the town paid in one month.</summary>
    public static string Treasury(Month month) => $"treasury/{month}";

    public static string Report(ReportKey of) => $"report/{of}";

    public static string Inspection(InspectionId id) => $"inspection/{id}";

    public static string Proposal(ProposalNumber number) => $"proposal-number/{number}";

    /// <summary>Confirmed inspections of one village's month, beside its statement.</summary>
    public static string Inspected(VillageMonth of) => $"inspected/{of}";

    /// <summary>The part of <see cref="Duties"/> that is one village's.</summary>
    public static string DutiesOf(VillageCode village) => $"{Duties}/{village}";

    public static string Loss(int ordinal) => string.Create(CultureInfo.InvariantCulture, $"loss/{ordinal}");

    public static string Suppression(SuppressionNumber number) => $"suppression/{number}";

    public static string Drive(DriveId id) => $"drive/{id}";

    /// <summary>Accounts of the rent due in one year, and clean-up cases listed in one year: a data file each.</summary>
    public static string RentYear(int year) => $"{Rents}/{year}";

    public static string CleanUpYear(int year) => $"{CleanUps}/{year}";

    /// <summary>Tenders that buy coal for one winter.</summary>
    public static string Season(HeatingSeason season) => $"{List}season/{season}";

    public static string Work(WorkId id) => $"work/{id}";

    public static string CaseYear(int year) => $"{Cases}/{year}";

    public static string Kind(CaseKind kind) => $"{List}{kind}";

    public static string KindYear(CaseKind kind, int year) => $"{List}{kind}/{year}";

    /// <summary>Everything of one village; null is the town as a discloser.</summary>
    public static string Village(VillageCode? village) => $"{List}village/{village?.Value ?? "town"}";

    public static string VillageYear(VillageCode? village, int year) => $"{Village(village)}/{year}";

    /// <summary>True for the slice of one case with what belongs to it, false for a list.</summary>
    public static bool IsOfOneCase(string slice) => slice is not (Town or AsOf) && !slice.StartsWith(List, StringComparison.Ordinal);

    /// <summary>Every slice that a row belongs to; a page of the row may name these and no others.</summary>
    public static IEnumerable<string> Of(IPublicRow row) =>
        (row.Entry is { } entry ? row.OwnSlices().Concat(Of(entry)) : row.OwnSlices()).Distinct(StringComparer.Ordinal);

    private static string[] Of(CaseEntry e) =>
        [Cases, CaseYear(e.Year), Kind(e.Kind), KindYear(e.Kind, e.Year), Village(e.Village), VillageYear(e.Village, e.Year)];

    // What several kinds of row name in the same way; nothing is named for what is not there.
    internal static string[] Owed(VillageCode village) => [Duties, DutiesOf(village)];

    internal static string[] DeclarationOf(string? id) => id is null ? [] : [Declaration(id)];

    internal static string[] TenderOf(TenderId? tender) => tender is { } id ? [Tender(id)] : [];

    internal static string[] WorkOf(WorkId? work) => work is { } id ? [Work(id), Works] : [];
}
