using System.Text;

namespace Transparency.Publishing.OpenData;

/// <summary>One column of a data file.</summary>
/// <param name="Name">machine name: header of the strict file, field name in the data package</param>
/// <param name="Title">Chinese header of the office file, with the English title</param>
/// <param name="Type">Table Schema type: string, integer, number, date</param>
public record DataColumn<T>(string Name, Contracts.Text Title, string Type, Func<T, string?> Cell);

/// <summary>
/// CSV by RFC 4180. The office file is UTF-8 with BOM and Chinese headers, so that spreadsheet programs open it right;
/// text that would start a formula (= + - @, tab) gets a leading apostrophe, which the importer takes off again. Numbers and dates are left
/// as they are.
/// </summary>
public static class CsvFile
{
    public static byte[] Office<T>(IReadOnlyList<DataColumn<T>> columns, IEnumerable<T> rows) =>
        [.. Encoding.UTF8.GetPreamble(), .. Write(columns, c => c.Title.Zh, rows)];

    /// <summary>For programs: no BOM, machine names as headers.</summary>
    public static byte[] Strict<T>(IReadOnlyList<DataColumn<T>> columns, IEnumerable<T> rows) => Write(columns, c => c.Name, rows);

    private static byte[] Write<T>(IReadOnlyList<DataColumn<T>> columns, Func<DataColumn<T>, string> head, IEnumerable<T> rows)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', columns.Select(c => Quote(head(c)))).Append("\r\n");
        foreach (var row in rows)
            text.AppendJoin(',', columns.Select(c => Quote(Defuse(c.Type, c.Cell(row) ?? "")))).Append("\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Text that already begins like something defused gets one more, so taking one off always gives the text again.</summary>
    private static string Defuse(string type, string cell) =>
        type == "string" && cell.TrimStart('\'') is ['=' or '+' or '-' or '@' or '\t', ..] ? "'" + cell : cell;

    private static string Quote(string cell) => cell.AsSpan().ContainsAny(",\"\r\n") ? $"\"{cell.Replace("\"", "\"\"")}\"" : cell;
}
