using Transparency.Contracts;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store;
using Transparency.Publishing.Texts;
using static Transparency.Portal.Cases.Acts.InputKind;

namespace Transparency.Portal.Cases.Months;

/// <summary>The agent's acts on the trust ledger and the bank's lines of one village's month, and when the page offers them.</summary>
internal static class TrustActs
{
    private static readonly ActsOn<VillageMonth, Trust, TrustCommand, TrustEvent> OnTrust =
        new(VillageMonth.Parse, text => Refusal.Mend(null, "escrow.subject", text), of => StreamKey.Trust(of.Month), TrustDecider.Law);

    private static readonly ActsOn<VillageMonth, BankMonth, BankCommand, BankEvent> OnBank =
        new(VillageMonth.Parse, text => Refusal.Mend(null, "escrow.subject", text), StreamKey.Bank, BankDecider.Law);

    /// <summary>
    /// 记账: all of the month that was entered and is neither booked nor refused, by a bookkeeper who did not enter it;
    /// <c>not_yet</c> numbers the transfers that have not arrived.
    /// </summary>
    internal static readonly Act BookVouchers = OnLedgers("book-vouchers", of => StreamKey.Trust(of.Month), async (a, of, now) =>
    {
        var notYet = a.Fields.Line("not_yet").Split([' ', '\n', ',', '、'], StringSplitOptions.RemoveEmptyEntries);
        // The stream is shared by all villages, so its version says nothing about this one.
        var all = new TrustCommand.BookAll(of.Village, now.Ledgers.Entered, now.Ledgers.Carried, notYet, now.Hands, a.By, a.At);
        return a.DecidePinned(now.Trust, all) ?? await PaymentSteps.BookAsync(a.Entry, of, now.Ledgers, a.By, a.At);
    }, new FormField("not_yet", Several) { Optional = true });

    /// <summary>拒付、退回凭证: the agent's refusal with its public reason.</summary>
    internal static readonly Act RefuseVoucher = OnTrust.Whole("refuse-voucher", async (a, of, file) =>
    {
        var entered = (await a.Entry.LoadAsync(StreamKey.Book(of), BookDecider.Law)).State is Book.Kept kept ? kept.Entered : [];
        var (number, reason, hands) = (a.Fields.Line("voucher"), a.Fields.Text("reason"), await LedgersNow.HandsAsync(a.Entry, of));
        // As above: no version is compared.
        var refuse = new TrustCommand.Refuse(of.Village, number, reason, entered, hands, a.By, a.At);
        if (a.DecidePinned(file, refuse) is { } no) return no;
        var refused = entered.First(e => e.Voucher.Number == number).Voucher;
        return await PaymentSteps.DecideAsync(a.Entry, PaymentSteps.OfRefusal(of, refused, a.By, a.At));
    }, new("voucher", Choice), FormField.Reason) with { IsDangerous = true };

    /// <summary>人工勾对: what a person found to belong together, as keys of <see cref="OpenItems"/> parted by spaces.</summary>
    internal static readonly Act MatchLines = OnLedgers("match-lines", StreamKey.Bank, (a, _, now) =>
    {
        var (vouchers, lines, reason) = (Keys(a.Fields, "vouchers"), Keys(a.Fields, "lines"), a.Fields.Text("reason"));
        if (a.Fields.Fault is { } fault) return Refused(fault);
        var open = now.Ledgers.Reconciled();
        var (items, unexplained) = (OpenItems.Vouchers(open), OpenItems.Lines(open));
        if (vouchers.FirstOrDefault(k => !items.ContainsKey(k)) is { } voucher)
            return Refused(Refusal.Mend("vouchers", "bank.match-voucher", voucher));
        if (lines.FirstOrDefault(k => !unexplained.ContainsKey(k)) is { } line)
            return Refused(Refusal.Mend("lines", "bank.match-line", line));
        return Refused(a.Decide(now.Bank, new BankCommand.Match(
            [.. vouchers.Select(k => items[k])], [.. lines.Select(k => unexplained[k])], reason, open, now.Hands, a.By, a.At)));
    }, new("vouchers", Several), new("lines", Several), FormField.Said("reason"));

    /// <summary>取消勾对, by the ordinal of the match.</summary>
    private static readonly Act UndoMatch = OnBank.Act("undo-match", async (a, of) =>
    {
        var ordinal = a.Fields.Required("ordinal", "count", Fields.Count);
        return new BankCommand.UndoMatch(ordinal, await LedgersNow.HandsAsync(a.Entry, of), a.By, a.At);
    }, new FormField("ordinal", Choice)) with { IsDangerous = true };

    public static readonly IReadOnlyList<Act> All = [BookVouchers, RefuseVoucher, MatchLines, UndoMatch];

