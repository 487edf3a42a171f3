using System.Collections.Frozen;
using System.Globalization;
using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store.Documents;
using Transparency.Publishing.Texts;

namespace Transparency.Portal.Cases.Months;

/// <summary>Which money a row of a voucher moves.</summary>
public enum MoneyMoved
{
    Escrow,
    Cash,

    /// <summary>None: something came to be owed.</summary>
    None,
}

/// <summary>One row of a voucher as people write it: an account, and what came in or went out under it.</summary>
public sealed record VoucherRow(AccountCode Item, Yuan Income, Yuan Expense);

/// <summary>
/// A voucher as fields, named as the columns of its import. One account stands in <c>item</c>, <c>income</c>, <c>expense</c>; several stand
/// in <c>lines</c> (account = income = expense). The payee's full name goes to a private document when it is a natural person's.
/// </summary>
public static class VoucherFields
{
    private const int LongestLink = 20;

    public static readonly IReadOnlyList<FormField> Form =
    [
        new("voucher") { Longest = Voucher.LongestNumber }, new("date", InputKind.Day),
        FormField.Said("summary"), AccountWords.Sums("lines"),
        new("money", InputKind.Choice, FormField.Named<MoneyMoved>("money")) { Optional = true },
        new("payee_kind", InputKind.Choice, FormField.PartyKinds) { Optional = true },
        FormField.Said("payee") with { Optional = true },
        new("approvers", InputKind.Several, FormField.Named<Approver>("approver")) { Optional = true },
        Link("agreement"), Link("tender"), new("lot", InputKind.Count) { Optional = true },
        Link("declaration"), Link("deliberation"), FormField.Said("no_case") with { Optional = true, Longest = 200 },
        Link("reverses") with { Longest = 30 },
    ];

    public static (Voucher Voucher, Person? Person) Read(Fields f, VillageMonth of, RuleBook rules)
    {
        var number = f.Line("voucher");
        if (number.Length == 0) f.Refuse("voucher", "", "text");
        var kind = f.Optional("payee_kind", "party-kind", Fields.Choice<PartyKind>);
        var (payee, person) = PayeeFields.Of(kind, f.Line("payee"), f.Line("payee_en"), $"v-{of.Village}-{of.Month}-{number}");
        if (payee is null && f.Line("payee").Length > 0) f.Refuse("payee_kind", "", "party-kind");
        var approvers = VoucherWords.ApproversOf(f.Line("approvers"));
        if (approvers is null) f.Refuse("approvers", f.Line("approvers"), "approvers");
        return (new(
            number, f.Required("date", "day", Fields.Day), f.Text("summary"),
            Lines(Rows(f, rules), f.Optional("money", "money", Money) ?? MoneyMoved.Escrow), payee, approvers ?? [],
            f.Optional("agreement", "agreement-id", AgreementId.Parse), f.Optional("tender", "tender-number", TenderId.Parse),
            PayeeFields.Declaration(f, rules),
            f.Optional("deliberation", "deliberation-number", DeliberationId.Parse),
            f.Optional("reverses", "voucher-key", VoucherKey.Parse), f.Optional("lot", "count", Fields.Count),
            f.TextOrNone("no_case")), person);
    }

