using System.Globalization;
using Marten;
using Marten.Events;
using Transparency.Contracts;
using Transparency.Contracts.Escrow.Cover;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Portal.Access;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store;
using static Transparency.Portal.Cases.Acts.InputKind;

namespace Transparency.Portal.Cases.Months;

using LoadedBook = Loaded<Book, BookCommand, BookEvent>;

/// <summary>The acts on one village's own book of one month, and when the page offers them.</summary>
internal static class BookActs
{
    private static readonly ActsOn<VillageMonth, Book, BookCommand, BookEvent> OnBook =
        new(VillageMonth.Parse, text => Refusal.Mend(null, "escrow.subject", text), StreamKey.Book, BookDecider.Law);

    private static readonly IReadOnlyDictionary<VoucherKey, EnteredVoucher> NoOriginals = new Dictionary<VoucherKey, EnteredVoucher>();

    /// <summary>
    /// 建账: the balances with which a village's first month under escrow begins: <c>opening</c> of the escrow account,
    /// <c>others</c> as account = debit.
    /// </summary>
    internal static readonly Act OpenBook = new("open-book", OpenAsync,
        new("opening", Money), new("others", Rows, null, new("item", Pick), new("debit", Money)) { Optional = true })
    {
        Leaves = (subject, _) => VillageMonth.Parse(subject) is { } of ? StreamKey.Book(of) : null,
    };

    /// <summary>录入凭证: one voucher, by the village's reporting clerk.</summary>
    internal static readonly Act EnterVoucher = OnBook.Whole("enter-voucher", (a, of, file) =>
        WithVoucherAsync(a, of, file, voucher => EnterAsync(a.Entry, of, [voucher], a.By, a.At)), VoucherFields.Form);

    /// <summary>
    /// 红字冲销: takes an earlier voucher back, line by line, in this month. <c>original</c> names it: <c>2026-07/0703</c>.
    /// </summary>
    internal static readonly Act ReverseVoucher = OnBook.Whole("reverse-voucher", ReverseAsync,
        new("original") { Longest = 30, Stands = "reverses" }, new("voucher") { Longest = Voucher.LongestNumber },
        new("date", Day), FormField.Said("summary")) with { IsDangerous = true };

    /// <summary>
    /// 更正凭证文字: words, payee, approvers and links, also in a closed month; number, day and lines stay.
    /// The public sees it with a corrected statement.
    /// </summary>
    private static readonly Act RewordVoucher = OnBook.Whole("reword-voucher", (a, of, file) =>
        WithVoucherAsync(a, of, file, voucher => RewordAsync(a, of, file, voucher)), VoucherFields.Form) with { IsDangerous = true };

    public static readonly IReadOnlyList<Act> All = [OpenBook, EnterVoucher, ReverseVoucher, RewordVoucher];

    public static async Task<IReadOnlyList<OfferedAct?>> OfferedAsync(CaseReader r, VillageMonth of, LoadedLedgers now)
    {
        var first = await FirstMonthAsync(r, of.Village.Value);
        var open = Ask(r, now, OpenBook, new BookCommand.OpenBook(of.Village, of.Month, Yuan.Zero, [], first, r.Officer, r.Now));
        var enter = Entering(r, of, now);
        var known = now.Ledgers.Entered.FirstOrDefault(e => e.Voucher.Number == r.Query["voucher"])?.Voucher;
        return
        [
            open?.With("others.item", Accounts(r)),
            enter,
            enter is null ? null : enter with { Act = ReverseVoucher, Filled = NextOf(of, now.Ledgers.Entered) },
            known is null ? null : await RewordingAsync(r, now, known),
        ];
    }

    /// <summary>Null for an officer who may not enter a voucher into this month.</summary>
    public static OfferedAct? Entering(CaseReader r, VillageMonth of, LoadedLedgers now)
    {
        var sound = new BookCommand.Enter(of.Village, of.Month, [Fresh(of)], NoOriginals, now.Hands, r.Officer, r.Now);
        var enter = Ask(r, now, EnterVoucher, sound);
        return enter is null ? null : enter.With("lines.item", Accounts(r)) with { Filled = NextOf(of, now.Ledgers.Entered) };
    }

