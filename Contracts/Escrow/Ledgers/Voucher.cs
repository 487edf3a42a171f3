using Transparency.Contracts.Declarations;

namespace Transparency.Contracts.Escrow;

/// <summary>One payment into or out of a village's escrow money (《山东省实施村委会组织法办法》第27条: published line by line).</summary>
/// <param name="Number">as on the paper, unique within the village and month</param>
/// <param name="In">yuan received; exactly one of <paramref name="In"/> and <paramref name="Out"/> is above zero</param>
/// <param name="Out">yuan paid</param>
/// <param name="Payee">who was paid, or who paid; may be null for income without a payer, such as interest</param>
public sealed record Voucher(
    string Number, DateOnly Date, Text Summary, LedgerItem Item, Yuan In, Yuan Out, Party? Payee,
    AgreementId? Agreement = null, TenderId? Tender = null, DeclarationNumber? Declaration = null)
{
    /// <summary>Longest number, in characters.</summary>
    public const int LongestNumber = 20;

    /// <summary>Above zero for income, below for expense.</summary>
    public Yuan Net => In - Out;

    /// <summary>Whether only words and links differ, so that no sum of a closed book moves.</summary>
    public bool SameMoney(Voucher other) => (Number, Date, In, Out) == (other.Number, other.Date, other.In, other.Out);
}

/// <summary>A voucher and who entered it: another person has to book it.</summary>
/// <param name="AsEntered">before its words were mended; null when they never were</param>
public sealed record EnteredVoucher(Voucher Voucher, PersonId By, Voucher? AsEntered = null);

/// <summary>What is wrong with a voucher in itself.</summary>
internal static class VoucherGuards
{
    public static Refusal? Fault(RuleBook rules, VillageCode village, Month month, Voucher v) =>
        v.Number.Length is 0 or > Voucher.LongestNumber || !v.Number.All(c => char.IsLetterOrDigit(c) || c == '-') ? new("voucher.number", v.Number)
        : !month.Contains(v.Date) ? new("voucher.other-month", v.Number, v.Date, month.ToString())
        : v.In < Yuan.Zero || v.Out < Yuan.Zero || (v.In == Yuan.Zero) == (v.Out == Yuan.Zero) ? new("voucher.one-side", v.Number)
        : !Enum.IsDefined(v.Item) ? new("voucher.item", v.Number)
        : v.Summary.IsEmpty || !v.Summary.IsClean ? new("voucher.summary", v.Number)
        : v.Out > Yuan.Zero && v.Payee is null ? new("voucher.payee-missing", v.Number)
        : v.Agreement is { } agreement && agreement.Village != village ? new("voucher.agreement-village", v.Number, agreement.Value)
        : v.Tender is { Village: { } called } tender && called != village ? new("voucher.tender-village", v.Number, tender.Value)
        : !rules.Villages.ContainsKey(village) ? new("village.unknown", village.Value)
        : null;
}
