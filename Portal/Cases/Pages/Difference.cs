using Transparency.Contracts;

namespace Transparency.Portal.Cases.Pages;

/// <summary>One thing that reads otherwise than it did.</summary>
/// <param name="Before">empty for what has come anew</param>
/// <param name="Now">empty for what is gone</param>
public sealed record Difference(Shown What, IReadOnlyList<Shown> Before, IReadOnlyList<Shown> Now)
{
    /// <summary>Row by row: of a table's rows that are gone, each stands beside one that has come.</summary>
    public static IReadOnlyList<Difference> Between(IReadOnlyList<Sheet> before, IReadOnlyList<Sheet> now) =>
    [
        .. from code in before.Concat(now).Select(sheet => sheet.Code).Distinct()
           let was = RowsOf(before, code)
           let stand = RowsOf(now, code)
           let gone = was.Where(row => !stand.Exists(row.SequenceEqual)).ToList()
           let come = stand.Where(row => !was.Exists(row.SequenceEqual)).ToList()
           from i in Enumerable.Range(0, Math.Max(gone.Count, come.Count))
           select new Difference(new(new Word(code)), gone.ElementAtOrDefault(i) ?? [], come.ElementAtOrDefault(i) ?? []),
    ];

    private static List<IReadOnlyList<Shown>> RowsOf(IReadOnlyList<Sheet> sheets, string code) =>
        [.. sheets.Where(sheet => sheet.Code == code).SelectMany(sheet => sheet.Rows)];
}
