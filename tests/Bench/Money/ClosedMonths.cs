using Transparency.Bench.Sampling;
using Transparency.Contracts;
using Transparency.Contracts.Escrow.Budgets;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Portal.Hosting;
using Transparency.Portal.Problems;
using Transparency.Portal.Store;
using static Transparency.Contracts.Escrow.Statements.StatementCommand;

namespace Transparency.Bench.Money;

/// <summary>Brings imported months to the public under their law, all villages of a month in one transaction.</summary>
internal sealed class ClosedMonths(OpenStore open, MoneyStaff staff, IReadOnlyList<VillageCode> villages)
{
    private readonly Dictionary<VillageCode, MonthBefore> ends = [];

    /// <summary>In the order of time, each after the one before.</summary>
    public async Task CloseAsync(Month month, CancellationToken ct)
    {
        var outcome = await open.Ledger.WriteAsync(new("system", "sample"), async entry =>
        {
            var trust = Standing(entry, await entry.LoadAsync(StreamKey.Trust(month), TrustDecider.Law));
            List<Action> appends = [];
            foreach (var village in villages) appends.Add(await CloseAsync(entry, new(village, month), trust));
            trust.AppendTo(entry);
            appends.ForEach(append => append());
            return null;
        }, ct);
        if (outcome is Outcome.Refused no) throw new CannotRun(no.Why);
    }

    private async Task<Action> CloseAsync(Entry entry, VillageMonth of, LawfulStream<Trust, TrustCommand, TrustEvent> trust)
    {
        var book = Standing(entry, await entry.LoadAsync(StreamKey.Book(of), BookDecider.Law));
        var bank = Standing(entry, await entry.LoadAsync(StreamKey.Bank(of), BankDecider.Law));
        var statement = new LawfulStream<Statement, StatementCommand, StatementEvent>(StreamKey.Statement(of), StatementDecider.Law, entry.Rules);
        var (before, at) = (ends.GetValueOrDefault(of.Village), Shanghai.At(of.Month.Next.First, new(9, 0)));
        if (before is null) book.Do(new BookCommand.OpenBook(of.Village, of.Month, InventedMoney.Opening, [], null, staff.Bookkeeper, at));
        trust.Do(new TrustCommand.BookAll(of.Village, ((Book.Kept)book.State).Entered, [], [], Hands.None, staff.Bookkeeper, at.AddHours(2)));
        var ledgers = new Ledgers(of.Village, of.Month, book.State, trust.State.Of(of.Village), bank.State, before, null, Budget.None);
        statement.Do(new Prepare(ledgers, new([], [], null), staff.Bookkeeper, at.AddDays(3)));
        var section = ((Statement.Prepared)statement.State).Section;
        statement.Do(new Check(ledgers, section.Hash, staff.FinanceGroup, at.AddDays(5)));
        statement.Do(new Sign(ledgers, section.Hash, staff.Supervision, at.AddDays(8)));
        book.Do(new BookCommand.Close(section, staff.Supervision, at.AddDays(8)));
        trust.Do(new TrustCommand.Close(section, staff.Supervision, at.AddDays(8)));
        bank.Do(new BankCommand.Close(staff.Supervision, at.AddDays(8)));
        ends[of.Village] = new(section.Closing, section.Carried, section.Reconciliation.Trust, section);
        return () =>
        {
            book.AppendTo(entry);
            bank.AppendTo(entry);
            statement.AppendTo(entry);
        };
    }

    private static LawfulStream<TState, TCommand, TEvent> Standing<TState, TCommand, TEvent>(
        Entry entry, Loaded<TState, TCommand, TEvent> loaded) where TEvent : notnull => new(loaded, entry.Rules);
}
