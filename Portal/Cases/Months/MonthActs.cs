using System.Globalization;
using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Escrow;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Agreements;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store.Documents;
using Transparency.Publishing.Texts;

namespace Transparency.Portal.Cases.Months;

/// <summary>The acts on the ledgers of one village's month.</summary>
internal static class MonthActs
{
    private static readonly IReadOnlyDictionary<VoucherKey, EnteredVoucher> NoOriginals = new Dictionary<VoucherKey, EnteredVoucher>();

    public static async Task<IEnumerable<OfferedAct?>> OfLedgersAsync(CaseReader r, VillageMonth of, LoadedLedgers now)
    {
        var entered = now.Ledgers.Entered;
        OfferedAct? Book(string act, BookCommand command) => Asked.Of(r.Rules, BookDecider.Law, now.Book.State, act, now.Book.Version, command);
        OfferedAct? Trust(string act, TrustCommand command) => Asked.Of(r.Rules, TrustDecider.Law, now.Trust.State, act, now.Trust.Version, command);
        var accounts = Accounts(r);
        var enter = Enter(r, of, now);
        return
        [
            Trust("book-vouchers", new TrustCommand.BookAll(of.Village, entered, now.Ledgers.Carried, [], now.Hands, r.Officer, r.Now)) is { } book ? book with { Choices = Choice("not_yet", Transfers(r, now.Ledgers)) } : null,
            Book("open-book", new BookCommand.OpenBook(of.Village, of.Month, Yuan.Zero, [], await FirstMonthAsync(r, of.Village.Value), r.Officer, r.Now)) is { } open ? open with { Choices = Choice("others.item", accounts) } : null,
            enter,
            enter is null ? null : enter with { Act = ActTable.All["reverse-voucher"], Filled = NextOf(of, entered) },
            entered.FirstOrDefault(e => e.Voucher.Number == r.Query["voucher"]) is { Voucher: var known } && Book("reword-voucher", new BookCommand.Reword(known with { Summary = Asked.Sound }, now.Hands, r.Officer, r.Now)) is { } reword
                ? reword with { Choices = Choice("lines.item", accounts), Filled = await FillAsync(r, known) } : null,
            Waiting(now.Ledgers) is [var first, ..] waiting && Trust("refuse-voucher", new TrustCommand.Refuse(of.Village, first.Number, Asked.Sound, entered, now.Hands, r.Officer, r.Now)) is { } refuse
                ? refuse with { Choices = Choice("voucher", [.. waiting.Select(v => new Option(v.Number, $"{v.Number} {v.Summary.In(r.Here.Language)}"))]) } : null,
            .. Bank(r, now),
        ];
    }

    /// <summary>Null for an officer who may not enter a voucher into this month.</summary>
    public static OfferedAct? Enter(CaseReader r, VillageMonth of, LoadedLedgers now) =>
        Asked.Of(r.Rules, BookDecider.Law, now.Book.State, "enter-voucher", now.Book.Version, new BookCommand.Enter(of.Village, of.Month, [Fresh(of)], NoOriginals, now.Hands, r.Officer, r.Now)) is { } enter
            ? enter with { Choices = Choice("lines.item", Accounts(r)), Filled = NextOf(of, now.Ledgers.Entered) } : null;

    private static IEnumerable<OfferedAct?> Bank(CaseReader r, LoadedLedgers now)
    {
        OfferedAct? Ask(string act, BankCommand command) => Asked.Of(r.Rules, BankDecider.Law, now.Bank.State, act, now.Bank.Version, command);
        var open = now.Ledgers.Reconciled();
        var (vouchers, lines) = (OpenItems.Vouchers(open), OpenItems.Lines(open));
        if (vouchers.Count > 0 && lines.Count > 0 && Ask("match-lines", new BankCommand.Match([open!.InTransit[0]], [open.Unexplained[0]], Asked.Sound, open, now.Hands, r.Officer, r.Now)) is { } match)
        {
            yield return match with
            {
                Choices = new Dictionary<string, IReadOnlyList<Option>>
                {
                    ["vouchers"] = [.. vouchers.Select(v => new Option(v.Key, $"{v.Value.Number} · {Iso(v.Value.Date)} · {Signed(v.Value.In, v.Value.Out)}"))],
                    ["lines"] = [.. lines.Select(l => new Option(l.Key, $"{Iso(l.Value.Date)} · {Signed(l.Value.In, l.Value.Out)}"))],
                },
            };
        }
        if (now.Bank.State is BankMonth.Entered { Matches: [var last, ..] matches } && Ask("undo-match", new BankCommand.UndoMatch(last.Ordinal, now.Hands, r.Officer, r.Now)) is { } undo)
            yield return undo with { Choices = Choice("ordinal", [.. matches.Select(m => new Option($"{m.Ordinal}", $"{m.Ordinal}: {string.Join('、', m.Vouchers.Select(v => v.Number))}"))]) };
    }

