using static Transparency.Contracts.Treasury.TreasuryCommand;

namespace Transparency.Contracts.Treasury;

/// <summary>The right role, and a payment that says what was paid, when, to whom and what for.</summary>
internal static class TreasuryGuards
{
    /// <summary>The matter's row says who enters, checks and signs.</summary>
    public static Refusal? OfRole(RuleBook rules, TreasuryCommand command)
    {
        if (!rules.Matters.TryGetValue(TreasuryDecider.Matter, out var matter))
            return Refusal.NotNow("matter.unknown", TreasuryDecider.Matter);
        return command switch
        {
            Refuse when command.By.Holds(matter.Approver, village: null) => null,
            Enter => Needs(matter.Declarant, command),
            Refuse or Check => Needs(matter.Reviewer, command),
            _ => Needs(matter.Approver, command),
        };
    }

    public static Refusal? OfPayment(RuleBook rules, TreasuryMonth.Kept? s, Enter c)
    {
        var p = c.Payment;
        return !IsNumber(p.Number) ? Refusal.Mend("voucher", "treasury.number", p.Number)
            : s?.Find(p.Number) is not null ? Refusal.Twice("treasury.number-taken", p.Number).At("voucher")
            : !c.Month.Contains(p.On) ? Refusal.Mend("date", "voucher.other-month", p.Number, p.On, c.Month.ToString())
            : p.On > Shanghai.DayOf(c.At) ? Refusal.Mend("date", "voucher.in-future", p.Number, p.On)
            : p.Amount <= Yuan.Zero ? Refusal.Mend("amount", "treasury.amount", p.Number)
            : p.Purpose.IsEmpty || !p.Purpose.IsClean ? Refusal.Mend("purpose", "treasury.purpose", p.Number)
            : p.Payee.Name.Zh.Length == 0 ? Refusal.Mend("payee", "voucher.payee-missing", p.Number)
            : p is { Lot: not null, Tender: null } or { Lot: < 1 } ? Refusal.Mend("lot", "voucher.lot-without-tender", p.Number)
            : null;
    }

    public static Refusal? OfReversal(TreasuryMonth.Kept? s, Enter c)
    {
        if (c.Payment.Reverses is not { } key) return null;
        if (c.Original is not { IsSigned: true, Payment: var original })
            return Refusal.Mend("original", "treasury.original-unknown", key.ToString());
        var twice = c.Original.TakenBack is not null || s?.Entries.Any(e => e.Payment.Reverses == key) is true;
        return twice ? Refusal.Twice("treasury.taken-back", key.ToString()).At("original")
            : original.Reverses is not null ? Refusal.Mend("original", "treasury.reverses-reversal", key.ToString())
            : c.Payment.On < original.On ? Refusal.Mend("date", "voucher.reversed-before", c.Payment.Number, original.On)
            : c.Payment != original.TakenBackBy(c.Payment.Number, c.Payment.On, c.Payment.Purpose, key.Month)
                ? Refusal.Mend("amount", "treasury.not-mirrored", c.Payment.Number, key.ToString())
            : null;
    }

    private static Refusal? Needs(Role? role, TreasuryCommand command) =>
        command.By.Holds(role, village: null) ? null : Refusal.NotYours("officer.may-not", new Word($"role.{role}"));

    /// <summary>It is part of an address within the page, so it has no slash.</summary>
    private static bool IsNumber(string text) =>
        text.Length is > 0 and <= TreasuryPayment.LongestNumber && text == text.Trim()
        && text.All(c => char.IsLetterOrDigit(c) || c is '-' or ' ');
}
