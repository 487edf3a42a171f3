using Transparency.Contracts;
using Transparency.Contracts.Escrow;

namespace Transparency.Portal.Office.Cases.Kinds;

/// <summary>A month's tables: what the statement says, line by line, and the vouchers as the office has them.</summary>
internal static class MonthSheets
{
    private static readonly string[] OfLines = ["field.date", "field.voucher", "office.month.summary", "field.item", "field.income", "field.expense", "field.payee"];

    public static IEnumerable<Sheet> Of(StatementSection s)
    {
        yield return new Sheet("office.month.sums", ["office.month.which", "field.amount"],
            [[Code("office.month.opening"), s.Opening], [Code("field.income"), s.Income], [Code("field.expense"), s.Expense], [Code("office.month.closing"), s.Closing]]);
        yield return new Sheet("office.month.reconciled", ["office.month.which", "field.amount"],
        [
            [Code("office.month.book"), s.Reconciliation.Book], [Code("office.month.trust"), s.Reconciliation.Trust], [Code("office.month.bank"), s.Reconciliation.Bank],
            [Code("office.month.on-its-way"), s.Reconciliation.OnItsWay], [Code("office.month.difference"), s.Reconciliation.Difference],
        ]);
        yield return new Sheet("office.month.lines", OfLines, [.. s.Lines.Select(l => Line(l.Date, l.Number, l.Summary, l.Item, l.In, l.Out, l.Payee))]);
        if (s.Reconciliation.InTransit.Count > 0)
            yield return new Sheet("office.month.in-transit", ["field.date", "field.voucher", "field.income", "field.expense"], [.. s.Reconciliation.InTransit.Select(t => Row(t.Date, t.Number, Side(t.In), Side(t.Out)))]);
        if (s.Reconciliation.Unexplained.Count > 0)
            yield return new Sheet("office.month.unexplained", ["field.date", "field.income", "field.expense"], [.. s.Reconciliation.Unexplained.Select(u => Row(u.Date, Side(u.In), Side(u.Out)))]);
        if (s.Refused.Count > 0) yield return new Sheet("office.month.refused", ["field.voucher", "field.reason"], [.. s.Refused.Select(r => Row(r.Number, r.Reason))]);
        if (s.Receivables.Count > 0) yield return new Sheet("field.receivables", ["office.column.who", "field.amount"], [.. s.Receivables.Select(o => Row(o.Who, o.Amount))]);
        if (s.Debts.Count > 0) yield return new Sheet("field.debts", ["office.column.who", "field.amount"], [.. s.Debts.Select(o => Row(o.Who, o.Amount))]);
        if (s.Note is { } note) yield return new Sheet("office.month.note", ["office.month.note"], [[note]]);
    }

    /// <summary>Each with where it stands: waiting, booked or refused.</summary>
    public static Sheet Vouchers(CaseReader r, VillageMonth of, Ledgers now)
    {
        var entered = now.Book is Book.Kept kept ? kept.Entered : [];
        return new Sheet("office.month.entered", [.. OfLines, "office.month.where", "office.act.reword-voucher"],
        [
            .. entered.Select(e => e.Voucher).OrderBy(v => v.Date).ThenBy(v => v.Number, StringComparer.Ordinal).Select(v => (IReadOnlyList<Shown>)
                [.. Line(v.Date, v.Number, v.Summary, v.Item, v.In, v.Out, v.Payee?.Name), Code(Where(now, v.Number)), new Shown(new Word("office.month.reword"), $"/office/statements/{of}?voucher={v.Number}#act-reword-voucher")]),
        ]);
    }

    /// <summary>Questions that were asked, with their answers.</summary>
    public static IEnumerable<Sheet> Questions(IReadOnlyList<Happening> history)
    {
        var answers = history.Select(h => h.Event).OfType<StatementAnswered>().ToDictionary(a => a.Ordinal, a => a.Answer);
        var asked = history.Select(h => h.Event).OfType<StatementQuestioned>().ToList();
        if (asked.Count > 0) yield return new Sheet("office.month.questions", ["field.ordinal", "field.question", "field.answer"], [.. asked.Select(q => Row(new Shown(q.Ordinal), q.Question, new Shown(answers.GetValueOrDefault(q.Ordinal))))]);
    }

    private static string Where(Ledgers now, string number) =>
        now.Trust.Refused.Any(x => x.Number == number) ? "office.month.where.refused" : now.Trust.Has(number) ? "office.month.where.booked" : "office.month.where.waiting";

    private static IReadOnlyList<Shown> Line(DateOnly date, string number, Text summary, LedgerItem item, Yuan income, Yuan expense, PublicName? payee) =>
        [date, number, summary, Code($"item.{item}"), Side(income), Side(expense), payee is { } p ? new Text(p.Zh, p.En) : (Text?)null];

    private static IReadOnlyList<Shown> Row(params IReadOnlyList<Shown> cells) => cells;

    private static Shown Side(Yuan amount) => amount == Yuan.Zero ? new Shown(null) : amount;

    private static Shown Code(string code) => new(new Word(code));
}
