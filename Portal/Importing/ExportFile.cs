using Transparency.Contracts;
using Transparency.Publishing.OpenData;

namespace Transparency.Portal.Importing;

/// <summary>The bytes of an export, the same for the same rows.</summary>
public static class ExportFile
{
    /// <summary>Extensions that can be written.</summary>
    public static readonly IReadOnlyList<string> Ends = [".csv", ".xlsx"];

    /// <summary>
    /// CSV in UTF-8 with a mark at its start, cells that could start a formula defused; or a workbook with amounts as numbers and
    /// everything else as text.
    /// </summary>
    public static byte[] Bytes(ExportKind kind, string extension, IReadOnlyList<string[]> rows)
    {
        DataColumn<string[]>[] columns =
        [
            .. kind.Columns.Select((c, i) => new DataColumn<string[]>(
                c.Name, new Text(c.Header(Language.Zh), c.Header(Language.En)),
                kind.Numbers.Contains(c.Name) ? "number" : "string", row => row[i])),
        ];
        return extension == ".csv" ? CsvFile.Office(columns, rows)
            : XlsxFile.Write(kind.Name,
                [.. columns.Select(c => new XlsxColumn(c.Title.Zh, WidthOf(c)))],
                rows.Select(row => columns.Select(c => new XlsxCell(Kept(c.Cell(row) ?? ""), c.Type == "number")).ToArray()));
    }

    /// <summary>
    /// A workbook's text never runs, so nothing is defused in it; but the import takes one apostrophe off what looks as if it were.
    /// </summary>
    private static string Kept(string cell) => cell is ['\'', ..] && Crooked.Undefuse(cell) != cell ? $"'{cell}" : cell;

    private static int WidthOf(DataColumn<string[]> column) => column.Name is "summary" or "summary_en" or "approvers" ? 40 : 16;
}
