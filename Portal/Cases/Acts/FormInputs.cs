using System.Globalization;
using Transparency.Contracts;
using Transparency.Portal.Cases.Tenders;
using Transparency.Portal.Office.Frame;

namespace Transparency.Portal.Cases.Acts;

/// <summary>What a form sends, as the act's fields: a table's cells (<c>lots_1_title</c>) become its lines.</summary>
public static class FormInputs
{
    /// <summary>Rows that a table shows when it is empty.</summary>
    private const int Fewest = 3;

    /// <summary>Inputs that belong to no field are handed on: the act refuses what it does not know.</summary>
    public static Dictionary<string, string> FieldsOf(string act, IReadOnlyDictionary<string, string> inputs) => FieldsOf(ActForms.All.GetValueOrDefault(act, []), inputs);

    /// <inheritdoc cref="FieldsOf(string, IReadOnlyDictionary{string, string})"/>
    public static Dictionary<string, string> FieldsOf(IReadOnlyList<FormField> form, IReadOnlyDictionary<string, string> inputs)
    {
        var files = form.Where(f => f.Kind == InputKind.Files).ToList();
        var tables = form.Where(f => f.Kind == InputKind.Rows).ToList();
        var fields = inputs.Where(i => !tables.Any(t => RowOf(t.Name, i.Key) is not null) && !files.Any(f => AttachmentForm.IsOf(f.Name, i.Key))).ToDictionary(i => i.Key, i => i.Value);
        foreach (var moment in form.Where(f => f.Kind == InputKind.Moment && fields.ContainsKey(f.Name))) fields[moment.Name] = fields[moment.Name].Replace('T', ' ');
        foreach (var table in tables) fields[table.Name] = string.Join('\n', LinesOf(table, inputs));
        foreach (var field in files) fields[field.Name] = AttachmentForm.FieldOf(field.Name, inputs);
        return fields;
    }

    /// <summary>Whether the act's form brings files.</summary>
    public static bool TakesFiles(string act) => ActForms.All.GetValueOrDefault(act, []).Any(f => f.Kind == InputKind.Files);

    /// <summary>What of the act's files cannot be read before the law is asked, at its input.</summary>
    public static Fault? FaultInFiles(string act, IReadOnlyDictionary<string, string> inputs) =>
        ActForms.All.GetValueOrDefault(act, []).Where(f => f.Kind == InputKind.Files).Select(f => AttachmentForm.FaultIn(f.Name, inputs)).FirstOrDefault(fault => fault is not null);

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
    public static int FilledRows(FormField table, IReadOnlyDictionary<string, string> inputs) => inputs.Where(i => i.Value.Length > 0).Max(i => RowOf(table.Name, i.Key)) ?? 0;

    private static IEnumerable<string> LinesOf(FormField table, IReadOnlyDictionary<string, string> inputs)
    {
        var ordinal = 0;
        for (var row = 1; row <= RowsOf(table, inputs); row++)
        {
            var typed = table.Columns.Where(c => c.Kind is not (InputKind.Ordinal or InputKind.Given));
            if (typed.All(c => Given(inputs, Cell(table, row, c)).Length == 0)) continue;
            ordinal++;
            var cells = table.Columns.Select(c => c.Kind == InputKind.Ordinal ? ordinal.ToString(CultureInfo.InvariantCulture) : Words(inputs, table, row, c)).ToList();
            // Empty cells at the end are left out together, as the act's table has them.
            while (cells.Count > 0 && cells[^1].Length == 0 && table.Columns[cells.Count - 1].Optional) cells.RemoveAt(cells.Count - 1);
            yield return string.Join(" = ", cells);
        }
    }

    private static string Words(IReadOnlyDictionary<string, string> inputs, FormField table, int row, FormField column)
    {
        var (zh, en) = (Given(inputs, Cell(table, row, column)), column.Translated ? Given(inputs, Cell(table, row, column, english: true)) : "");
        return en.Length == 0 ? Tables.Escaped(zh) : $"{Tables.Escaped(zh)}|{Tables.Escaped(en)}";
    }

