using Transparency.Contracts;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Payments;
using Transparency.Contracts.Treasury;
using Transparency.Portal.Access;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;
using static Transparency.Contracts.Treasury.TreasuryCommand;
using static Transparency.Portal.Cases.Acts.InputKind;

namespace Transparency.Portal.Cases.Treasury;

using LoadedMonth = Loaded<TreasuryMonth, TreasuryCommand, TreasuryEvent>;

/// <summary>The acts on what the town paid in one month, and when its page offers them. Subject: <c>2026-09</c>.</summary>
internal static class TreasuryActs
{
    private static readonly ActsOn<Month, TreasuryMonth, TreasuryCommand, TreasuryEvent> OnMonth =
        new(Month.Parse, text => Refusal.Mend(null, "treasury.subject", text), StreamKey.Treasury, TreasuryDecider.Law);

    /// <summary>录入镇级财政支付. Its sum is bound on the contract that it names; not public.</summary>
    private static readonly Act EnterPayment = OnMonth.Whole("enter-treasury-payment", EnterAsync,
        Number, new("date", Day), FormField.Said("purpose"), new("amount", Money),
        new("payee_kind", Choice, FormField.PartyKinds), FormField.Said("payee") with { Optional = true },
        Link("tender"), new("lot", Count) { Optional = true }, Link("agreement"), Link("declaration"));

    /// <summary>红字冲回: takes a signed payment back. <c>original</c> names it: <c>2026-07/镇财 2026-0724-05</c>.</summary>
    private static readonly Act ReversePayment = OnMonth.Whole("reverse-treasury-payment", ReverseAsync,
        new("original") { Longest = 50 }, Number, new("date", Day), FormField.Said("purpose")) with { IsDangerous = true };

    /// <summary>退回支付, by who checks or signs.</summary>
    private static readonly Act RefusePayment = OnMonth.Whole("refuse-treasury-payment", RefuseAsync,
        Number with { Kind = Choice }, FormField.Reason) with { IsDangerous = true };

    /// <summary>复核, pinned by the hash.</summary>
    public static readonly Act Check = Pinned(OnMonth.Pinned("check-treasury", (a, _) => new Check(a.Fields.Hash(), a.By, a.At)));

    /// <summary>签发, pinned by the hash: public from here on.</summary>
    public static readonly Act Sign = Pinned(OnMonth.Pinned("sign-treasury", SignAsync));

    public static readonly IReadOnlyList<Act> All = [EnterPayment, ReversePayment, RefusePayment, Check, Sign];

    private static FormField Number => new("voucher") { Longest = TreasuryPayment.LongestNumber };

    /// <param name="section">with all that waits; null while nothing was entered</param>
    public static IEnumerable<OfferedAct?> Offered(CaseReader r, Month month, Told<TreasuryMonth> told, TreasurySection? section)
    {
        OfferedAct? Ask(Act act, TreasuryCommand command) =>
            Asked.Of(r.Rules, TreasuryDecider.Law, told.State, act, told.Version, command);
        var kept = told.State as TreasuryMonth.Kept;
        if (section is not null)
        {
            yield return Ask(Check, new Check(section.Hash, r.Officer, r.Now))?.Pinning(section.Hash);
            yield return Ask(Sign, new Sign(section.Hash, Alike(kept!), r.Officer, r.Now))?.Pinning(section.Hash);
        }
        var enter = Ask(EnterPayment, new Enter(month, Fresh(month), null, r.Officer, r.Now));
        yield return enter;
        yield return enter is null ? null : enter with { Act = ReversePayment };
        if (kept?.Waiting.FirstOrDefault() is { Payment.Number: var first })
            yield return Ask(RefusePayment, new Refuse(first, Asked.Sound, r.Officer, r.Now))
                ?.With("voucher", [.. kept.Waiting.Select(e => new Option(e.Payment.Number, e.Payment.Purpose.In(r.Here.Language)))]);
    }

    private static async Task<Refusal?> EnterAsync(Doing a, Month month, LoadedMonth file)
    {
        var f = a.Fields;
        var number = f.Line("voucher");
        if (number.Length == 0) f.Refuse("voucher", "", "text");
        var kind = f.Required("payee_kind", "party-kind", Fields.Choice<PartyKind>);
        var (payee, person) = PayeeFields.Of(kind, f.Line("payee"), f.Line("payee_en"), $"t-{month}-{number}");
        var payment = new TreasuryPayment(
            number, f.Required("date", "day", Fields.Day), f.Text("purpose"), payee!, f.Required("amount", "yuan", Yuan.Parse),
            f.Optional("tender", "tender-number", TenderId.Parse), f.Optional("lot", "count", Fields.Count),
            f.Optional("agreement", "agreement-id", AgreementId.Parse),
            PayeeFields.Declaration(f, a.Entry.Rules));
        if (a.Decide(file, new Enter(month, payment, null, a.By, a.At)) is { } no) return no;
        if (person is not null && a.Entry.Keep(a.By, person, payee!.Name) is { } interested) return interested;
        var enter = new PaymentStep.Enter(payment.Amount, payment.On, Payer(month), number, a.By, a.At);
        return await PaymentSteps.DecideAsync(a.Entry, [new(enter, payment.Under, number)]);
    }

