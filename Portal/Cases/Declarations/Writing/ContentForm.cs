using System.Globalization;
using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Office.Frame;

namespace Transparency.Portal.Cases.Declarations.Writing;

/// <summary>A declaration's content as the inputs of a form: the money tables are rows of inputs there and one field of an act.</summary>
public static class ContentForm
{
    public const string Attachments = "attachments";
    public const int SourceRows = 3;
    public const int BudgetRows = 6;

    public static readonly string[] SourceColumns = ["", "_en", "_amount"];
    public static readonly string[] BudgetColumns = ["", "_en", "_quantity", "_quantity_en", "_price", "_amount"];

    /// <param name="Wanted">columns that a row must have</param>
    private sealed record Table(string Name, string[] Columns, string[] Wanted, string[] Money);

    private static readonly Table[] Tabled =
    [
        new("sources", SourceColumns, [""], ["_amount"]), new("budget", BudgetColumns, ["", "_quantity"], ["_amount", "_price"]),
    ];

    /// <summary>The inputs as they stand for a content that is already written.</summary>
    public static Dictionary<string, string> Fill(DeclarationContent c)
    {
        var inputs = ContentFields.Write(c);
        foreach (var (i, s) in c.Sources.Index())
            Put(inputs, $"sources_{i + 1}", SourceColumns, [s.Source.Zh, s.Source.En, s.Amount.ToString()]);
        foreach (var (i, l) in c.Budget.Index())
        {
            Put(inputs, $"budget_{i + 1}", BudgetColumns,
                [l.Item.Zh, l.Item.En, l.Quantity.Zh, l.Quantity.En, l.UnitPrice?.ToString(), l.Amount.ToString()]);
        }
        AttachmentForm.Fill(inputs, Attachments, c.Attachments ?? []);
        return inputs;
    }

    /// <summary>What was voted, so that nobody has to type word for word what must be the same; prices are still to be written.</summary>
    public static void FillFrom(Dictionary<string, string> inputs, DeliberationId number, VotedText voted)
    {
        inputs["deliberation"] = number.Value;
        (inputs["title"], inputs["title_en"]) = (voted.Title.Zh, voted.Title.En ?? "");
        (inputs["what"], inputs["what_en"]) = (voted.What.Zh, voted.What.En ?? "");
        foreach (var (i, a) in voted.Terms.Amounts.Index())
            Put(inputs, $"sources_{i + 1}", SourceColumns, [a.Source.Zh, a.Source.En, a.Amount.ToString()]);
        foreach (var (i, item) in voted.Terms.Items.Index())
        {
            Put(inputs, $"budget_{i + 1}", BudgetColumns,
                [item.Item.Zh, item.Item.En, item.Quantity.Zh, item.Quantity.En, null, null]);
        }
    }

    /// <summary>The fields of an act: rows joined, the form's own inputs left out.</summary>
    public static Dictionary<string, string> FieldsOf(IReadOnlyDictionary<string, string> inputs)
    {
        var fields = inputs.Where(i => !IsRow(i.Key) && !AttachmentForm.IsOf(Attachments, i.Key)).ToDictionary(i => i.Key, i => i.Value);
        fields["sources"] = Join(inputs, "sources", r => $"{Words(r[0], r[1])} = {Tables.Escaped(r[2])}", SourceColumns);
        fields["budget"] = Join(inputs, "budget",
            r => $"{Words(r[0], r[1])} = {Words(r[2], r[3])} = {Tables.Escaped(r[4])} = {Tables.Escaped(r[5])}", BudgetColumns);
        // A form that does not ask for files leaves those that stand.
        if (inputs.Keys.Any(i => i == Attachments || AttachmentForm.IsOf(Attachments, i)))
            fields[Attachments] = AttachmentForm.FieldOf(Attachments, inputs);
        return fields;
    }

    /// <summary>The first cell of a row that cannot be read, by its own name; an act's field would name the whole table.</summary>
    public static Fault? FaultIn(IReadOnlyDictionary<string, string> inputs) =>
        Tabled.SelectMany(table => Enumerable.Range(1, Filled(inputs, table.Name)).SelectMany(row => FaultsIn(inputs, table, row)))
            .FirstOrDefault() ?? AttachmentForm.FaultIn(Attachments, inputs);

    /// <summary>Three empty rows more than are filled, so that a long table grows with every saving.</summary>
    public static int RowsOf(IReadOnlyDictionary<string, string> inputs, string table, int least) =>
        Math.Max(least, Filled(inputs, table) + 3);

    private static int Filled(IReadOnlyDictionary<string, string> inputs, string table) =>
        inputs.Where(i => IsRow(i.Key) && i.Key.StartsWith(table, StringComparison.Ordinal) && i.Value.Length > 0)
            .Select(i => int.Parse(i.Key.Split('_')[1], CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max();

    private static IEnumerable<Fault> FaultsIn(IReadOnlyDictionary<string, string> inputs, Table table, int row)
    {
        string Typed(string column) => Cell(inputs, table.Name, row, column);
        if (table.Columns.All(c => Typed(c).Length == 0)) return [];
        return
        [
            .. table.Wanted.Where(c => Typed(c).Length == 0).Select(c => Of("form.row-incomplete", table.Name, row, c, "")),
            .. table.Money.Where(c => !IsMoney(Typed(c), optional: c == "_price"))
                .Select(c => OfMoney(table.Name, row, c, Typed(c))),
        ];
    }

    private static Fault Of(string code, string table, int row, string column, string value) =>
        new(Refusal.Mend(table, code, new Word($"field.{table}"), row, value), $"{table}_{row}{column}");

    private static Fault OfMoney(string table, int row, string column, string value) => Commas.FaultIn(value) is { } commas
        ? new(Refusal.Mend(table, "form.row-commas", new Word($"field.{table}"), row, commas), $"{table}_{row}{column}")
        : Of("form.row-money", table, row, column, value);

    private static string Cell(IReadOnlyDictionary<string, string> inputs, string table, int row, string column) =>
        inputs.GetValueOrDefault($"{table}_{row}{column}", "").Trim();

    private static bool IsMoney(string cell, bool optional) => cell.Length == 0 ? optional : Yuan.Parse(cell) is not null;

    private static bool IsRow(string name) =>
        name.Split('_') is ["sources" or "budget", var number, ..] && number.Length is > 0 and < 4 && number.All(char.IsAsciiDigit);

    private static string Join(IReadOnlyDictionary<string, string> inputs, string table, Func<string[], string> row, string[] columns) =>
        string.Join('\n', Enumerable.Range(1, Filled(inputs, table))
            .Select(i => columns.Select(c => inputs.GetValueOrDefault($"{table}_{i}{c}", "").Trim()).ToArray())
            .Where(cells => cells.Any(cell => cell.Length > 0))
            .Select(row));

    private static string Words(string zh, string en) => en.Length == 0 ? Tables.Escaped(zh) : $"{Tables.Escaped(zh)}|{Tables.Escaped(en)}";

    private static void Put(Dictionary<string, string> inputs, string row, string[] columns, string?[] cells)
    {
        foreach (var (column, cell) in columns.Zip(cells)) inputs[row + column] = cell ?? "";
    }
}