    private static string Given(IReadOnlyDictionary<string, string> inputs, string name) => inputs.GetValueOrDefault(name, "").Trim();

    /// <summary>2 of <c>lots_2_title</c>; null for another table's or none.</summary>
    private static int? RowOf(string table, string input) =>
        input.StartsWith($"{table}_", StringComparison.Ordinal) && input[(table.Length + 1)..].Split('_') is [{ Length: > 0 and < 4 } row, _, ..] && Fields.Count(row) is { } number ? number : null;

    /// <summary>The field that a refusal is about: named in it, or known by its code.</summary>
    public static string? FieldOf(string act, Refusal why)
    {
        IReadOnlyList<FormField> form = [.. ActForms.All.GetValueOrDefault(act, []), .. act == "enter-bid" ? TenderForms.Coal : []];
        var named = why.Arguments.OfType<Word>().Select(w => w.Code).FirstOrDefault(c => c.StartsWith("field.", StringComparison.Ordinal))?["field.".Length..];
        return (named ?? Faults.Where(f => f.Code == why.Code).SelectMany(f => f.Fields).FirstOrDefault(f => form.Any(x => x.Name == f))) is { } field && form.Any(f => f.Name == field) ? field : null;
    }

    /// <summary>Where what is wrong is typed; the first of the fields that the act's form has.</summary>
    private static readonly (string Code, string[] Fields)[] Faults =
    [
        ("reason.missing", ["reason"]), ("text.unclean", ["words", "note", "bidder"]), ("matter.below-threshold", ["estimate"]), ("matter.unknown", ["matter"]), ("agreement.unknown", ["agreement"]),
        ("voucher.number", ["voucher"]), ("voucher.known-already", ["voucher"]), ("voucher.unknown", ["voucher"]), ("voucher.settled-already", ["voucher"]), ("voucher.other-month", ["date"]),
        ("voucher.one-side", ["lines"]), ("voucher.account", ["lines"]), ("voucher.unbalanced", ["lines"]), ("voucher.both-ways", ["lines"]), ("voucher.too-many-lines", ["lines"]), ("voucher.summary", ["summary"]), ("voucher.payee-missing", ["payee"]), ("voucher.money-fixed", ["date"]), ("voucher.nothing-changed", ["summary"]),
        ("voucher.approvers", ["approvers"]), ("voucher.approver-twice", ["approvers"]), ("voucher.joint-signing", ["approvers"]), ("voucher.reference", ["agreement"]), ("voucher.deliberation-village", ["deliberation"]),
        ("voucher.reversed-unknown", ["original", "reverses"]), ("voucher.reversed-already", ["original", "reverses"]), ("voucher.reversed-before", ["date"]), ("voucher.not-mirrored", ["lines"]),
        ("book.opening-account", ["others"]), ("bank.match-sum", ["vouchers"]), ("bank.match-nothing", ["vouchers"]), ("bank.match-voucher", ["vouchers"]), ("bank.match-line", ["lines"]), ("bank.no-match", ["ordinal"]), ("trust.no-transfer", ["not_yet"]),
        ("budget.empty", ["lines"]), ("budget.account", ["lines"]), ("budget.amount", ["lines"]), ("budget.twice", ["lines"]), ("budget.nothing-changed", ["lines"]), ("budget.basis", ["basis"]),
        ("statement.receivables-sum", ["receivables"]), ("statement.debts-sum", ["debts"]), ("voucher.agreement-village", ["agreement"]), ("voucher.tender-village", ["tender"]), ("statement.owed", ["receivables"]), ("statement.note-missing", ["note"]),
        ("statement.question-missing", ["question"]), ("statement.answer-missing", ["answer"]), ("statement.no-question", ["ordinal"]),
        ("report.text-missing", ["words"]), ("report.nothing-and-text", ["words"]), ("report.note-missing", ["note"]),
        ("inspection.text-missing", ["title"]), ("inspection.months", ["from"]), ("inspection.month-runs", ["to"]), ("inspection.count", ["count"]), ("inspection.days", ["first"]), ("inspection.commitment", ["half"]),
        ("inspection.number", ["number"]), ("inspection.half-differs", ["half"]), ("inspection.nothing-and-findings", ["nothing"]), ("inspection.findings-missing", ["found"]), ("inspection.code-unknown", ["found"]),
        ("inspection.other-month", ["found"]), ("inspection.what-missing", ["found"]), ("inspection.cure-past", ["found"]), ("inspection.cure-missing", ["what"]), ("inspection.no-finding", ["finding"]),
        ("rent.no-rows", ["rows"]), ("rent.row-amount", ["rows"]), ("rent.row-year", ["rows"]), ("rent.row-twice", ["rows"]), ("rent.more-than-due", ["amount", "rows"]), ("rent.in-future", ["date"]),
        ("rent.amount-zero", ["amount"]), ("rent.voucher", ["voucher"]), ("rent.row-unknown", ["due"]), ("rent.nothing-to-take-back", ["amount"]),
        ("drive.text-missing", ["title"]), ("village.unknown", ["villages", "village"]), ("cleanup.findings-missing", ["findings"]), ("cleanup.no-remedy", ["remedies"]),
        ("cleanup.negative", ["recovered"]), ("cleanup.not-approved", ["declaration"]), ("cleanup.not-carried", ["declaration"]),
        ("tender.text-missing", ["title"]), ("tender.negative", ["estimate"]), ("tender.lots", ["lots"]), ("tender.lots-differ", ["estimate"]), ("tender.coal-figures", ["lots"]),
        ("tender.too-large-for-routine", ["matter"]), ("tender.mandatory", ["method"]), ("tender.deadline-past", ["deadline"]), ("tender.deadline-too-soon", ["deadline"]), ("tender.deadline-earlier", ["deadline"]),
        ("tender.call-missing", ["place"]), ("tender.answer-missing", ["question"]), ("tender.what-changed-missing", ["what"]), ("tender.place-missing", ["place"]),
        ("tender.verdict-reason", ["ranking"]), ("tender.verdicts-incomplete", ["ranking"]), ("tender.ranks", ["ranking"]), ("tender.over-ceiling", ["ranking"]), ("tender.below-quality", ["ranking"]), ("tender.ranking-order", ["ranking"]),
        ("tender.not-a-candidate", ["winners"]), ("bid.unknown", ["winners", "ranking"]), ("tender.total-differs", ["total"]), ("tender.agreement-differs", ["agreement"]), ("tender.in-future", ["date"]),
        ("tender.before-signature", ["date"]), ("tender.amount", ["amount", "total"]), ("tender.below-paid", ["total"]), ("tender.result-missing", ["result"]), ("tender.over-total", ["amount"]),
        ("tender.voucher", ["voucher"]), ("tender.voucher-twice", ["voucher"]), ("bid.known-already", ["bidder"]), ("bid.late", ["received"]), ("bid.too-early", ["received"]), ("bid.price", ["price"]),
        ("bid.credit-code", ["credit_code"]), ("bid.quality-missing", ["calorific"]), ("bid.quality-needless", ["calorific"]), ("delivery.day", ["date"]), ("delivery.figures", ["tonnes"]), ("delivery.below-quality", ["note"]),
        ("deliberation.text-missing", ["title"]), ("deliberation.place-missing", ["place"]), ("deliberation.numbers", ["present"]), ("deliberation.in-future", ["date"]), ("deliberation.before-step", ["date"]),
        ("deliberation.no-quorum", ["present"]), ("deliberation.other-body", ["body"]), ("deliberation.mandate-missing", ["mandate"]), ("deliberation.notice-missing", ["called"]), ("deliberation.notice-short", ["called"]),
        ("deliberation.result-missing", ["result"]), ("deliberation.not-approved", ["declaration"]), ("deliberation.needless", ["matter"]),
    ];
}
