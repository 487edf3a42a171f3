using System.Globalization;
using Transparency.Contracts;
using Transparency.Portal.Office.Frame;

namespace Transparency.Portal.Cases.Acts;

/// <summary>What a form sends, as the act's fields: a table's cells (<c>lots_1_title</c>) become its lines.</summary>
public static class FormInputs
{
    /// <summary>Rows that a table shows when it is empty.</summary>
    private const int Fewest = 3;

    /// <summary>Inputs that belong to no field are handed on: the act refuses what it does not know.</summary>
    public static Dictionary<string, string> FieldsOf(IReadOnlyList<FormField> form, IReadOnlyDictionary<string, string> inputs)
    {
        var files = form.Where(f => f.Kind == InputKind.Files).ToList();
        var tables = form.Where(f => f.Kind == InputKind.Rows).ToList();
        var fields = inputs
            .Where(i => !tables.Any(t => RowOf(t.Name, i.Key) is not null) && !files.Any(f => AttachmentForm.IsOf(f.Name, i.Key)))
            .ToDictionary(i => i.Key, i => i.Value);
        foreach (var moment in form.Where(f => f.Kind == InputKind.Moment && fields.ContainsKey(f.Name)))
            fields[moment.Name] = fields[moment.Name].Replace('T', ' ');
        foreach (var table in tables) fields[table.Name] = string.Join('\n', LinesOf(table, inputs));
        foreach (var field in files) fields[field.Name] = AttachmentForm.FieldOf(field.Name, inputs);
        return fields;
    }

    /// <summary>What of the act's files cannot be read before the law is asked, at its input.</summary>
    public static Fault? FaultInFiles(IReadOnlyList<FormField> form, IReadOnlyDictionary<string, string> inputs) =>
        form.Where(f => f.Kind == InputKind.Files).Select(f => AttachmentForm.FaultIn(f.Name, inputs))
            .FirstOrDefault(fault => fault is not null);

    /// <summary>The name of a cell's input.</summary>
    public static string Cell(FormField table, int row, FormField column, bool english = false) =>
        string.Create(CultureInfo.InvariantCulture, $"{table.Name}_{row}_{column.Name}{(english ? "_en" : "")}");

    /// <summary>Two empty rows more than are filled; exactly the filled where the rows are given.</summary>
    public static int RowsOf(FormField table, IReadOnlyDictionary<string, string> inputs)
    {
        var filled = FilledRows(table, inputs);
        return table.Columns.Any(c => c.Kind == InputKind.Given) ? filled : Math.Max(Fewest, filled + 2);
    }

    /// <summary>Number of the last row in which anything stands; 0 for an empty table.</summary>
    public static int FilledRows(FormField table, IReadOnlyDictionary<string, string> inputs) =>
        inputs.Where(i => i.Value.Length > 0).Max(i => RowOf(table.Name, i.Key)) ?? 0;

    private static IEnumerable<string> LinesOf(FormField table, IReadOnlyDictionary<string, string> inputs)
    {
        var ordinal = 0;
        for (var row = 1; row <= RowsOf(table, inputs); row++)
        {
            var typed = table.Columns.Where(c => c.Kind is not (InputKind.Ordinal or InputKind.Given));
            if (typed.All(c => Given(inputs, Cell(table, row, c)).Length == 0)) continue;
            ordinal++;
            var cells = table.Columns
                .Select(c => c.Kind == InputKind.Ordinal ? ordinal.ToString(CultureInfo.InvariantCulture) : Words(inputs, table, row, c))
                .ToList();
            // Empty cells at the end are left out together, as the act's table has them.
            while (cells.Count > 0 && cells[^1].Length == 0 && table.Columns[cells.Count - 1].Optional) cells.RemoveAt(cells.Count - 1);
            yield return string.Join(" = ", cells);
        }
    }

    private static string Words(IReadOnlyDictionary<string, string> inputs, FormField table, int row, FormField column)
    {
        var zh = Given(inputs, Cell(table, row, column));
        var en = column.Translated ? Given(inputs, Cell(table, row, column, english: true)) : "";
        return en.Length == 0 ? Tables.Escaped(zh) : $"{Tables.Escaped(zh)}|{Tables.Escaped(en)}";
    }

    private static string Given(IReadOnlyDictionary<string, string> inputs, string name) => inputs.GetValueOrDefault(name, "").Trim();

    /// <summary>2 of <c>lots_2_title</c>; null for another table's or none.</summary>
    private static int? RowOf(string table, string input) =>
        input.StartsWith($"{table}_", StringComparison.Ordinal)
        && input[(table.Length + 1)..].Split('_') is [{ Length: > 0 and < 4 } row, _, ..]
        && Fields.Count(row) is { } number
            ? number
            : null;
}
