using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Escrow;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store.Documents;

namespace Transparency.Portal.Cases.Months;

/// <summary>One row of a voucher as people write it: an account, and what came in or went out under it.</summary>
public sealed record VoucherRow(AccountCode Item, Yuan Income, Yuan Expense);

/// <summary>
/// A voucher as fields, named as the columns of its import. One account stands in <c>item</c>, <c>income</c>, <c>expense</c>; several stand in <c>lines</c>
/// (account = income = expense). The payee's full name goes to a private document when it is a natural person's.
/// </summary>
public static class VoucherFields
{
    public static (Voucher Voucher, Person? Person) Read(Fields f, VillageMonth of, RuleBook rules)
    {
        var number = f.Line("voucher");
        if (number.Length == 0) f.Refuse("voucher", "", "text");
        var (payee, person) = PayeeOf(f.Optional("payee_kind", "party-kind", Fields.Choice<PartyKind>), f.Line("payee"), f.Line("payee_en"), of, number);
        if (payee is null && f.Line("payee").Length > 0) f.Refuse("payee_kind", "", "party-kind");
        var approvers = BookWords.ApproversOf(f.Line("approvers"));
        if (approvers is null) f.Refuse("approvers", f.Line("approvers"), "approvers");
        return (new(
            number, f.Required("date", "day", Fields.Day), f.Text("summary"), Lines(Rows(f, rules), f.Optional("money", "money", Money) ?? MoneyMoved.Escrow), payee, approvers ?? [],
            f.Optional("agreement", "agreement-id", AgreementId.Parse), f.Optional("tender", "tender-number", TenderId.Parse),
            f.Line("declaration") is { Length: > 0 } key ? Declaration(key, rules) ?? Bad(f, key) : null,
            f.Optional("deliberation", "deliberation-number", DeliberationId.Parse), f.Optional("reverses", "voucher-key", VoucherKey.Parse)), person);
    }

    /// <summary>Both sides of the rows: what went out is a debit of its account, what came in a credit; the money takes the rest.</summary>
    public static IReadOnlyList<VoucherLine> Lines(IReadOnlyList<VoucherRow> rows, MoneyMoved money)
    {
        var lines = rows.Select(r => new VoucherLine(r.Item, r.Expense, r.Income)).ToList();
        var net = rows.Sum(r => r.Income - r.Expense);
        if (money != MoneyMoved.None && net != Yuan.Zero)
        {
            var account = money == MoneyMoved.Cash ? AccountCode.Cash : AccountCode.Escrow;
            lines.Insert(0, net > Yuan.Zero ? new(account, net, Yuan.Zero) : new(account, Yuan.Zero, Yuan.Zero - net));
        }
        return lines;
    }

    /// <summary>The rows that give these lines again, and the money that they move: how a voucher is written in a form or a file.</summary>
    public static (IReadOnlyList<VoucherRow> Rows, MoneyMoved Money) Written(Voucher v)
    {
        // A sub-account of the money was written as a row of its own.
        var money = v.Lines[0].Account == AccountCode.Escrow ? MoneyMoved.Escrow : v.Lines[0].Account == AccountCode.Cash ? MoneyMoved.Cash : MoneyMoved.None;
        return ([.. v.Lines.Skip(money == MoneyMoved.None ? 0 : 1).Select(l => new VoucherRow(l.Account, l.Credit, l.Debit))], money);
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

    private static IReadOnlyList<VoucherRow> Rows(Fields f, RuleBook rules)
    {
        if (f.Line("lines") is not { Length: > 0 } several)
        {
            return [new(
                f.Required("item", "account", text => BookWords.Account(rules.Accounts, text)),
                f.Optional("income", "yuan", Yuan.Parse) ?? Yuan.Zero, f.Optional("expense", "yuan", Yuan.Parse) ?? Yuan.Zero)];
        }
        if (f.Line("item").Length + f.Line("income").Length + f.Line("expense").Length > 0) f.Refuse("lines", several, "lines-or-item");
        var rows = new List<VoucherRow>();
        foreach (var columns in Tables.Rows(several))
        {
            if (columns is [var item, var income, var expense] && BookWords.Account(rules.Accounts, Tables.Plain(item)) is { } account && Sum(income) is { } @in && Sum(expense) is { } @out) rows.Add(new(account, @in, @out));
            else f.Refuse("lines", string.Join('=', columns), "voucher-lines");
        }
        return rows;
    }

    private static Yuan? Sum(string cell) => string.IsNullOrWhiteSpace(cell) ? Yuan.Zero : Yuan.Parse(cell.Trim());

    private static MoneyMoved? Money(string text) => BookWords.Money.TryGetValue(text, out var money) ? money : null;

    private static DeclarationNumber? Bad(Fields f, string key)
    {
        f.Refuse("declaration", key, "declaration-key");
        return null;
    }
}
