using Marten;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;

namespace Transparency.Portal.Cases.Months;

/// <summary>The ledgers and statements of villages' months.</summary>
internal static class MonthStore
{
    public static readonly StreamKind Book = StreamKind.Of("book", BookDecider.Law, new Dictionary<Type, string>
    {
        [typeof(BookOpened)] = "book-opened",
        [typeof(VouchersEntered)] = "vouchers-entered",
        [typeof(VoucherReversed)] = "voucher-reversed",
        [typeof(VoucherReworded)] = "voucher-reworded",
        [typeof(BookClosed)] = "book-closed",
    })
        .With<BookOnDesk>(1, BookOnDesk.Next)
        .With<PaidOnDesk>(1, PaidOnDesk.Next);

    public static readonly StreamKind Trust = StreamKind.Of("trust", TrustDecider.Law, new Dictionary<Type, string>
    {
        [typeof(VouchersBooked)] = "vouchers-booked",
        [typeof(VoucherRefused)] = "voucher-refused",
        [typeof(TrustClosed)] = "trust-closed",
    })
        .With<TrustOnDesk>(1, TrustOnDesk.Next);

    public static readonly StreamKind Bank = StreamKind.Of("bank", BankDecider.Law, new Dictionary<Type, string>
    {
        [typeof(BankLinesEntered)] = "bank-lines-entered",
        [typeof(BankLinesMatched)] = "bank-lines-matched",
        [typeof(BankMatchUndone)] = "bank-match-undone",
        [typeof(BankMonthClosed)] = "bank-month-closed",
    })
        .With<BankOnDesk>(1, BankOnDesk.Next) with { Documents = o => o.Schema.For<BankPaper>() };

    public static readonly StreamKind Statement = StreamKind.Of("statement", StatementDecider.Law, new Dictionary<Type, string>
    {
        [typeof(StatementPrepared)] = "statement-prepared",
        [typeof(StatementReturned)] = "statement-returned",
        [typeof(StatementChecked)] = "statement-checked",
        [typeof(StatementDisclosed)] = "statement-disclosed",
        [typeof(StatementQuestioned)] = "statement-questioned",
        [typeof(StatementAnswered)] = "statement-answered",
    })
        .Hashed<StatementPrepared>(x => (x.Hash, x.Section.Hash))
        .Hashed<StatementDisclosed>(x => (x.Hash, x.Section.Hash))
        .With<StatementOnDesk>(1, StatementOnDesk.Next);
}