    /// <summary>
    /// A batch of vouchers into one month's book, by hand or by a file: the same law, and a mark on every voucher that is taken back.
    /// </summary>
    public static async Task<Refusal?> EnterAsync(
        Entry entry, VillageMonth of, IReadOnlyList<Voucher> vouchers, Officer by, DateTimeOffset at)
    {
        var book = await entry.LoadAsync(StreamKey.Book(of), BookDecider.Law);
        var (hands, originals) = (await LedgersNow.HandsAsync(entry, of), await OriginalsAsync(entry, of.Village, vouchers));
        var enter = new BookCommand.Enter(of.Village, of.Month, vouchers, originals, hands, by, at)
        {
            Behind = await BehindVouchers.OfAsync(entry, vouchers),
            Earlier = vouchers.Any(CoveredPayment.IsSilent) ? await PaidOnDesk.EarlierAsync(entry.Documents, of, entry.Cancelled) : [],
        };
        // The whole batch is judged before anything is appended: a file asks again without the voucher that was refused.
        var decision = book.Law.Decide(entry.Rules, book.State, enter);
        if (decision is Decision<BookEvent>.Refused { Why: var no }) return no;
        var steps = PaymentSteps.OfEntry(of, vouchers, originals, by, at);
        if (await PaymentSteps.JudgeAsync(entry, steps) is { } unpayable) return unpayable;
        if (entry.Take(book, decision) is { } unsound) return unsound;
        foreach (var v in vouchers)
        {
            if (v.Reverses is not { } key || key.Month == of.Month) continue;
            var earlier = await entry.LoadAsync(StreamKey.Book(new(of.Village, key.Month)), BookDecider.Law);
            var mark = new BookCommand.MarkReversed(key.Number, new(of.Month, v.Number), by, at);
            if (entry.Decide(earlier, mark) is { } refused) return refused;
        }
        return await PaymentSteps.DecideAsync(entry, steps);
    }

    /// <summary>While it is not booked, a voucher may come to pay under another contract.</summary>
    private static async Task<Refusal?> RewordAsync(Doing a, VillageMonth of, LoadedBook file, Voucher voucher)
    {
        var known = (file.State as Book.Kept)?.Entered.FirstOrDefault(e => e.Voucher.Number == voucher.Number)?.Voucher;
        var settled = (await a.Entry.LoadAsync(StreamKey.Trust(of.Month), TrustDecider.Law)).State.Of(of.Village).Has(voucher.Number);
        var hands = await LedgersNow.HandsAsync(a.Entry, of);
        var reword = new BookCommand.Reword(voucher, hands, a.By, a.At, settled)
        {
            Behind = await BehindVouchers.OfAsync(a.Entry, [voucher]),
        };
        if (a.Entry.Decide(file, reword) is { } no) return no;
        var steps = PaymentSteps.OfReword(of, known!, voucher, a.By, a.At);
        return await PaymentSteps.JudgeAsync(a.Entry, steps) ?? await PaymentSteps.DecideAsync(a.Entry, steps);
    }

    private static async Task<Refusal?> OpenAsync(Doing a)
    {
        if (VillageMonth.Parse(a.Subject) is not { } of) return Refusal.Mend(null, "escrow.subject", a.Subject);
        // Two who open different months of one village at once would both find none opened.
        await a.Entry.LockAsync($"book/{of.Village}", shared: false);
        var file = await a.Entry.LoadAsync(StreamKey.Book(of), BookDecider.Law);
        var opening = a.Fields.Required("opening", "yuan", Yuan.Parse);
        var others = a.Fields.Rows("others", text => Balances(text, a.Entry.Rules.Accounts), "balances");
        var before = await OpenedBeforeAsync(a.Entry, of.Village);
        return a.Decide(file, new BookCommand.OpenBook(of.Village, of.Month, opening, others, before, a.By, a.At));
    }

    private static async Task<Refusal?> ReverseAsync(Doing a, VillageMonth of, LoadedBook file)
    {
        var key = a.Fields.Required("original", "voucher-key", VoucherKey.Parse);
        var (number, date, summary) = (a.Fields.Line("voucher"), a.Fields.Required("date", "day", Fields.Day), a.Fields.Text("summary"));
        if ((a.Fields.Fault ?? a.Stale(file.Version)) is { } no) return no;
        if (await OriginalAsync(a.Entry, new(of.Village, key.Month), key.Number) is not { Voucher: var original })
            return Refusal.Mend("reverses", "voucher.reversed-unknown", number, key.ToString());
        var reversal = original with
        {
            Number = number, Date = date, Summary = summary, Lines = original.Mirrored, Approvers = [], Reverses = key,
            NoCase = null,
        };
        return await EnterAsync(a.Entry, of, [reversal], a.By, a.At);
    }

    /// <summary>An act that carries one voucher; a natural person's full name goes into a document of its own.</summary>
    private static async Task<Refusal?> WithVoucherAsync(Doing a, VillageMonth of, LoadedBook file, Func<Voucher, Task<Refusal?>> act)
    {
        var (voucher, person) = VoucherFields.Read(a.Fields, of, a.Entry.Rules);
        if ((a.Fields.Fault ?? a.Stale(file.Version)) is { } no) return no;
        if (person is not null && a.Entry.Keep(a.By, person, voucher.Payee!.Name) is { } interested) return interested;
        return await act(voucher);
    }

