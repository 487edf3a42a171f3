using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Transparency.Publishing.OpenData;

/// <param name="Text">as shown; for a number in invariant form, empty for an empty cell</param>
public sealed record XlsxCell(string Text, bool IsNumber);

/// <param name="Width">in characters</param>
public sealed record XlsxColumn(string Head, int Width);

/// <summary>
/// A workbook of one sheet (ECMA-376), the same bytes for the same cells: no time stamps, no names of programs or people, stored without
/// compression, which another version of a library might do otherwise. Text is text: a cell can neither be run as a formula nor lose its
/// zeros.
/// </summary>
public static class XlsxFile
{
    // The first moment that a zip archive can hold.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private const string Relationships = $"""<Relationships xmlns="{Package}/relationships">""";

    private const string ContentTypes =
        $"""<Types xmlns="{Package}/content-types">"""
        + """<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"""
        + """<Default Extension="xml" ContentType="application/xml"/>"""
        + $"""<Override PartName="/xl/workbook.xml" ContentType="{Kinds}.sheet.main+xml"/>"""
        + $"""<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Kinds}.worksheet+xml"/>"""
        + $"""<Override PartName="/xl/styles.xml" ContentType="{Kinds}.styles+xml"/></Types>""";

    private const string Whole =
        $"""{Relationships}<Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""";

    private const string Parts =
        $"""{Relationships}<Relationship Id="rId1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/>"""
        + $"""<Relationship Id="rId2" Type="{Office}/styles" Target="styles.xml"/></Relationships>""";

    // Cell styles: 0 text, 1 head, 2 amount with two decimals.
    private const string Styles =
        $"""<styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.00"/></numFmts>"""
        + """<fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts>"""
        + """<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>"""
        + """<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>"""
        + """<cellXfs count="3"><xf numFmtId="49" xfId="0" applyNumberFormat="1"/>"""
        + """<xf numFmtId="49" fontId="1" xfId="0" applyNumberFormat="1" applyFont="1"/>"""
        + """<xf numFmtId="164" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>""";

    private const string Frozen =
        """<sheetViews><sheetView workbookViewId="0">"""
        + """<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>""";

    /// <summary>A text cell longer than this is refused by spreadsheet programs.</summary>
    private const int LongestCell = 32_767;

    public static byte[] Write(string sheet, IReadOnlyList<XlsxColumn> columns, IEnumerable<IReadOnlyList<XlsxCell>> rows)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "[Content_Types].xml", ContentTypes);
            Put(zip, "_rels/.rels", Whole);
            Put(zip, "xl/workbook.xml", Book(sheet));
            Put(zip, "xl/_rels/workbook.xml.rels", Parts);
            Put(zip, "xl/styles.xml", Styles);
            Put(zip, "xl/worksheets/sheet1.xml", Sheet(columns, rows));
        }
        return bytes.ToArray();
    }

    private static string Book(string sheet) =>
        $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets>"""
        + $"""<sheet name="{SecurityElement.Escape(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>""";

    private static string Sheet(IReadOnlyList<XlsxColumn> columns, IEnumerable<IReadOnlyList<XlsxCell>> rows)
    {
        var xml = new StringBuilder($"""<worksheet xmlns="{Main}">{Frozen}<cols>""");
        foreach (var (i, column) in columns.Index())
            xml.Append(CultureInfo.InvariantCulture, $"""<col min="{i + 1}" max="{i + 1}" width="{column.Width}" customWidth="1"/>""");
        xml.Append("</cols><sheetData>");
        Row(xml, 1, [.. columns.Select(c => new XlsxCell(c.Head, false))], style: 1);
        foreach (var (i, row) in rows.Index()) Row(xml, i + 2, row, style: 0);
        return xml.Append("</sheetData></worksheet>").ToString();
    }

    private static void Row(StringBuilder xml, int number, IReadOnlyList<XlsxCell> cells, int style)
    {
        xml.Append(CultureInfo.InvariantCulture, $"""<row r="{number}">""");
        foreach (var (i, cell) in cells.Index())
        {
            if (cell.Text.Length == 0) continue;
            var at = $"{(char)('A' + i)}{number.ToString(CultureInfo.InvariantCulture)}";
            if (cell.IsNumber) xml.Append($"""<c r="{at}" s="2"><v>{cell.Text}</v></c>""");
            else xml.Append($"""<c r="{at}" s="{(style == 1 ? '1' : '0')}" t="inlineStr">{Inline(cell.Text)}</c>""");
        }
        xml.Append("</row>");
    }

    private static string Inline(string text) => $"""<is><t xml:space="preserve">{SecurityElement.Escape(Fitting(text))}</t></is>""";

    // No character is cut in two.
    private static string Fitting(string text) =>
        text.Length <= LongestCell ? text : text[..(char.IsHighSurrogate(text[LongestCell - 1]) ? LongestCell - 1 : LongestCell)];

    private static void Put(ZipArchive zip, string path, string xml)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.NoCompression);
        entry.LastWriteTime = NoTime;
        entry.ExternalAttributes = 0;
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(Declaration + xml));
    }
}