    public static OfferedAct? Booking(CaseReader r, VillageMonth of, LoadedLedgers now)
    {
        var all = new TrustCommand.BookAll(of.Village, now.Ledgers.Entered, now.Ledgers.Carried, [], now.Hands, r.Officer, r.Now);
        return Ask(r, now, BookVouchers, all)?.With("not_yet", Transfers(r, now.Ledgers));
    }

    public static OfferedAct? Refusing(CaseReader r, VillageMonth of, LoadedLedgers now)
    {
        if (Waiting(now.Ledgers) is not [var first, ..] waiting) return null;
        var refuse = new TrustCommand.Refuse(of.Village, first.Number, Asked.Sound, now.Ledgers.Entered, now.Hands, r.Officer, r.Now);
        IReadOnlyList<Option> choices = [.. waiting.Select(v => new Option(v.Number, $"{v.Number} {v.Summary.In(r.Here.Language)}"))];
        return Ask(r, now, RefuseVoucher, refuse)?.With("voucher", choices);
    }

    public static OfferedAct? Matching(CaseReader r, LoadedLedgers now)
    {
        var open = now.Ledgers.Reconciled();
        var (vouchers, lines) = (OpenItems.Vouchers(open), OpenItems.Lines(open));
        if (vouchers.Count == 0 || lines.Count == 0) return null;
        Option VoucherOf(string key, Transit t) => new(key, $"{t.Number} · {Dated(t.Date, t.In, t.Out)}");
        var match = new BankCommand.Match([open!.InTransit[0]], [open.Unexplained[0]], Asked.Sound, open, now.Hands, r.Officer, r.Now);
        return Ask(r, now, MatchLines, match)
            ?.With("vouchers", [.. vouchers.Select(v => VoucherOf(v.Key, v.Value))])
            .With("lines", [.. lines.Select(l => new Option(l.Key, Dated(l.Value.Date, l.Value.In, l.Value.Out)))]);
    }

    public static OfferedAct? Undoing(CaseReader r, LoadedLedgers now)
    {
        if (now.Bank.State is not BankMonth.Entered { Matches: [var last, ..] matches }) return null;
        return Ask(r, now, UndoMatch, new BankCommand.UndoMatch(last.Ordinal, now.Hands, r.Officer, r.Now))?.With("ordinal",
            [.. matches.Select(m => new Option($"{m.Ordinal}", $"{m.Ordinal}: {string.Join('、', m.Vouchers.Select(v => v.Number))}"))]);
    }

    /// <summary>An act that is decided by what all ledgers of the month say.</summary>
    /// <param name="stream">the one of theirs on which it leaves something</param>
    private static Act OnLedgers(
        string name, Func<VillageMonth, string> stream, Func<Doing, VillageMonth, LoadedLedgers, Task<Refusal?>> act,
        params IReadOnlyList<FormField> form) =>
        new(name, async a => VillageMonth.Parse(a.Subject) is { } of
            ? await act(a, of, await LedgersNow.OfAsync(a.Entry.Documents, of, a.Entry.Cancelled))
            : Refusal.Mend(null, "escrow.subject", a.Subject), form)
        {
            Leaves = (subject, _) => VillageMonth.Parse(subject) is { } of ? stream(of) : null,
        };

    private static Task<Refusal?> Refused(Refusal? why) => Task.FromResult(why);

    private static string[] Keys(Fields f, string name) =>
        [.. f.Line(name).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Distinct()];

    private static OfferedAct? Ask(CaseReader r, LoadedLedgers now, Act act, TrustCommand command) =>
        Asked.Of(r.Rules, TrustDecider.Law, now.Trust.State, act, now.Trust.Version, command);

    private static OfferedAct? Ask(CaseReader r, LoadedLedgers now, Act act, BankCommand command) =>
        Asked.Of(r.Rules, BankDecider.Law, now.Bank.State, act, now.Bank.Version, command);

    private static List<Voucher> Waiting(Ledgers now)
    {
        var settled = now.Trust.Settled;
        return [.. now.Entered.Select(e => e.Voucher).Where(v => !settled.Contains(v.Number))];
    }

    /// <summary>Transfers that may not have arrived yet.</summary>
    private static IReadOnlyList<Option> Transfers(CaseReader r, Ledgers now) =>
    [
        .. now.Carried.Where(t => !now.Trust.HasArrived(t))
            .Select(t => new Option(t.Number, $"{t.Number} · {Dated(t.Date, t.In, t.Out)}")),
        .. Waiting(now).Where(v => v.IsTransfer)
            .Select(v => new Option(v.Number, $"{v.Number} · {v.Summary.In(r.Here.Language)} · {Signed(v.In, v.Out)}")),
    ];

    private static string Dated(DateOnly day, Yuan @in, Yuan @out) => $"{Fields.Iso(day)} · {Signed(@in, @out)}";

    private static string Signed(Yuan @in, Yuan @out) => @in > Yuan.Zero ? $"+{Wording.Exact(@in)}" : $"−{Wording.Exact(@out)}";
}
