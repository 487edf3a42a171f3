using Transparency.Contracts;

namespace Transparency.Portal.Importing;

/// <summary>One row with something in it.</summary>
/// <param name="Number">as a spreadsheet counts, from 1</param>
/// <param name="Cells">by machine name of the column; empty cells are left out</param>
public sealed record SheetRow(int Number, IReadOnlyDictionary<string, string> Cells);

/// <summary>What stands in an imported file, before it is judged.</summary>
/// <param name="Findings">faults of the file itself: with one of these <paramref name="Rows"/> is empty</param>
public sealed record Sheet(string File, IReadOnlyList<SheetRow> Rows, IReadOnlyList<Finding> Findings);

/// <summary>
/// CSV or XLSX → rows of (row number, column → text). Headers may stand in any order; blank rows and the guide row are passed over.
/// </summary>
public static class ReadSheet
{
    public static Sheet From(string path, IReadOnlyList<Column> columns)
    {
        var file = Path.GetFileName(path);
        var raw = RawRows.Read(path);
        var at = raw.ToList().FindIndex(r => !IsBlank(r));
        if (at < 0) return new(file, [], [new(file, 0, null, Refusal.Mend(null, "import.empty"))]);

        var headers = raw[at].Select(h => Crooked.Fold(h)).ToList();
        var known = headers.Select(h => columns.FirstOrDefault(c => c.IsCalled(h))).ToList();
        var findings = FaultsOf(headers, known, columns).Select(no => new Finding(file, 0, null, no)).ToList();
        if (findings.Count > 0) return new(file, [], findings);

        var rows = raw.Index().Skip(at + 1)
            .Where(r => !IsBlank(r.Item) && !r.Item.Any(c => c.Trim().StartsWith(Column.GuideMark, StringComparison.Ordinal)))
            .ToList();
        findings.AddRange(rows.Where(r => r.Item.Skip(known.Count).Any(c => c.Trim().Length > 0))
            .Select(r => new Finding(file, r.Index + 1, null, Refusal.Mend(null, "import.too-many-cells", known.Count))));
        return findings.Count > 0
            ? new(file, [], findings)
            : new(file, [.. rows.Select(r => new SheetRow(r.Index + 1, CellsOf(r.Item, known)))], []);
    }

    private static IEnumerable<Refusal> FaultsOf(List<string> headers, List<Column?> known, IReadOnlyList<Column> columns)
    {
        foreach (var (i, header) in headers.Index())
        {
            if (header.Length > 0 && known[i] is null) yield return Refusal.Mend(null, "import.header-unknown", header, Names(columns));
        }
        foreach (var twice in known.OfType<Column>().GroupBy(c => c.Name).Where(g => g.Count() > 1))
            yield return Refusal.Mend(null, "import.header-twice", new Word($"column.{twice.Key}"));
        foreach (var missing in columns.Where(c => c.Required && !known.Contains(c)))
            yield return Refusal.Mend(null, "import.header-missing", new Word($"column.{missing.Name}"));
    }

    private static Dictionary<string, string> CellsOf(string[] cells, List<Column?> known)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (i, column) in known.Index())
        {
            if (column is not null && i < cells.Length && Crooked.Undefuse(cells[i]) is { Length: > 0 } cell) read[column.Name] = cell;
        }
        return read;
    }

    private static string Names(IReadOnlyList<Column> columns) => string.Join("、", columns.Select(c => c.Header(Language.Zh)));

    private static bool IsBlank(string[] cells) => cells.All(c => Crooked.Fold(c).Length == 0);
}
