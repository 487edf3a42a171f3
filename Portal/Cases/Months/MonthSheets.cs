using Transparency.Contracts;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Portal.Cases.Pages;

namespace Transparency.Portal.Cases.Months;

/// <summary>A month's tables: what the statement says, line by line, and the vouchers as the office has them.</summary>
internal static class MonthSheets
{
    private static readonly string[] Sums = ["office.month.which", "field.amount"];

    private static readonly string[] OpenHeads = ["field.date", "field.voucher", "field.income", "field.expense", "office.month.age"];

    private static readonly string[] UnexplainedHeads = ["field.date", "field.income", "field.expense", "office.month.age"];

    private static readonly string[] RefusedHeads = ["field.voucher", "field.reason"];

    private static readonly string[] OweHeads = ["office.column.who", "field.amount"];

    private static readonly string[] OfLines =
        ["field.date", "field.voucher", "office.month.summary", "field.item", "field.income", "field.expense", "field.payee"];

    public static IEnumerable<Sheet> Of(StatementSection s)
    {
        var r = s.Reconciliation;
        yield return new Sheet("office.month.sums", Sums,
        [
            [Code("office.month.opening"), s.Opening], [Code("field.income"), s.Income],
            [Code("field.expense"), s.Expense], [Code("office.month.closing"), s.Closing],
        ]);
        yield return new Sheet("office.month.reconciled", Sums,
        [
            [Code("office.month.book"), r.Book], [Code("office.month.trust"), r.Trust], [Code("office.month.bank"), r.Bank],
            [Code("office.month.on-its-way"), r.OnItsWay],
            [Code("office.month.difference"), r.Difference], [Code("office.month.book-difference"), r.BookDifference],
        ]);
        yield return new Sheet("office.month.lines", OfLines, [.. s.Lines.Concat(s.Claims).Select(l => Line(s, l))]);
        if (s.Cash is { } cash)
        {
            yield return new Sheet("office.month.cash", OfLines,
            [
                Balance("office.month.opening", cash.Opening), .. cash.Lines.Select(l => Line(s, l)),
                Balance("office.month.closing", cash.Closing),
            ]);
        }
        if (r.Transfers.Count > 0)
            yield return new Sheet("office.month.transfers", OpenHeads, [.. r.Transfers.Select(t => Open(t, s.Month))]);
        if (r.InTransit.Count > 0)
            yield return new Sheet("office.month.in-transit", OpenHeads, [.. r.InTransit.Select(t => Open(t, s.Month))]);
        if (r.Unexplained.Count > 0)
            yield return new Sheet("office.month.unexplained", UnexplainedHeads, [.. r.Unexplained.Select(u => Open(u, s.Month))]);
        if (s.Refused.Count > 0)
            yield return new Sheet("office.month.refused", RefusedHeads, [.. s.Refused.Select(x => Row(x.Number, x.Reason))]);
        if (s.Receivables.Count > 0)
            yield return new Sheet("field.receivables", OweHeads, [.. s.Receivables.Select(o => Row(o.Who, o.Amount))]);
        if (s.Debts.Count > 0) yield return new Sheet("field.debts", OweHeads, [.. s.Debts.Select(o => Row(o.Who, o.Amount))]);
        if (s.Note is { } note) yield return new Sheet("office.month.note", ["office.month.note"], [[note]]);
    }

    /// <summary>Each with where it stands: waiting, booked or refused.</summary>
    public static Sheet Vouchers(CaseReader r, VillageMonth of, Ledgers now) =>
        new("office.month.entered", [.. OfLines, "office.month.where", "office.act.reword-voucher"],
        [
            .. now.Entered.Select(e => e.Voucher).OrderBy(v => v.Date).ThenBy(v => v.Number, StringComparer.Ordinal)
                .Select(v => VoucherRow(r, of, now, v)),
        ])
        {
            Anchor = "sheet-entered",
        };

    /// <summary>Questions that were asked, with their answers.</summary>
    public static IEnumerable<Sheet> Questions(IReadOnlyList<Happening> history)
    {
        var answers = history.Select(h => h.Event).OfType<StatementAnswered>().ToDictionary(a => a.Ordinal, a => a.Answer);
        var asked = history.Select(h => h.Event).OfType<StatementQuestioned>().ToList();
        if (asked.Count == 0) yield break;
        yield return new Sheet("office.month.questions", ["field.ordinal", "field.question", "field.answer"],
            [.. asked.Select(q => Row(new Shown(q.Ordinal), q.Question, new Shown(answers.GetValueOrDefault(q.Ordinal))))]);
    }

    private static IReadOnlyList<Shown> VoucherRow(CaseReader r, VillageMonth of, Ledgers now, Voucher v)
    {
        var heads = Named(r.Rules.Accounts.Rows, v.Lines.Where(l => !l.Account.IsMoney || v.IsTransfer));
        var reword = new Shown(new Word("office.month.reword"), $"/office/statements/{of}?voucher={v.Number}#act-reword-voucher");
        return
        [
            .. Line(v.Date, v.Number, v.Summary, heads, v.In + v.CashIn, v.Out + v.CashOut, v.Payee?.Name),
            Code(Where(now, v.Number)), reword,
        ];
    }

    /// <summary>The accounts by name, several parted by 、.</summary>
    private static string Named(IReadOnlyList<Account> accounts, IEnumerable<VoucherLine> lines) =>
        string.Join('、', lines.Select(l => l.Account).Distinct()
            .Select(code => accounts.FirstOrDefault(a => a.Code == code)?.Name.Zh ?? code.Value));

    private static IReadOnlyList<Shown> Open(Transit t, Month month) =>
        Row(t.Date, t.Number, Side(t.In), Side(t.Out), new Shown(t.AgeIn(month)));

    private static IReadOnlyList<Shown> Open(Unexplained u, Month month) => Row(u.Date, Side(u.In), Side(u.Out), new Shown(u.AgeIn(month)));

    private static string Where(Ledgers now, string number) =>
        now.Trust.Refused.Any(x => x.Number == number) ? "office.month.where.refused"
        : now.Trust.Has(number) ? "office.month.where.booked"
        : "office.month.where.waiting";

    private static IReadOnlyList<Shown> Line(StatementSection s, StatementLine l) =>
        Line(l.Date, l.Number, l.Summary, Named(s.Accounts, l.Parts), l.In, l.Out, l.Payee);

    private static IReadOnlyList<Shown> Line(
        DateOnly date, string number, Text summary, string heads, Yuan income, Yuan expense, PublicName? payee) =>
        [date, number, summary, heads, Side(income), Side(expense), payee is { } p ? new Text(p.Zh, p.En) : (Text?)null];

    private static IReadOnlyList<Shown> Balance(string code, Yuan amount) => [Code(code), "", "", "", amount, "", ""];

    private static IReadOnlyList<Shown> Row(params IReadOnlyList<Shown> cells) => cells;

    private static Shown Side(Yuan amount) => amount == Yuan.Zero ? new Shown(null) : amount;

    private static Shown Code(string code) => new(new Word(code));
}
