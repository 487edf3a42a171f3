using Marten;
using Transparency.Contracts;

namespace Transparency.Portal.Importing;

/// <summary>Which villages and months are written out.</summary>
/// <param name="From">null for the first that is kept; <paramref name="Until"/> null for the last</param>
public sealed record ExportScope(IReadOnlyList<VillageCode> Villages, Month? From, Month? Until)
{
    public bool Has(VillageMonth of) =>
        Villages.Contains(of.Village)
        && (From is not { } from || of.Month >= from) && (Until is not { } until || of.Month <= until);
}

/// <summary>
/// One kind of file that the office writes out for itself: the columns of its template, so that the import of the same name reads
/// it again.
/// </summary>
/// <param name="Numbers">columns that hold amounts</param>
/// <param name="RowsAsync">cells in the order of the columns; every row in the order in which it was entered</param>
public sealed record ExportKind(
    string Name, IReadOnlyList<Column> Columns, IReadOnlyList<string> Numbers,
    Func<IQuerySession, ExportScope, CancellationToken, Task<IReadOnlyList<string[]>>> RowsAsync)
{
    /// <summary>The villages whose books this officer keeps: a bookkeeper all of them, a reporting clerk the own.</summary>
    public static IReadOnlyList<VillageCode> VillagesOf(Officer officer, RuleBook rules) =>
        [.. rules.Villages.Keys.Where(v => officer.Roles.Contains(Role.Bookkeeper) || officer.Holds(Role.Village, v))
            .OrderBy(v => v.Value, StringComparer.Ordinal)];
}
