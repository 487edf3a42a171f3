using System.Text;
using Transparency.Contracts;
using Transparency.Portal.Problems;

namespace Transparency.Portal.Importing;

/// <summary>
/// An empty sheet to fill in: Chinese headers and a row that says what each column takes.
/// UTF-8 with a mark at its start, as office programs expect.
/// </summary>
public static class Template
{
    /// <summary>Refuses (<see cref="CannotRun"/>) to write over a file that is there, and other extensions than <c>.csv</c>.</summary>
    public static void Write(string path, IReadOnlyList<Column> columns)
    {
        if (!Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase))
            throw new CannotRun(Refusal.Mend(null, "import.template-extension", Path.GetFileName(path)));
        if (File.Exists(path)) throw new CannotRun(Refusal.Mend(null, "import.template-exists", path));
        File.WriteAllBytes(path, Bytes(columns));
    }

    public static byte[] Bytes(IReadOnlyList<Column> columns)
    {
        string[] rows =
        [
            Line(columns.Select(c => c.Header(Language.Zh))),
            Line(columns.Select((c, i) => (i == 0 ? Column.GuideMark : "") + c.Guide)),
        ];
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Concat(rows))];
    }

    private static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(Quoted)) + "\r\n";

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(",\"\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
