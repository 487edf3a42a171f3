using Transparency.Contracts.Declarations;
using Transparency.Contracts.Escrow.Ledgers;
using static Transparency.Contracts.Treasury.TreasuryCommand;
using static Transparency.Contracts.Treasury.TreasuryMonth;

namespace Transparency.Contracts.Treasury;

/// <summary>
/// The town's payments are entered, checked and signed by three persons, and public with the third
/// (《政府信息公开条例》第20条、第21条). A month may be signed more than once: each time with all that it has so far.
/// </summary>
public static class TreasuryDecider
{
    /// <summary>Row of the table of matters that says who enters, checks and signs.</summary>
    public const string Matter = "treasury-payment";

    public static readonly Decider<TreasuryMonth, TreasuryCommand, TreasuryEvent> Law = new(new None(), Decide, Evolve, c => c.At)
    {
        Concerns = (state, command) => new(command.By, command is Enter c ? [c.Payment.Payee]
            : command is Check or Sign && state is Kept s ? s.Waiting.Select(e => e.Payment.Payee) : []),
    };

    private static Decision<TreasuryEvent> Decide(RuleBook rules, TreasuryMonth state, TreasuryCommand command) => (state, command) switch
    {
        (Kept s, MarkTakenBack c) => s.Find(c.Number) is { IsSigned: true, TakenBack: null }
            ? new TreasuryPaymentTakenBack(c.Number, c.Reversal, c.By.Sign(c.At))
            : Refusal.Twice("treasury.taken-back", c.Number),
        _ when TreasuryGuards.OfRole(rules, command) is { } no => no,
        (None, Enter c) => Entered(rules, null, c),
        (Kept s, Enter c) => Entered(rules, s, c),
        (Kept s, _) when !s.Waiting.Any() => Refusal.NotNow("treasury.nothing-waits", s.Month.ToString()),

        (Kept s, Refuse c) when s.Find(c.Number) is not { IsSigned: false } => Refusal.Mend("voucher", "treasury.unknown", c.Number),
        (Kept, Refuse c) when c.Reason.IsEmpty || !c.Reason.IsClean => Refusal.Mend("reason", "reason.missing"),
        (Kept, Refuse c) => new TreasuryPaymentRefused(c.Number, c.Reason, c.By.Sign(c.At)),

        (Kept s, Check or Sign) when s.Waiting.Any(e => e.Entered.Person == command.By.Person) => Refusal.NotYours("treasury.own-payment"),
        (Kept { Checked: not null }, Check) => Refusal.Twice("treasury.checked"),
        (Kept s, Check c) when c.Seen != TreasurySection.Of(rules, s).Hash => Refusal.Moved("content.moved", s.Month.ToString()),
        (Kept, Check c) => new TreasuryChecked(c.Seen, c.By.Sign(c.At)),

        (Kept { Checked: null }, Sign) => Refusal.Wait("treasury.not-checked"),
        (Kept s, Sign) when s.Checked!.Signed.Person == command.By.Person => Refusal.NotYours("treasury.own-check"),
        (Kept s, Sign c) => Disclosed(rules, s, c),

        _ => Refusal.NotNow("treasury.nothing-waits", ""),
    };

    private static TreasuryMonth Evolve(TreasuryMonth state, TreasuryEvent e) => (state, e) switch
    {
        (None, TreasuryPaymentEntered x) => new Kept(x.Month, [new(x.Payment, x.By, false)], 0, null),
        (Kept s, TreasuryPaymentEntered x) => s with { Entries = [.. s.Entries, new(x.Payment, x.By, false)], Checked = null },
        (Kept s, TreasuryPaymentRefused x) => s with { Entries = [.. s.Entries.Where(e => e.Payment.Number != x.Number)], Checked = null },
        (Kept s, TreasuryChecked x) => s with { Checked = new(x.Hash, x.By) },
        (Kept s, TreasuryDisclosed x) => s with
        {
            Entries = [.. s.Entries.Select(e => e with { IsSigned = true })], Edition = x.Edition, Checked = null,
        },
        (Kept s, TreasuryPaymentTakenBack x) => s with
        {
            Entries = [.. s.Entries.Select(e => e.Payment.Number == x.Number ? e with { TakenBack = x.Reversal } : e)],
        },
        _ => state,
    };

    private static Decision<TreasuryEvent> Entered(RuleBook rules, Kept? s, Enter c) =>
        (TreasuryGuards.OfPayment(rules, s, c) ?? TreasuryGuards.OfReversal(s, c)) is { } no
            ? no
            : new TreasuryPaymentEntered(c.Month, c.Payment, c.By.Sign(c.At));

    private static Decision<TreasuryEvent> Disclosed(RuleBook rules, Kept s, Sign c)
    {
        var section = TreasurySection.Of(rules, s);
        if (c.Seen != section.Hash || s.Checked!.Hash != section.Hash) return Refusal.Moved("content.moved", s.Month.ToString());
        foreach (var (payment, _, _, _) in s.Waiting)
        {
            if (payment.Reverses is { } key && c.Originals.GetValueOrDefault(key) is not { IsSigned: true, TakenBack: null })
                return Refusal.Twice("treasury.taken-back", key.ToString());
        }
        var last = s.Waiting.Last().Entered;
        var disclosed = new TreasuryDisclosed(
            s.Edition + 1, section, section.Hash, new(Shanghai.DayOf(last.At), last.Unit),
            new(Shanghai.DayOf(s.Checked.Signed.At), s.Checked.Signed.Unit), c.By.Sign(c.At));
        var ownMonth =
            from entry in s.Waiting
            where entry.Payment.Reverses is { } key && key.Month == s.Month
            select new TreasuryPaymentTakenBack(entry.Payment.Reverses!.Value.Number, new(s.Month, entry.Payment.Number), c.By.Sign(c.At));
        return new Decision<TreasuryEvent>.Accepted([disclosed, .. ownMonth]);
    }
}
