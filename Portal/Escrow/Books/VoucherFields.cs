using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Escrow;
using Transparency.Portal.Acts;
using Transparency.Portal.Store.Documents;

namespace Transparency.Portal.Escrow;

/// <summary>A voucher as fields, named as the columns of its import. The payee's full name goes to a private document when it is a natural person's.</summary>
public static class VoucherFields
{
    public static (Voucher Voucher, Person? Person) Read(Fields f, VillageMonth of, RuleBook rules)
    {
        var number = f.Line("voucher");
        if (number.Length == 0) f.Refuse("voucher", "", "text");
        var (payee, person) = PayeeOf(f.Optional("payee_kind", "party-kind", Fields.Choice<PartyKind>), f.Line("payee"), f.Line("payee_en"), of, number);
        if (payee is null && f.Line("payee").Length > 0) f.Refuse("payee_kind", "", "party-kind");
        return (new(
            number, f.Required("date", "day", Fields.Day), f.Text("summary"), f.Required("item", "ledger-item", LedgerItems.Of),
            f.Optional("income", "yuan", Yuan.Parse) ?? Yuan.Zero, f.Optional("expense", "yuan", Yuan.Parse) ?? Yuan.Zero, payee,
            f.Optional("agreement", "agreement-id", AgreementId.Parse), f.Optional("tender", "tender-id", TenderId.Parse),
            f.Line("declaration") is { Length: > 0 } key ? Declaration(key, rules) ?? Bad(f, key) : null), person);
    }

    /// <summary>Null for no kind; a household has no name, an organisation and a trade name are public.</summary>
    public static (Party? Payee, Person? Person) PayeeOf(PartyKind? kind, string name, string? nameEn, VillageMonth of, string number)
    {
        if (kind is not { } known) return (null, null);
        var isNatural = known is PartyKind.Person or PartyKind.Household && name.Length > 0;
        var person = isNatural ? new Person($"v-{of.Village}-{of.Month}-{number}", name) : null;
        return (new(known, PublicName.Of(known, name, string.IsNullOrEmpty(nameEn) ? null : nameEn), person is null ? null : new PersonId(person.Id)), person);
    }

    /// <summary>The public number behind <c>2026-12</c>, as its address names it; null for anything else.</summary>
    public static DeclarationNumber? Declaration(string key, RuleBook rules) =>
        key.Split('-') is [{ Length: 4 } year, { Length: > 0 and <= 6 } ordinal] && Fields.Count(year) is { } y && Fields.Count(ordinal) is { } n and > 0
            ? new(rules.Town.NumberPrefix, y, n) : null;

    private static DeclarationNumber? Bad(Fields f, string key)
    {
        f.Refuse("declaration", key, "declaration-key");
        return null;
    }
}
