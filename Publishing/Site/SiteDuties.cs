using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Disclosure;
using Transparency.Contracts.Disclosure.Reports;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Publishing.Register;

namespace Transparency.Publishing.Site;

/// <summary>One cell of the disclosure calendar, with where that which was published stands.</summary>
/// <param name="Path">of a page, perhaps with a place on it; null when nothing is public</param>
public sealed record SiteDuty(Cell Cell, string? Path)
{
    public CellStatus Status => Cell.Status;

    public bool IsLate => Status is CellStatus.Late;
}

/// <summary>
/// The disclosure calendar of the whole town: what the rows say, held against what the town's table asks for.
/// A function of the shelf <see cref="Slices.Duties"/>, the town and the day.
/// </summary>
public sealed class SiteDuties
{
    private readonly Dictionary<VillageMonth, StatementOnRegister> statements;
    private readonly Dictionary<ReportKey, ReportOnRegister> reports;
    private readonly Dictionary<(AgreementId, int), RentOnRegister> accounts;
    private readonly ILookup<VillageCode, AgreementOnRegister> leases;

    private SiteDuties(SiteModel site)
    {
        statements = site.In<StatementOnRegister>(Slices.Duties).ToDictionary(s => s.Of);
        reports = site.In<ReportOnRegister>(Slices.Duties).ToDictionary(r => r.Of);
        accounts = site.In<RentOnRegister>(Slices.Duties).ToDictionary(r => (r.Agreement, r.Year));
        leases = site.In<AgreementOnRegister>(Slices.Duties)
            .OrderBy(a => a.Agreement.Value, StringComparer.Ordinal).ToLookup(a => a.Agreement.Village);
    }

    /// <summary>By obligation, village and period, in the order of the town's table, of the villages' codes and of time.</summary>
    public static IReadOnlyList<SiteDuty> All(SiteModel site)
    {
        var known = new SiteDuties(site);
        var cells = DisclosureCalendar.Of(
            site.Town.Obligations, [.. site.Town.Villages.Select(v => v.Code)], site.AsOf,
            known.Found, (obligation, village, period) => site.Count(obligation.DueRule, period.Last, village));
        return [.. cells.Select(cell => new SiteDuty(cell, known.PathOf(cell)))];
    }

    private Finding Found(Obligation obligation, VillageCode village, Period period) => obligation.Evidence switch
    {
        Evidence.Statement => statements.TryGetValue(new(village, new Month(period.Number)), out var s)
            ? new(s.Editions[0].At) : Finding.Silence,
        Evidence.Report => reports.TryGetValue(new(obligation.Code, village, period), out var r)
            ? new(r.Editions[0].At, r.Section.Nothing) : Finding.Silence,
        _ => FoundRent(village, period),
    };

    /// <summary>Met with the last account that was missing. One that was drawn up before the year was over does not close it.</summary>
    private Finding FoundRent(VillageCode village, Period year)
    {
        var owed = LeasesIn(village, year);
        if (owed.Count == 0) return Finding.Inapplicable;
        var closed = owed.Select(lease => ClosedAt(lease, year)).ToList();
        return closed.Contains(null) ? Finding.Silence : new(closed.Max());
    }

    private DateTimeOffset? ClosedAt(AgreementOnRegister lease, Period year) =>
        accounts.GetValueOrDefault((lease.Agreement, year.Year))?.Editions.FirstOrDefault(e => e.Section.AsOf >= year.Last)?.At;

    /// <summary>Leases that ran in that year and were public before it was over, and those whose account shows that rent was due.</summary>
    private List<AgreementOnRegister> LeasesIn(VillageCode village, Period year) =>
    [
        .. leases[village].Where(a => accounts.ContainsKey((a.Agreement, year.Year))
            || (Shanghai.DayOf(a.Editions[0].At) <= year.Last && a.Section.Start <= year.Last && a.Section.End >= year.First)),
    ];

    private string? PathOf(Cell cell) => cell.Status is not CellStatus.Met ? null : cell.Obligation.Evidence switch
    {
        Evidence.Statement => SiteMap.Statement(new(cell.Village, new Month(cell.Period.Number))),
        Evidence.Report => SiteMap.Report(new(cell.Obligation.Code, cell.Village, cell.Period)),
        _ => LeasesIn(cell.Village, cell.Period) is [var only] ? SiteMap.Agreement(only.Agreement)
            : $"{SiteMap.Village(cell.Village)}#{CaseKind.Agreement}",
    };
}