    private static async Task<Refusal?> ReverseAsync(Doing a, Month month, LoadedMonth file)
    {
        var key = a.Fields.Required("original", "voucher-key", VoucherKey.Parse);
        var (number, date, purpose) = (a.Fields.Line("voucher"), a.Fields.Required("date", "day", Fields.Day), a.Fields.Text("purpose"));
        if (a.Fields.Fault is { } unread) return unread;
        var original = await EntryOfAsync(a.Entry, key);
        if (original is null) return Refusal.Mend("original", "treasury.original-unknown", key.ToString());
        return a.Decide(file, new Enter(month, original.Payment.TakenBackBy(number, date, purpose, key.Month), original, a.By, a.At));
    }

    private static async Task<Refusal?> RefuseAsync(Doing a, Month month, LoadedMonth file)
    {
        var number = a.Fields.Line("voucher");
        var payment = file.State.Entry(number)?.Payment;
        if (a.Decide(file, new Refuse(number, a.Fields.Text("reason"), a.By, a.At)) is { } no) return no;
        var drop = new PaymentStep.Drop(Payer(month), number, a.By, a.At);
        return await PaymentSteps.DecideAsync(a.Entry, [new(drop, payment!.Under, number)]);
    }

    /// <summary>Every payment that is signed becomes public under its contract, and what is taken back is struck through there.</summary>
    private static async Task<Refusal?> SignAsync(Doing a, Month month, LoadedMonth file)
    {
        var waiting = (file.State as TreasuryMonth.Kept)?.Waiting.Select(e => e.Payment).ToList() ?? [];
        var originals = new Dictionary<VoucherKey, TreasuryEntry>();
        foreach (var key in waiting.Select(p => p.Reverses).OfType<VoucherKey>())
        {
            if (await EntryOfAsync(a.Entry, key) is { } original) originals[key] = original;
        }
        if (a.DecidePinned(file, new Sign(a.Fields.Hash(), originals, a.By, a.At)) is { } no) return no;
        foreach (var payment in waiting)
        {
            if (await TellAsync(a, month, payment) is { } refused) return refused;
        }
        return null;
    }

    private static async Task<Refusal?> TellAsync(Doing a, Month month, TreasuryPayment p)
    {
        if (p.Reverses is not { } key)
        {
            var book = new PaymentStep.Book(Payer(month), p.Number, a.By, a.At);
            return await PaymentSteps.DecideAsync(a.Entry, [new(book, p.Under, p.Number)]);
        }
        var reversal = new VoucherKey(month, p.Number);
        if (key.Month != month)
        {
            var earlier = await a.Entry.LoadAsync(StreamKey.Treasury(key.Month), TreasuryDecider.Law);
            if (a.Entry.Decide(earlier, new MarkTakenBack(key.Number, reversal, a.By, a.At)) is { } no) return no;
        }
        return await PaymentSteps.DecideAsync(a.Entry,
        [
            new(new PaymentStep.EnterReversal(reversal, Payer(key.Month), key.Number, a.By, a.At), p.Under, p.Number),
            new(new PaymentStep.BookReversal(reversal, p.On, Payer(key.Month), key.Number, a.By, a.At), p.Under, p.Number),
        ]);
    }

    private static async Task<TreasuryEntry?> EntryOfAsync(Entry entry, VoucherKey key) =>
        (await entry.LoadAsync(StreamKey.Treasury(key.Month), TreasuryDecider.Law)).State.Entry(key.Number);

    private static PayerMonth Payer(Month month) => new(null, month);

    private static Act Pinned(Act act) => act with
    {
        Pins = async (session, rules, subject, ct) =>
            Month.Parse(subject) is { } month
            && (await Entry.LoadAsync(session, StreamKey.Treasury(month), TreasuryDecider.Law, ct)).State is TreasuryMonth.Kept kept
                ? TreasurySection.Of(rules, kept).Hash : null,
    };

    /// <summary>Whether what is taken back still stands is asked when somebody signs.</summary>
    private static Dictionary<VoucherKey, TreasuryEntry> Alike(TreasuryMonth.Kept kept) => kept.Waiting
        .Where(e => e.Payment.Reverses is not null)
        .ToDictionary(e => e.Payment.Reverses!.Value, e => e with { IsSigned = true, TakenBack = null });

    /// <summary>A sound payment, to ask the law whether one may be entered.</summary>
    private static TreasuryPayment Fresh(Month month) =>
        new("?", month.First, Asked.Sound, new(PartyKind.Organisation, new("…")), new(1));

    /// <summary>To what stands behind it, by its number.</summary>
    private static FormField Link(string name) => new(name) { Optional = true, Longest = 60 };
}
