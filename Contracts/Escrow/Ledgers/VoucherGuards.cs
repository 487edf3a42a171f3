namespace Transparency.Contracts.Escrow.Ledgers;

/// <summary>What is wrong with a voucher in itself.</summary>
internal static class VoucherGuards
{
    public static Refusal? Fault(RuleBook rules, VillageCode village, Month month, Voucher v, DateTimeOffset at) =>
        v.Number.Length is 0 or > Voucher.LongestNumber || !v.Number.All(c => char.IsLetterOrDigit(c) || c == '-')
            ? Refusal.Mend("voucher", "voucher.number", v.Number)
        : !month.Contains(v.Date) ? Refusal.Mend("date", "voucher.other-month", v.Number, v.Date, month.ToString())
        : v.Date > Shanghai.DayOf(at) ? Refusal.Mend("date", "voucher.in-future", v.Number, v.Date)
        : OfLines(rules, v) is { } no ? no
        : v.Summary.IsEmpty || !v.Summary.IsClean ? Refusal.Mend("summary", "voucher.summary", v.Number)
        : v.NoCase is { } why && (why.IsEmpty || !why.IsClean) ? Refusal.Mend("no_case", "voucher.no-case-words", v.Number)
        : v.NoCase is not null && (v.HasCase || v.PaidOut == Yuan.Zero) ? Refusal.Mend("no_case", "voucher.no-case-needless", v.Number)
        : v.PaidOut > Yuan.Zero && v.Payee is null ? Refusal.Mend("payee", "voucher.payee-missing", v.Number)
        : v.Agreement is { } agreement && agreement.Village != village
            ? Refusal.Mend("agreement", "voucher.agreement-village", v.Number, agreement.Value)
        : v.Tender is { Village: { } called } tender && called != village
            ? Refusal.Mend("tender", "voucher.tender-village", v.Number, tender.Value)
        : v is { Lot: not null, Tender: null } ? Refusal.Mend("lot", "voucher.lot-without-tender", v.Number)
        : v.Lot is < 1 ? Refusal.Mend("lot", "voucher.lot-without-tender", v.Number)
        : v.Deliberation is { Village: { } decided } deliberation && decided != village
            ? Refusal.Mend("deliberation", "voucher.deliberation-village", v.Number, deliberation.Value)
        : !rules.Villages.ContainsKey(village) ? Refusal.NotNow("village.unknown", village.Value)
        : JointSigning.Fault(rules, v);

    private static Refusal? OfLines(RuleBook rules, Voucher v)
    {
        if (v.Lines.Count > Voucher.MostLines) return Refusal.Mend("lines", "voucher.too-many-lines", v.Number, Voucher.MostLines);
        if (v.Lines.Any(l => l.Debit < Yuan.Zero || l.Credit < Yuan.Zero || (l.Debit == Yuan.Zero) == (l.Credit == Yuan.Zero)))
            return Refusal.Mend("lines", "voucher.one-side", v.Number);
        if (v.Lines.FirstOrDefault(l => rules.Accounts.Of(l.Account) is null) is { } unknown)
            return Refusal.Mend("lines", "voucher.account", v.Number, unknown.Account.Value);
        var (debit, credit) = (v.Lines.Sum(l => l.Debit), v.Lines.Sum(l => l.Credit));
        if (debit != credit || debit == Yuan.Zero) return Refusal.Mend("lines", "voucher.unbalanced", v.Number, debit, credit);
        return (v.In > Yuan.Zero && v.Out > Yuan.Zero) || (v.CashIn > Yuan.Zero && v.CashOut > Yuan.Zero)
            ? Refusal.Mend("lines", "voucher.both-ways", v.Number)
            : null;
    }
}
