using System.Globalization;
using System.Text;
using CsvHelper;
using MiniExcelLibs;
using Transparency.Contracts;
using Transparency.Portal.Problems;

namespace Transparency.Portal.Importing;

/// <summary>The cells of a file as they stand, by extension. Rows are counted as a spreadsheet counts them.</summary>
internal static class RawRows
{
    /// <summary>From here on a spreadsheet's number no longer has all its digits.</summary>
    private const double LargestExact = 1e15;

    /// <summary>
    /// Refuses (<see cref="CannotRun"/>) a missing file, another extension and what cannot be read as what it says it is.
    /// </summary>
    public static IReadOnlyList<string[]> Read(string path)
    {
        if (!File.Exists(path)) throw new CannotRun(Refusal.Mend(null, "import.no-file", path));
        try
        {
            return Path.GetExtension(path).ToLowerInvariant() switch
            {
                ".csv" => Csv(Path.GetFileName(path), File.ReadAllBytes(path)),
                ".xlsx" => Xlsx(path),
                _ => throw new CannotRun(Refusal.Mend(null, "import.extension", Path.GetFileName(path))),
            };
        }
        catch (Exception e) when (e is not (CannotRun or UnauthorizedAccessException))
        {
            // The libraries throw whatever a broken file makes them stumble over.
            throw new CannotRun(Refusal.Mend(null, "import.unreadable", Path.GetFileName(path)), e);
        }
    }

    private static List<string[]> Csv(string file, byte[] bytes)
    {
        var text = Decode(bytes);
        var rows = new List<string[]>();
        var options = new CsvReaderOptions
        {
            HasHeader = false,
            SkipEmptyLines = false,
            Separator = SeparatorOf(text),
            // A stray quote inside a cell is text; one that never closes would swallow the rest of the file.
            OnMalformedRecord = bad =>
            {
                if (bad.Reason is CsvMalformedReason.UnterminatedQuote or CsvMalformedReason.TextAfterClosingQuote)
                    throw new CannotRun(Refusal.Mend(null, "import.quote", file, rows.Count + 1));
            },
        };
        using var reader = CsvReader.FromText(text, options);
        while (reader.Read()) rows.Add(reader.Current.ToArray());
        return rows;
    }

    private static char SeparatorOf(string text)
    {
        var header = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? end : text.Length);
        return header.Contains(',') ? ',' : header.Contains('\t') ? '\t' : header.Contains(';') ? ';' : ',';
    }

    /// <summary>UTF-8 when every byte fits it, else GB 18030, of which GBK is a part.</summary>
    private static string Decode(byte[] bytes)
    {
        var text = bytes.AsSpan();
        if (text.StartsWith(Encoding.UTF8.Preamble)) text = text[Encoding.UTF8.Preamble.Length..];
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(text);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance
                .GetEncoding("gb18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!.GetString(text);
        }
    }

    private static List<string[]> Xlsx(string path) =>
        [.. MiniExcel.Query(path).Cast<IDictionary<string, object?>>().Select(row => row.Values.Select(Shown).ToArray())];

    private static string Shown(object? cell) => cell switch
    {
        null => "",
        string text => text,
        DateTime moment =>
            moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        double number when Math.Abs(number) >= LargestExact => number.ToString("0.#####E+0", CultureInfo.InvariantCulture),
        double number => Math.Round((decimal)number, 6).ToString("0.######", CultureInfo.InvariantCulture),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "",
    };
}