    /// <summary>A voucher as the inputs of its form; the payee's full name comes from the private document.</summary>
    public static async Task<Dictionary<string, string>> FilledAsync(CaseReader r, Voucher v)
    {
        var person = v.Payee?.Person is { } id ? await r.Session.LoadAsync<Person>(id.Value, r.Cancelled) : null;
        var (rows, money) = Written(v);
        var filled = new Dictionary<string, string>
        {
            ["voucher"] = v.Number, ["date"] = Fields.Iso(v.Date), ["summary"] = v.Summary.Zh, ["summary_en"] = v.Summary.En ?? "",
            ["money"] = Fields.NameOf(money), ["payee_kind"] = v.Payee is { } payee ? Fields.NameOf(payee.Kind) : "",
            ["payee"] = person?.Name ?? v.Payee?.Name.Zh ?? "", ["payee_en"] = v.Payee?.Name.En ?? "",
            ["approvers"] = string.Join(' ', v.Approvers.Select(Fields.NameOf)),
            ["agreement"] = v.Agreement?.Value ?? "", ["tender"] = v.Tender?.Value ?? "",
            ["lot"] = v.Lot?.ToString(CultureInfo.InvariantCulture) ?? "",
            ["declaration"] = v.Declaration is { } d ? string.Create(CultureInfo.InvariantCulture, $"{d.Year}-{d.Ordinal}") : "",
            ["deliberation"] = v.Deliberation?.Value ?? "", ["no_case"] = v.NoCase?.Zh ?? "", ["no_case_en"] = v.NoCase?.En ?? "",
            ["reverses"] = v.Reverses?.ToString() ?? "",
        };
        foreach (var (i, row) in rows.Index())
        {
            filled[$"lines_{i + 1}_item"] = r.Rules.Accounts.Of(row.Item)?.Name.In(r.Here.Language) ?? row.Item.Value;
            filled[$"lines_{i + 1}_income"] = row.Income == Yuan.Zero ? "" : row.Income.ToString();
            filled[$"lines_{i + 1}_expense"] = row.Expense == Yuan.Zero ? "" : row.Expense.ToString();
        }
        return filled;
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
        var first = v.Lines[0].Account;
        var money = first == AccountCode.Escrow ? MoneyMoved.Escrow : first == AccountCode.Cash ? MoneyMoved.Cash : MoneyMoved.None;
        return ([.. v.Lines.Skip(money == MoneyMoved.None ? 0 : 1).Select(l => new VoucherRow(l.Account, l.Credit, l.Debit))], money);
    }

    private static IReadOnlyList<VoucherRow> Rows(Fields f, RuleBook rules)
    {
        if (f.Line("lines") is not { Length: > 0 } several)
        {
            return [new(
                f.Required("item", "account", text => AccountWords.Find(rules.Accounts, text)),
                f.Optional("income", "yuan", Yuan.Parse) ?? Yuan.Zero, f.Optional("expense", "yuan", Yuan.Parse) ?? Yuan.Zero)];
        }
        if (f.Line("item").Length + f.Line("income").Length + f.Line("expense").Length > 0) f.Refuse("lines", several, "lines-or-item");
        var rows = new List<VoucherRow>();
        foreach (var columns in Tables.Rows(several))
        {
            if (RowOf(columns, rules.Accounts) is { } row) rows.Add(row);
            else f.Refuse("lines", string.Join('=', columns), "voucher-lines");
        }
        return rows;
    }

    private static VoucherRow? RowOf(List<string> columns, ChartOfAccounts chart) =>
        columns is [var item, var income, var expense] && AccountWords.Find(chart, Tables.Plain(item)) is { } account
            && Sum(income) is { } @in && Sum(expense) is { } @out
            ? new(account, @in, @out) : null;

    private static Yuan? Sum(string cell) => string.IsNullOrWhiteSpace(cell) ? Yuan.Zero : Yuan.Parse(cell.Trim());

    private static MoneyMoved? Money(string text) => VoucherWords.Money.TryGetValue(text, out var money) ? money : null;

    /// <summary>To what stands behind it, by its number.</summary>
    private static FormField Link(string name) => new(name) { Optional = true, Longest = LongestLink };
}

/// <summary>The names that people use for approvers and kinds of money in forms and files.</summary>
public static class VoucherWords
{
    public static readonly FrozenDictionary<string, MoneyMoved> Money = Named<MoneyMoved>("money");

    public static readonly FrozenDictionary<string, Approver> Approvers = Named<Approver>("approver");

    private static readonly char[] Between = ['、', ',', '，', ';', '；', ' ', '\n'];

    /// <summary>党支部书记、村委会主任, or party-secretary, village-head; null where one of them is unknown.</summary>
    public static IReadOnlyList<Approver>? ApproversOf(string text)
    {
        var found = new List<Approver>();
        foreach (var part in text.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Approvers.TryGetValue(part, out var approver)) return null;
            found.Add(approver);
        }
        return found;
    }

    private static FrozenDictionary<string, T> Named<T>(string family) where T : struct, Enum => Enum.GetValues<T>()
        .SelectMany(value => new[] { (Catalogue.Say(Language.Zh, $"{family}.{value}"), value), (Fields.NameOf(value), value) })
        .ToFrozenDictionary(x => x.Item1, x => x.value, StringComparer.Ordinal);
}
