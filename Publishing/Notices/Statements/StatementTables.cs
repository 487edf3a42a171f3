using Transparency.Contracts;
using Transparency.Contracts.Escrow.Budgets;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Notices.Statements;

/// <summary>
/// The tables of a statement's sheet: the three ledgers side by side, every line, what is open between the ledgers, and what is owed.
/// </summary>
public static class StatementTables
{
    public static IReadOnlyList<NoticeTable> Of(Language language, StatementSection s) =>
    [
        Ledgers(language, s.Reconciliation),
        .. Heads(language, s, isIncome: true),
        .. Heads(language, s, isIncome: false),
        Lines(language, "statement.lines", s.Lines, s.Income, s.Expense),
        .. s.Cash is { } cash ? [Lines(language, "statement.cash", cash.Lines, cash.In, cash.Out, cash)] : Array.Empty<NoticeTable>(),
        .. Open(language, s),
        .. Owed(language, "statement.receivables", s.Receivables),
        .. Owed(language, "statement.debts", s.Debts),
    ];

    private static NoticeTable Ledgers(Language language, Reconciliation r)
    {
        string[] bank = [Say(language, "statement.difference"), Wording.Exact(r.Difference)];
        string[] book = [Say(language, "statement.book-difference"), Wording.Exact(r.BookDifference)];
        return new(
            Say(language, r.Agrees ? "statement.ledgers-agree" : "statement.ledgers-differ"),
            [new(Say(language, "statement.ledger"), false), new(Say(language, "statement.balance"), true)],
            [
                [Say(language, "statement.book"), Wording.Exact(r.Book)],
                [StatementWording.Trust(language, r), Wording.Exact(r.TrustAdjusted)],
                [StatementWording.Bank(language, r), Wording.Exact(r.BankAdjusted)],
                .. r.BookDifference != Yuan.Zero && r.Difference != Yuan.Zero ? [book] : Array.Empty<string[]>(),
            ],
            r.Agrees ? null : r.Difference != Yuan.Zero ? bank : book);
    }

    /// <summary>This month against last month, last year and the year's budget.</summary>
    private static IEnumerable<NoticeTable> Heads(Language language, StatementSection s, bool isIncome)
    {
        var heads = s.Heads.Where(h => h.IsIncome == isIncome).ToList();
        if (heads.Count > 0)
            yield return new(
                Say(language, isIncome ? "statement.heads-income" : "statement.heads-expense"),
                [
                    Head("statement.head"), Head("statement.this-month", true), Head("statement.last-month", true),
                    Head("statement.year-ago", true), new(YearToDate(), true), Head("statement.budget", true),
                ],
                [.. heads.Select(Row)],
                null);

        NoticeColumn Head(string code, bool number = false) => new(Say(language, code), number);
        string YearToDate() => Say(
            language, "statement.year-to-date", Wording.ShortMonth(language, s.CountedFrom), Wording.ShortMonth(language, s.Month));
        IReadOnlyList<string> Row(HeadSum h) =>
        [
            StatementWording.NameOf(language, s, h.Account).ToString(), Wording.Exact(h.Amount),
            Maybe(h.Before), Maybe(h.YearAgo), Wording.Exact(h.YearToDate), Maybe(h.Budget),
        ];
        string Maybe(Yuan? amount) => amount is { } yuan ? Wording.Exact(yuan) : "—";
    }

    private static IEnumerable<NoticeTable> Open(Language language, StatementSection s)
    {
        var r = s.Reconciliation;
        if (r.Transfers.Count > 0) yield return Items("statement.transfers", r.Transfers);
        if (r.InTransit.Count > 0) yield return Items("statement.in-transit", r.InTransit);
        if (r.Unexplained.Count > 0)
            yield return new(
                Say(language, "statement.unexplained"),
                [Head("statement.date"), .. AgeAndSides()],
                [.. r.Unexplained.Select(u => (IReadOnlyList<string>)
                    [Wording.ShortDay(language, u.Date), Days(u.AgeIn(s.Month)), Side(u.In), Side(u.Out)])],
                null);

        NoticeTable Items(string caption, IReadOnlyList<Transit> items) => new(
            Say(language, caption),
            [Head("statement.date"), Head("statement.voucher"), .. AgeAndSides()],
            [.. items.Select(t => (IReadOnlyList<string>)
                [Wording.ShortDay(language, t.Date), t.Number, Days(t.AgeIn(s.Month)), Side(t.In), Side(t.Out)])],
            null);
        NoticeColumn[] AgeAndSides() =>
            [Head("statement.days-open", true), Head("statement.income-short", true), Head("statement.expense-short", true)];
        NoticeColumn Head(string code, bool number = false) => new(Say(language, code), number);
        string Days(int days) => days.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static IEnumerable<NoticeTable> Owed(Language language, string caption, IReadOnlyList<Owed> rows)
    {
        if (rows.Count > 0)
            yield return new(
                Say(language, caption), [new(Say(language, "statement.who"), false), new(Say(language, "statement.amount"), true)],
                [.. rows.Select(o => (IReadOnlyList<string>)[o.Who.In(language), Wording.Exact(o.Amount)])],
                rows.Count == 1 ? null : [Say(language, "statement.total"), Wording.Exact(rows.Sum(o => o.Amount))]);
    }

    /// <param name="cash">its balances frame the lines; those of the escrow account stand on top of the sheet</param>
    private static NoticeTable Lines(
        Language language, string caption, IReadOnlyList<StatementLine> lines, Yuan income, Yuan expense, CashSheet? cash = null) => new(
        cash is null ? Say(language, caption) : Balances(language, cash),
        [
            new(Say(language, "statement.date"), false), new(Say(language, "statement.what-for"), false),
            new(Say(language, "statement.voucher"), false),
            new(Say(language, "statement.income-short"), true), new(Say(language, "statement.expense-short"), true),
        ],
        [.. lines.Select(l => (IReadOnlyList<string>)
            [Wording.ShortDay(language, l.Date), Words(language, l), l.Number, Side(l.In), Side(l.Out)])],
        [Say(language, "statement.total"), "", "", Wording.Exact(income), Wording.Exact(expense)]);

    private static string Balances(Language language, CashSheet cash) => Say(
        language, "statement.cash-caption",
        Wording.ExactWithUnit(language, cash.Opening), Wording.ExactWithUnit(language, cash.Closing));

    /// <summary>What it was for, and who paid or was paid.</summary>
    private static string Words(Language language, StatementLine l) =>
        l.Payee is { } payee ? $"{l.Summary.In(language)} · {payee.In(language)}" : l.Summary.In(language);

    private static string Side(Yuan amount) => amount == Yuan.Zero ? "" : Wording.Exact(amount);

    private static string Say(Language language, string code, params IReadOnlyList<object> with) => Catalogue.Say(language, code, with);
}