    /// <summary>With which month this village's books were opened; the law says that it happens once.</summary>
    private static async Task<Month?> FirstMonthAsync(CaseReader r, string village) =>
        await r.Session.Query<BookOnDesk>().Where(b => b.Village == village && b.IsFirst).FirstOrDefaultAsync(r.Cancelled) is { } first ? Month.Parse(first.Month) : null;

    private static List<Voucher> Waiting(Ledgers now)
    {
        var settled = now.Trust.Settled;
        return [.. now.Entered.Select(e => e.Voucher).Where(v => !settled.Contains(v.Number))];
    }

    /// <summary>Transfers that may not have arrived yet.</summary>
    private static IReadOnlyList<Option> Transfers(CaseReader r, Ledgers now) =>
    [
        .. now.Carried.Where(t => !now.Trust.HasArrived(t)).Select(t => new Option(t.Number, $"{t.Number} · {Iso(t.Date)} · {Signed(t.In, t.Out)}")),
        .. Waiting(now).Where(v => v.IsTransfer).Select(v => new Option(v.Number, $"{v.Number} · {v.Summary.In(r.Here.Language)} · {Signed(v.In, v.Out)}")),
    ];

    private static IReadOnlyList<Option> Accounts(CaseReader r) => [.. r.Rules.Accounts.Rows.Select(a => new Option(a.Name.In(r.Here.Language), a.Code.Value))];

    private static Dictionary<string, IReadOnlyList<Option>> Choice(string field, IReadOnlyList<Option> options) => new() { [field] = options };

    /// <summary>A sound one, to ask the law whether any may be entered.</summary>
    private static Voucher Fresh(VillageMonth of) => new("0", of.Month.First, Asked.Sound, VoucherFields.Lines([new(new("50499"), new(1), Yuan.Zero)], MoneyMoved.Escrow), null, []);

    /// <summary>The next number and the day of the last voucher, so that a pile of papers goes in without typing them.</summary>
    private static Dictionary<string, string> NextOf(VillageMonth of, IReadOnlyList<EnteredVoucher> entered)
    {
        if (entered.Count == 0) return new() { ["date"] = Iso(of.Month.First) };
        var last = entered[^1].Voucher;
        var digits = last.Number[(last.Number.LastIndexOfAnyExcept("0123456789".AsSpan()) + 1)..];
        var next = digits.Length is > 0 and < 10 ? last.Number[..^digits.Length] + (long.Parse(digits, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture).PadLeft(digits.Length, '0') : "";
        return new() { ["date"] = Iso(last.Date), ["voucher"] = next };
    }

    /// <summary>A voucher as the inputs of its form; the payee's full name comes from the private document.</summary>
    private static async Task<Dictionary<string, string>> FillAsync(CaseReader r, Voucher v)
    {
        var person = v.Payee?.Person is { } id ? await r.Session.LoadAsync<Person>(id.Value, r.Cancelled) : null;
        var (rows, money) = VoucherFields.Written(v);
        var filled = new Dictionary<string, string>
        {
            ["voucher"] = v.Number, ["date"] = Iso(v.Date), ["summary"] = v.Summary.Zh, ["summary_en"] = v.Summary.En ?? "", ["money"] = Fields.NameOf(money),
            ["payee_kind"] = v.Payee is { } payee ? AgreementInputs.PartyName(payee.Kind) : "", ["payee"] = person?.Name ?? v.Payee?.Name.Zh ?? "", ["payee_en"] = v.Payee?.Name.En ?? "",
            ["approvers"] = string.Join(' ', v.Approvers.Select(Fields.NameOf)), ["agreement"] = v.Agreement?.Value ?? "", ["tender"] = v.Tender?.Value ?? "",
            ["declaration"] = v.Declaration is { } d ? string.Create(CultureInfo.InvariantCulture, $"{d.Year}-{d.Ordinal}") : "",
            ["deliberation"] = v.Deliberation?.Value ?? "", ["reverses"] = v.Reverses?.ToString() ?? "",
        };
        foreach (var (i, row) in rows.Index())
        {
            filled[$"lines_{i + 1}_item"] = r.Rules.Accounts.Of(row.Item)?.Name.In(r.Here.Language) ?? row.Item.Value;
            filled[$"lines_{i + 1}_income"] = row.Income == Yuan.Zero ? "" : row.Income.ToString();
            filled[$"lines_{i + 1}_expense"] = row.Expense == Yuan.Zero ? "" : row.Expense.ToString();
        }
        return filled;
    }

    private static string Signed(Yuan @in, Yuan @out) => @in > Yuan.Zero ? $"+{Wording.Exact(@in)}" : $"−{Wording.Exact(@out)}";

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
