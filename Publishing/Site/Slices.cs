using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Coal;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Contracts.Disclosure;
using Transparency.Contracts.Escrow;
using Transparency.Contracts.Escrow.Inspections;
using Transparency.Publishing.Register;

namespace Transparency.Publishing.Site;

/// <summary>
/// The names under which outputs state what they are a function of, and under which the model answers. A row stands on the shelf of every slice
/// that <see cref="Of(IPublicRow)"/> names; a page reads only shelves that it names as its inputs. A changed row touches the slices of its old and its new form;
/// the outputs that name one of them are rendered again, and no others.
/// </summary>
public static class Slices
{
    /// <summary>Names, contacts and villages: every page has them.</summary>
    public const string Town = "town";

    /// <summary>The day from which days left are counted.</summary>
    public const string AsOf = "as-of";

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
    public static string Numbered(DeclarationNumber number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"number/{number.Year:0000}/{number.Ordinal:0000}");

    /// <summary>One village's month; the statement after it stands here too, since the page leads to it.</summary>
    public static string Statement(VillageMonth of) => $"statement/{of}";

    /// <summary>All villages' statements of one month.</summary>
    public static string Month(Month month) => $"{List}month/{month}";

    public static string Report(ReportKey of) => $"report/{of}";

    public static string Inspection(InspectionId id) => $"inspection/{id}";

    /// <summary>Confirmed inspections of one village's month, beside its statement.</summary>
    public static string Inspected(VillageMonth of) => $"inspected/{of}";

    /// <summary>The part of <see cref="Duties"/> that is one village's.</summary>
    public static string DutiesOf(VillageCode village) => $"{Duties}/{village}";

    public static string Drive(DriveId id) => $"drive/{id}";

    /// <summary>Accounts of the rent due in one year, and clean-up cases listed in one year: a data file each.</summary>
    public static string RentYear(int year) => $"{Rents}/{year}";

    public static string CleanUpYear(int year) => $"{CleanUps}/{year}";
    /// <summary>Tenders that buy coal for one winter.</summary>
    public static string Season(HeatingSeason season) => $"{List}season/{season}";

    public static string Work(WorkId id) => $"work/{id}";

    /// <summary>Whatever names a work.</summary>
    public const string Works = $"{List}works";

    public static string CaseYear(int year) => $"{Cases}/{year}";

    public static string Kind(CaseKind kind) => $"{List}{kind}";

    public static string KindYear(CaseKind kind, int year) => $"{List}{kind}/{year}";

    /// <summary>Everything of one village; null is the town as a discloser.</summary>
    public static string Village(VillageCode? village) => $"{List}village/{village?.Value ?? "town"}";

    public static string VillageYear(VillageCode? village, int year) => $"{Village(village)}/{year}";

    /// <summary>True for the slice of one case with what belongs to it, false for a list.</summary>
    public static bool IsOfOneCase(string slice) => slice is not (Town or AsOf) && !slice.StartsWith(List, StringComparison.Ordinal);

    /// <summary>Every slice that a row belongs to; a page of the row may name these and no others.</summary>
    public static IEnumerable<string> Of(IPublicRow row)
    {
        var own = row switch
        {
            DeclarationOnRegister d => Of(d),
            DeliberationOnRegister x => [Deliberation(x.Deliberation)],
            AgreementOnRegister a => Of(a),
            StatementOnRegister s => Of(s),
            RentOnRegister r => [Agreement(r.Agreement), Rents, RentYear(r.Year), .. Owed(r.Agreement.Village)],
            ReportOnRegister r => [Report(r.Of), .. Owed(r.Of.Village)],
            InspectionOnRegister i => Of(i),
            DriveOnRegister d => [Drive(d.Drive), CleanUps],
            CleanUpOnRegister x => [Agreement(x.Agreement), Drive(x.Drive), CleanUps, CleanUpYear(x.Listed.Year)],
            TenderOnRegister t => Of(t),
            DeliveryOnRegister d => [Tender(d.Tender)],
            // The page and the year's data file state how many objections arrived.
            ObjectionOnRegister o => [Declaration(o.Declaration)],
            PublicityOnRegister p => [Publicity(p.Declaration)],
            _ => throw new ArgumentOutOfRangeException(nameof(row), row.GetType().Name),
        };
        return (SiteCase.Of(row) is { } c ? own.Concat([Cases, CaseYear(c.Year), Kind(c.Kind), KindYear(c.Kind, c.Year), Village(c.Village), VillageYear(c.Village, c.Year)]) : own).Distinct(StringComparer.Ordinal);
    }

