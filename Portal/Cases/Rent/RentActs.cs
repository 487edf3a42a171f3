using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Agreements.Rent;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store;
using Transparency.Publishing.Texts;
using static Transparency.Contracts.Agreements.Rent.RentCommand;
using static Transparency.Portal.Cases.Acts.InputKind;

namespace Transparency.Portal.Cases.Rent;

/// <summary>The acts on the rent of one lease in one year, and when its page offers them.</summary>
internal static class RentActs
{
    private static readonly ActsOn<RentSubject, RentYear, RentCommand, RentEvent> OnRent =
        new(RentSubject.Parse, text => Refusal.Mend(null, "rent.subject", text),
            of => of.Key, RentDecider.Law) 
        {
            Hash = (_, state) => Waiting(state)?.Hash,
            PartiesAsync = (entry, of) => OtherSides.OfAsync(entry, [of.Agreement]),
        };

    /// <summary>审核, pinned by the hash of the account as it was prepared.</summary>
    public static readonly Act CheckRent = OnRent.Pinned("check-rent", (a, _) => new Check(a.Fields.Hash(), a.By, a.At));

    /// <summary>签字, pinned by the hash: public from here on, on the page of the agreement.</summary>
    public static readonly Act SignRent = OnRent.Pinned("sign-rent", async (a, of, file) =>
        a.DecidePinned(file, new Sign(await AgreementAsync(a, of), a.Fields.Hash(), a.By, a.At)));

    /// <summary>
    /// 实收. A negative <c>amount</c> takes back a receipt of the same day and voucher; <c>due</c> names the instalment that the
    /// payer meant.
    /// </summary>
    private static readonly Act ReceiveRent = OnRent.Act("receive-rent", async (a, of) =>
    {
        var receipt = ReceiptOf(a.Fields);
        return new Receive(receipt, await ReceiptBases.OfAsync(a.Entry, of, receipt), a.By, a.At);
    },
        new("date", Day), new("amount", Money), new("voucher") { Optional = true, Longest = 40 }, new("due", Choice) { Optional = true });

    /// <summary>制表: the account as of the day of the act; prepared again, it replaces one that is not signed yet.</summary>
    private static readonly Act PrepareRent = OnRent.Act("prepare-rent", async (a, of) =>
        new Prepare(a.By, a.At) { State = await AgreementAsync(a, of) as Agreement.Registered });

    /// <summary>
    /// 应收: the instalments of one year as <c>rows</c>, one per line: <c>2026-07-31 = 252000.00</c>. They replace those before.
    /// </summary>
    private static readonly Act ScheduleRent = OnRent.Act("schedule-rent", async (a, of) =>
        new Schedule(of.Agreement, await AgreementAsync(a, of), of.Year, a.Fields.Rows("rows", Tables.Dues, "dues"), a.By, a.At),
        new FormField("rows", Rows, null, new("day", Day), new("amount", Money)));

    public static readonly IReadOnlyList<Act> All = [CheckRent, SignRent, ReceiveRent, PrepareRent, ScheduleRent];

    public static IEnumerable<OfferedAct?> Offered(CaseReader r, RentSubject of, Agreement lease, Told<RentYear> rent)
    {
        OfferedAct? Ask(Act act, RentCommand command) => Asked.Of(r.Rules, RentDecider.Law, rent.State, act, rent.Version, command);
        var book = (rent.State as RentYear.Known)?.Book;
        var dues = book?.Dues ?? [new(new(of.Year, 12, 31), new(1))];
        if (Waiting(rent.State) is { Hash: var seen })
        {
            yield return Ask(CheckRent, new Check(seen, r.Officer, r.Now))?.Pinning(seen);
            yield return Ask(SignRent, new Sign(lease, seen, r.Officer, r.Now))?.Pinning(seen);
        }
        yield return Ask(ReceiveRent, new Receive(new(r.Here.Today, new(1)), ReceiptBasis.BeforeBooks, r.Officer, r.Now))
            ?.With("due", [.. dues.Select(d => OptionOf(r, d))]);
        yield return Ask(PrepareRent, new Prepare(r.Officer, r.Now));
        if (Ask(ScheduleRent, new Schedule(of.Agreement, lease, of.Year, dues, r.Officer, r.Now)) is { } schedule)
            yield return schedule with { Filled = Filled(book) };
    }

    /// <summary>The account that waits to be checked or signed.</summary>
    public static RentSection? Waiting(RentYear state) => state switch
    {
        RentYear.Prepared s => s.Section,
        RentYear.Checked s => s.Section,
        _ => null,
    };

    private static async Task<Agreement> AgreementAsync(Doing a, RentSubject of) =>
        (await a.Entry.LoadAsync(StreamKey.Of(of.Agreement), AgreementDecider.Law)).State;

    private static RentReceipt ReceiptOf(Fields f) => new(
        f.Required("date", "day", Fields.Day), f.Required("amount", "yuan", Yuan.Parse),
        f.Line("voucher") is { Length: > 0 } voucher ? voucher : null, f.Optional("due", "day", Fields.Day));

    private static Option OptionOf(CaseReader r, RentDue due) =>
        new(Iso(due.Day), $"{Wording.Day(r.Here.Language, due.Day)} · {Wording.ExactWithUnit(r.Here.Language, due.Amount)}");

    private static Dictionary<string, string> Filled(RentBook? book)
    {
        var filled = new Dictionary<string, string>();
        foreach (var (i, due) in (book?.Dues ?? []).Index())
        {
            filled[$"rows_{i + 1}_day"] = Iso(due.Day);
            filled[$"rows_{i + 1}_amount"] = due.Amount.ToString();
        }
        return filled;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Subject of the acts on rent: <c>09-2026-L-0001/2026</c>, the agreement and the year in which the instalments are due.</summary>
public readonly record struct RentSubject(AgreementId Agreement, int Year)
{
    public string Key => StreamKey.Rent(Agreement, Year);

    /// <summary>Null unless it has that form, with a year from 1949 to 2199.</summary>
    public static RentSubject? Parse(string text) =>
        text.Split('/') is [var agreement, { Length: 4 } year]
            && AgreementId.Parse(agreement) is { } id
            && Fields.Count(year) is >= 1949 and < 2200 and var y
            ? new(id, y) : null;
}
