using Transparency.Contracts;
using Transparency.Contracts.Deadlines;
using Transparency.Contracts.Disclosure;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Publishing.Register;

namespace Transparency.Publishing.Site;

/// <summary>
/// One village's statements of some months by when they became public: the only thing by which villages are set side by side
/// (no village is ranked by its money).
/// </summary>
/// <param name="Missing">months that other villages have published and this one has not</param>
/// <param name="LongestLate">local days after the due day, 0 when none was late</param>
public sealed record Timeliness(VillageCode Village, int Published, int OnTime, int Late, int Missing, int LongestLate);

public static class StatementTimes
{
    /// <summary>The most punctual first: nothing missing, then fewest late, then shortest, then by code.</summary>
    public static IReadOnlyList<Timeliness> Of(SiteModel site, IReadOnlyList<StatementOnRegister> statements)
    {
        var months = statements.Select(s => s.Month).Distinct().Count();
        return [.. site.Town.Villages.Select(v => Of(site, v.Code, [.. statements.Where(s => s.Village == v.Code)], months))
            .OrderBy(t => t.Missing).ThenBy(t => t.Late).ThenBy(t => t.LongestLate).ThenBy(t => t.Village.Value, StringComparer.Ordinal)];
    }

    /// <summary>Local days after the last day on which it had to be public, below zero before it; null where no rule can tell.</summary>
    public static int? DaysLate(SiteModel site, StatementOnRegister s) =>
        site.Town.Obligations.FirstOrDefault(o => o.Evidence == Evidence.Statement) is { } obligation
        && site.Count(obligation.DueRule, s.Month.Last, s.Village) is Result<Deadline>.Of(var due)
            ? Shanghai.DayOf(s.Editions[0].At).DayNumber - due.Last.DayNumber : null;

    private static Timeliness Of(SiteModel site, VillageCode village, IReadOnlyList<StatementOnRegister> own, int months)
    {
        var late = own.Select(s => DaysLate(site, s) ?? 0).Where(days => days > 0).ToList();
        return new(village, own.Count, own.Count - late.Count, late.Count, months - own.Count, late.Count == 0 ? 0 : late.Max());
    }
}
