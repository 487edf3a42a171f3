using Transparency.Contracts;
using Transparency.Contracts.Escrow;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Notices;

/// <summary>The tables of a statement's sheet: the three ledgers side by side, what is open between them, what is owed, then line by line.</summary>
public static class StatementTables
{
    public static IReadOnlyList<NoticeTable> Of(Language language, StatementSection s) =>
    [
        Ledgers(language, s.Reconciliation),
        .. Open(language, s.Reconciliation),
        .. Owed(language, "statement.receivables", s.Receivables),
        .. Owed(language, "statement.debts", s.Debts),
        Lines(language, s),
    ];

    private static NoticeTable Ledgers(Language language, Reconciliation r) => new(
        Say(language, r.Agrees ? "statement.ledgers-agree" : "statement.ledgers-differ"),
        [new(Say(language, "statement.ledger"), false), new(Say(language, "statement.balance"), true)],
        [[Say(language, "statement.book"), Wording.Exact(r.Book)], [Say(language, "statement.trust"), Wording.Exact(r.Trust)], [StatementWording.Bank(language, r), Wording.Exact(r.BankAdjusted)]],
        r.Agrees ? null : [Say(language, "statement.difference"), Wording.Exact(r.Difference)]);

    private static IEnumerable<NoticeTable> Open(Language language, Reconciliation r)
    {
        if (r.InTransit.Count > 0) yield return Between("statement.in-transit", r.InTransit.Select(t => (t.Date, t.Number, t.In, t.Out)));
        if (r.Unexplained.Count > 0) yield return Between("statement.unexplained", r.Unexplained.Select(u => (u.Date, "", u.In, u.Out)));

        NoticeTable Between(string caption, IEnumerable<(DateOnly Date, string Number, Yuan In, Yuan Out)> rows) => new(
            Say(language, caption), [Head("statement.date"), Head("statement.voucher"), Head("statement.income-short", true), Head("statement.expense-short", true)],
            [.. rows.Select(x => (IReadOnlyList<string>)[Wording.ShortDay(language, x.Date), x.Number, Side(x.In), Side(x.Out)])], null);

        NoticeColumn Head(string code, bool number = false) => new(Say(language, code), number);
    }

    private static IEnumerable<NoticeTable> Owed(Language language, string caption, IReadOnlyList<Owed> rows)
    {
        if (rows.Count > 0)
            yield return new(
                Say(language, caption), [new(Say(language, "statement.who"), false), new(Say(language, "statement.amount"), true)],
                [.. rows.Select(o => (IReadOnlyList<string>)[o.Who.In(language), Wording.Exact(o.Amount)])],
                [Say(language, "statement.total"), Wording.Exact(rows.Aggregate(Yuan.Zero, (sum, o) => sum + o.Amount))]);
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
        l.Payee is { } payee ? $"{l.Summary.In(language)}{Wording.Gap(language)}{Catalogue.Say(language, "mark.aside", payee.In(language))}" : l.Summary.In(language);

    private static string Side(Yuan amount) => amount == Yuan.Zero ? "" : Wording.Exact(amount);

    private static string Say(Language language, string code) => Catalogue.Say(language, code);
}
