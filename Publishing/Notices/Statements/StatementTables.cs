using Transparency.Contracts;
using Transparency.Contracts.Escrow;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Notices;

/// <summary>The tables of a statement's sheet: the three ledgers side by side, every line, what is open between the ledgers, and what is owed.</summary>
public static class StatementTables
{
    public static IReadOnlyList<NoticeTable> Of(Language language, StatementSection s) =>
    [
        Ledgers(language, s.Reconciliation),
        Lines(language, s),
        .. Open(language, s.Reconciliation),
        .. Owed(language, "statement.receivables", s.Receivables),
        .. Owed(language, "statement.debts", s.Debts),
    ];

    private static NoticeTable Ledgers(Language language, Reconciliation r) => new(
        Say(language, r.Agrees ? "statement.ledgers-agree" : "statement.ledgers-differ"),
        [new(Say(language, "statement.ledger"), false), new(Say(language, "statement.balance"), true)],
        [[Say(language, "statement.book"), Wording.Exact(r.Book)], [Say(language, "statement.trust"), Wording.Exact(r.Trust)], [StatementWording.Bank(language, r), Wording.Exact(r.BankAdjusted)]],
        r.Agrees ? null : [Say(language, "statement.difference"), Wording.Exact(r.Difference)]);

    private static IEnumerable<NoticeTable> Open(Language language, Reconciliation r)
    {
        if (r.InTransit.Count > 0)
            yield return new(
                Say(language, "statement.in-transit"), [Head("statement.date"), Head("statement.voucher"), Head("statement.income-short", true), Head("statement.expense-short", true)],
                [.. r.InTransit.Select(t => (IReadOnlyList<string>)[Wording.ShortDay(language, t.Date), t.Number, Side(t.In), Side(t.Out)])], null);
        if (r.Unexplained.Count > 0)
            yield return new(
                Say(language, "statement.unexplained"), [Head("statement.date"), Head("statement.income-short", true), Head("statement.expense-short", true)],
                [.. r.Unexplained.Select(u => (IReadOnlyList<string>)[Wording.ShortDay(language, u.Date), Side(u.In), Side(u.Out)])], null);

        NoticeColumn Head(string code, bool number = false) => new(Say(language, code), number);
    }

    private static IEnumerable<NoticeTable> Owed(Language language, string caption, IReadOnlyList<Owed> rows)
    {
        if (rows.Count > 0)
            yield return new(
                Say(language, caption), [new(Say(language, "statement.who"), false), new(Say(language, "statement.amount"), true)],
                [.. rows.Select(o => (IReadOnlyList<string>)[o.Who.In(language), Wording.Exact(o.Amount)])],
                rows.Count == 1 ? null : [Say(language, "statement.total"), Wording.Exact(rows.Aggregate(Yuan.Zero, (sum, o) => sum + o.Amount))]);
    }

    private static NoticeTable Lines(Language language, StatementSection s) => new(
        Say(language, "statement.lines"),
        [
            new(Say(language, "statement.date"), false), new(Say(language, "statement.what-for"), false), new(Say(language, "statement.voucher"), false),
            new(Say(language, "statement.income-short"), true), new(Say(language, "statement.expense-short"), true),
        ],
        [.. s.Lines.Select(l => (IReadOnlyList<string>)[Wording.ShortDay(language, l.Date), Words(language, l), l.Number, Side(l.In), Side(l.Out)])],
        [Say(language, "statement.total"), "", "", Wording.Exact(s.Income), Wording.Exact(s.Expense)]);

    /// <summary>What it was for, and who paid or was paid.</summary>
    private static string Words(Language language, StatementLine l) =>
        l.Payee is { } payee ? $"{l.Summary.In(language)} · {payee.In(language)}" : l.Summary.In(language);

    private static string Side(Yuan amount) => amount == Yuan.Zero ? "" : Wording.Exact(amount);

    private static string Say(Language language, string code) => Catalogue.Say(language, code);
}
