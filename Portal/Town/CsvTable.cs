using CsvHelper;
using Transparency.Contracts;
using Transparency.Portal.Cases.Acts;

namespace Transparency.Portal.Town;

/// <summary>One file of the town's folder. Faults are collected, each naming file, row, column and what was expected.</summary>
public sealed class CsvTable(string folder, string file, List<Refusal> faults)
{
    private static readonly CsvReaderOptions Format = new() { Separator = ',', TrimWhitespace = true, TrackLineNumbers = true };

    public sealed record Row(CsvTable Table, int Number, IReadOnlyDictionary<string, string> Cells)
    {
        public string Line(string column) => Cells.GetValueOrDefault(column, "");

        public Text Text(string zh, string en) => new(Required(zh), Line(en) is { Length: > 0 } english ? english : null);

        public string Required(string column)
        {
            if (Line(column).Length == 0) Refuse(column, "text");
            return Line(column);
        }

        public T Value<T>(string column, string expected, Func<string, T?> parse) where T : struct
        {
            if (Line(column).Length > 0 && parse(Line(column)) is { } value) return value;
            Refuse(column, expected);
            return default;
        }

        public T? Maybe<T>(string column, string expected, Func<string, T?> parse) where T : struct =>
            Line(column).Length == 0 ? null : Value(column, expected, parse);

        /// <summary>A day of a year from 1949 to 2199.</summary>
        public DateOnly Day(string column) => Value(column, "day", DayOf);

        public DateOnly? DayOrNone(string column) => Maybe(column, "day", DayOf);

        private static DateOnly? DayOf(string text) => Fields.Day(text) is { Year: >= 1949 and < 2200 } day ? day : null;

        public T Choice<T>(string column, string expected) where T : struct, Enum => Value(column, expected, Fields.Choice<T>);

        public bool YesOrNo(string column) =>
            Value<bool>(column, "yes-no", text => text switch { "yes" or "是" => true, "no" or "否" => false, _ => null });

        /// <summary>Whoever stands above asks for more.</summary>
        /// <param name="demand">in words, with <paramref name="law"/> as its source</param>
        public void Looser(string column, Text demand, Text law) =>
            Table.Add(Refusal.Mend(null, "town.looser", Table.Name, Number, column, Line(column), demand, law));

        /// <summary>It is counted so that nobody can tell whether it is looser.</summary>
        public void OtherShape(string column, Text demand, Text law) =>
            Table.Add(Refusal.Mend(null, "town.other-shape", Table.Name, Number, column, Line(column), demand, law));

        public void Refuse(string column, string expected) =>
            Table.Add(Refusal.Mend(null, "town.bad-row", Table.Name, Number, column, new Word($"expected.{expected}"), Line(column)));
    }

    public string Name => file;

    /// <param name="columns">that must be there; further ones are left alone</param>
    public IReadOnlyList<Row> Read(params string[] columns)
    {
        var path = Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            Add(Refusal.Mend(null, "town.file-missing", file));
            return [];
        }
        using var csv = CsvReader.Create(new StreamReader(path), Format, leaveOpen: false);
        csv.ReadHeader();
        var headers = csv.Headers ?? [];
        if (columns.FirstOrDefault(c => !headers.Contains(c)) is { } missing)
        {
            Add(Refusal.Mend(null, "town.column-missing", file, missing));
            return [];
        }
        var rows = new List<Row>();
        while (csv.Read())
        {
            var cells = headers.Index().Where(h => h.Index < csv.FieldCount).DistinctBy(h => h.Item)
                .ToDictionary(h => h.Item, h => csv.GetString(h.Index).Trim());
            var row = new Row(this, (int)csv.LineNumber, cells);
            foreach (var (column, cell) in cells)
            {
                if (Characters.FaultIn(cell) is not null) row.Refuse(column, "sound-text");
            }
            rows.Add(row);
        }
        return rows;
    }

    /// <summary>Every row but those that repeat an earlier one's key; each of them is a fault.</summary>
    public IEnumerable<Row> Unique(IReadOnlyList<Row> rows, string key)
    {
        foreach (var again in rows.GroupBy(r => r.Line(key)).SelectMany(g => g.Skip(1))) again.Refuse(key, "unique");
        return rows.DistinctBy(r => r.Line(key));
    }

    private void Add(Refusal fault) => faults.Add(fault);
}