    /// <summary>What a change from one register to the next touches.</summary>
    public static HashSet<string> Touched(PublicRegister before, PublicRegister after)
    {
        var touched = new HashSet<string>(StringComparer.Ordinal);
        if (!ReferenceEquals(before.Town, after.Town)) touched.Add(Town);
        foreach (var change in after.ChangesSince(before))
        {
            if (change.Before is { } old) touched.UnionWith(Of(old));
            if (change.After is { } row) touched.UnionWith(Of(row));
        }
        // An objection is counted in its declaration's year too, which only the declaration knows.
        foreach (var d in touched.Select(slice => after.Find<DeclarationOnRegister>(slice)).OfType<DeclarationOnRegister>().ToList()) touched.Add(KindYear(CaseKind.Declaration, d.Number.Year));
        return touched;
    }

    private static IEnumerable<string> Of(DeclarationOnRegister d) =>
    [
        Declaration(d.Id),
        Publicity(d.Id),
        Numbered(d.Number),
        .. d.Status == PublicStatus.InPublicity ? [Open] : Array.Empty<string>(),
        .. d.Editions.SelectMany(e => e.Section.Subjects).Select(s => Agreement(s.Id)),
        .. d.Editions.SelectMany(e => e.Section.Plans ?? []).Select(p => Tender(p.Id)),
        .. d.Editions.Select(e => e.Section.Decision).OfType<VillageDecision>().Select(x => Deliberation(x.Number)),
        .. WorkOf(d.Section.Work),
    ];

    // Its declarations name it by its id once it has a page of its own.
    private static IEnumerable<string> Of(AgreementOnRegister a) =>
    [
        Agreement(a.Agreement), .. a.Editions.Select(e => Declaration(e.Declaration)), .. TenderOf(a.Section.Tender), .. WorkOf(a.Section.Work),
        .. a.Section.Kind == AgreementKind.Lease ? Owed(a.Agreement.Village) : [],
    ];

    private static IEnumerable<string> Of(TenderOnRegister t) =>
    [
        Tender(t.Tender),
        .. t.Declaration is { } declaration ? [Declaration(declaration)] : Array.Empty<string>(),
        .. t.Contracts.Select(c => c.Agreement).OfType<AgreementId>().Select(Agreement),
        .. TenderOf(t.Next),
        .. SeasonOf(t) is { } season ? [Season(season)] : Array.Empty<string>(),
        .. WorkOf(t.Section.Work),
    ];

    /// <summary>The winter that a tender buys coal for: the one in which its offers are due, or in which its plan came out; null for other tenders.</summary>
    public static HeatingSeason? SeasonOf(TenderOnRegister t) =>
        t.Section.Matter == HeatingSeason.Matter ? HeatingSeason.Of(Shanghai.DayOf(t.Current.Notice?.Deadline ?? t.Editions[0].At)) : null;

    private static string[] Owed(VillageCode village) => [Duties, DutiesOf(village)];

    private static IEnumerable<string> TenderOf(TenderId? tender) => tender is { } id ? [Tender(id)] : [];

    private static IEnumerable<string> Of(StatementOnRegister s) =>
    [
        Statement(s.Of),
        Statement(s.Of.Previous),
        Inspected(s.Of),
        Month(s.Month),
        .. Owed(s.Village),
        .. s.Editions.SelectMany(e => LinkedTo(e.Section)),
    ];

    /// <summary>A drawn village has it on its own page, each month that a confirmed result covers beside its statement.</summary>
    private static IEnumerable<string> Of(InspectionOnRegister i) =>
    [
        Inspection(i.Plan.Id),
        .. i.Drawn.SelectMany(v => new[] { Village(v), VillageYear(v, i.Plan.Id.Year) }),
        .. i.Results.SelectMany(r => MonthsOf(r.Of).Select(month => Inspected(new(r.Of.Village, month)))),
    ];

    private static IEnumerable<Month> MonthsOf(InspectionResult result)
    {
        for (var month = result.From; month <= result.To; month = month.Next) yield return month;
    }

    /// <summary>What the lines of a statement belong to.</summary>
    public static IEnumerable<string> LinkedTo(StatementSection s) => s.Lines.SelectMany(line => new[]
    {
        line.Agreement is { } agreement ? Agreement(agreement) : null,
        line.Tender is { } tender ? Tender(tender) : null,
        line.Declaration is { } declaration ? Numbered(declaration) : null,
    }).OfType<string>().Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> WorkOf(WorkId? work) => work is { } id ? [Work(id), Works] : [];
}
