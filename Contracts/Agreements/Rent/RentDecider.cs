using Transparency.Contracts.Declarations;
using static Transparency.Contracts.Agreements.Rent.RentCommand;
using static Transparency.Contracts.Agreements.Rent.RentYear;

namespace Transparency.Contracts.Agreements.Rent;

/// <summary>
/// 租金收缴情况: kept by the bookkeeper or the village, prepared, checked by another person,
/// signed by a third (Law on Rural Collective Economic Organisations, art. 45).
/// </summary>
public static class RentDecider
{
    public static readonly Decider<RentYear, RentCommand, RentEvent> Law = new(new None(), Decide, Evolve, c => c.At);

    private static Decision<RentEvent> Decide(RuleBook rules, RentYear state, RentCommand command) => (state, command) switch
    {
        (None, Schedule c) when RentGuards.OfRole(rules, c.Agreement.Village, c) is { } no => no,
        (Known s, _) when RentGuards.OfRole(rules, s.Book.Agreement.Village, command) is { } no => no,
        (Known s, _) when RentGuards.OfPersons(s, command) is { } no => no,

        (_, Schedule c) when RentGuards.OfSchedule(state, c) is { } no => no,
        (_, Schedule c) => new RentScheduled(c.Agreement, c.Year, [.. c.Dues.OrderBy(d => d.Day)], c.By.Sign(c.At)),
        (None, _) => Refusal.NotNow("rent.unknown"),

        (Known s, Receive c) when RentGuards.OfReceipt(s.Book, c) is { } no => no,
        (Known, Receive c) => new RentReceived(c.Receipt, c.By.Sign(c.At)),

        (Known s, Prepare { State: { } lease }) when RentGuards.OfTerms(s.Book.Year, s.Book.Due, lease) is { } no => no,
        (Known s, Prepare c) => Prepare(s.Book, c),
        (Prepared s, Check c) when c.Seen != s.Section.Hash => Refusal.Moved("content.moved", s.Book.Agreement.Value),
        (Prepared s, Check c) => new RentChecked(s.Section.Hash, c.By.Sign(c.At)),
        (Checked s, Sign c) when c.Seen != s.Section.Hash => Refusal.Moved("content.moved", s.Book.Agreement.Value),
        (Checked, Sign { State: not Agreement.Registered { Edition: > 0 } }) => Refusal.Wait("rent.agreement-not-public"),
        // Of what is signed: the schedule may have changed since it was prepared.
        (Checked { Section: var x }, Sign { State: Agreement.Registered lease })
            when RentGuards.OfTerms(x.Year, x.Due, lease) is { } no => no,
        (Checked s, Sign { State: Agreement.Registered lease } c) => new RentDisclosed(
            s.Book.Edition + 1, s.Section, s.Section.Hash, Public(s.PreparedBy), Public(s.By), c.By.Sign(c.At), lease.Edition),

        _ => Refusal.NotNow("rent.not-now", new Word($"rent-act.{command.GetType().Name}"), new Word($"rent-state.{state.GetType().Name}")),
    };

    private static RentYear Evolve(RentYear state, RentEvent e) => (state, e) switch
    {
        (None, RentScheduled x) => new Kept(new RentBook(x.Agreement, x.Year, x.Dues, [], [], 0).KeptBy(x.By)),
        (Known s, RentScheduled x) => s with { Book = s.Book.KeptBy(x.By) with { Dues = x.Dues } },
        (Known s, RentReceived x) => s with { Book = s.Book.KeptBy(x.By).With(x.Receipt) },
        (Known s, RentPrepared x) => new Prepared(s.Book.KeptBy(x.By), x.Section, x.By),
        (Prepared s, RentChecked x) => new Checked(s.Book, s.Section, s.By, x.By),
        (Checked s, RentDisclosed x) => new Kept(s.Book with { Edition = x.Edition, ContractEdition = x.ContractEdition }),
        _ => state,
    };

    private static RentPrepared Prepare(RentBook book, Prepare c)
    {
        var section = RentSection.Of(book, Shanghai.DayOf(c.At));
        return new(section, section.Hash, c.By.Sign(c.At));
    }

    private static PublicAct Public(Signature by) => new(Shanghai.DayOf(by.At), by.Unit);
}