    /// <summary>Null for a row that is no account with a balance.</summary>
    private static IReadOnlyList<AccountBalance>? Balances(string text, ChartOfAccounts chart)
    {
        var balances = new List<AccountBalance>();
        foreach (var columns in Tables.Rows(text))
        {
            if (columns is not [var item, var debit] || AccountWords.Find(chart, Tables.Plain(item)) is not { } account) return null;
            if (Yuan.Parse(debit.Trim()) is not { } yuan) return null;
            balances.Add(new(account, yuan));
        }
        return [.. balances.OrderBy(b => b.Account)];
    }

    private static async Task<Month?> OpenedBeforeAsync(Entry entry, VillageCode village)
    {
        var books = $"book/{village}/";
        var opened = await entry.Documents.Events.QueryAllRawEvents()
            .Where(e => e.StreamKey!.StartsWith(books) && e.EventTypesAre(typeof(BookOpened))).ToListAsync(entry.Cancelled);
        return opened.Count == 0 ? null : ((BookOpened)opened[0].Data).Month;
    }

    private static async Task<Dictionary<VoucherKey, EnteredVoucher>> OriginalsAsync(
        Entry entry, VillageCode village, IReadOnlyList<Voucher> vouchers)
    {
        var found = new Dictionary<VoucherKey, EnteredVoucher>();
        foreach (var key in vouchers.Select(v => v.Reverses).OfType<VoucherKey>().Distinct())
        {
            if (await OriginalAsync(entry, new(village, key.Month), key.Number) is { } original) found[key] = original;
        }
        return found;
    }

    /// <summary>Null where there is none, or where the agent refused it: what counts nowhere cannot be taken back.</summary>
    private static async Task<EnteredVoucher?> OriginalAsync(Entry entry, VillageMonth of, string number)
    {
        var book = await entry.LoadAsync(StreamKey.Book(of), BookDecider.Law);
        var trust = await entry.LoadAsync(StreamKey.Trust(of.Month), TrustDecider.Law);
        return trust.State.Of(of.Village).Refused.Any(r => r.Number == number) ? null
            : (book.State as Book.Kept)?.Entered.FirstOrDefault(e => e.Voucher.Number == number);
    }

    private static OfferedAct? Ask(CaseReader r, LoadedLedgers now, Act act, BookCommand command) =>
        Asked.Of(r.Rules, BookDecider.Law, now.Book.State, act, now.Book.Version, command);

    private static async Task<OfferedAct?> RewordingAsync(CaseReader r, LoadedLedgers now, Voucher known)
    {
        var sound = known with { Summary = Asked.Sound };
        var reword = Ask(r, now, RewordVoucher, new BookCommand.Reword(sound, now.Hands, r.Officer, r.Now));
        return reword is null ? null : reword.With("lines.item", Accounts(r)) with { Filled = await VoucherFields.FilledAsync(r, known) };
    }

    /// <summary>With which month this village's books were opened; the law says that it happens once.</summary>
    private static async Task<Month?> FirstMonthAsync(CaseReader r, string village)
    {
        var first = await r.Session.Query<BookOnDesk>().Where(b => b.Village == village && b.IsFirst).FirstOrDefaultAsync(r.Cancelled);
        return first is null ? null : Month.Parse(first.Month);
    }

    private static IReadOnlyList<Option> Accounts(CaseReader r) =>
        [.. r.Rules.Accounts.Rows.Select(a => new Option(a.Name.In(r.Here.Language), a.Code.Value))];

    /// <summary>A sound one, to ask the law whether any may be entered.</summary>
    private static Voucher Fresh(VillageMonth of) => new(
        "0", of.Month.First, Asked.Sound, VoucherFields.Lines([new(new("50499"), new(1), Yuan.Zero)], MoneyMoved.Escrow), null, []);

    /// <summary>The next number and the day of the last voucher, so that a pile of papers goes in without typing them.</summary>
    private static Dictionary<string, string> NextOf(VillageMonth of, IReadOnlyList<EnteredVoucher> entered)
    {
        if (entered.Count == 0) return new() { ["date"] = Fields.Iso(of.Month.First) };
        var last = entered[^1].Voucher;
        var digits = last.Number[(last.Number.LastIndexOfAnyExcept("0123456789".AsSpan()) + 1)..];
        var next = digits.Length is > 0 and < 10 ? last.Number[..^digits.Length] + After(digits) : "";
        return new() { ["date"] = Fields.Iso(last.Date), ["voucher"] = next };
    }

    /// <summary>At least as many digits.</summary>
    private static string After(string digits) =>
        (long.Parse(digits, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture).PadLeft(digits.Length, '0');
}
