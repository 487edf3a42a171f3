using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Escrow;
using Transparency.Portal.Escrow;
using Transparency.Portal.Office.Agreements;
using Transparency.Portal.Office.Desk;
using Transparency.Portal.Store.Documents;

namespace Transparency.Portal.Office.Cases.Kinds;

/// <summary>The acts on the ledgers of one village's month.</summary>
internal static class MonthActs
{
    public static async Task<IEnumerable<OfferedAct?>> OfLedgersAsync(CaseReader r, VillageMonth of, LoadedLedgers now)
    {
        var entered = now.Book.State is Book.Kept kept ? kept.Entered : [];
        var waiting = entered.Where(e => !now.Ledgers.Trust.Has(e.Voucher.Number)).Select(e => e.Voucher).ToList();
        OfferedAct? Book(string act, BookCommand command) => Asked.Of(r.Rules, BookDecider.Law, now.Book.State, act, now.Book.Version, command);
        OfferedAct? Trust(string act, TrustCommand command) => Asked.Of(r.Rules, TrustDecider.Law, now.Trust.State, act, now.Trust.Version, command);
        var fresh = new Voucher("0", of.Month.First, Asked.Sound, LedgerItem.OtherIn, new(1), Yuan.Zero, null);
        return
        [
            Trust("book-vouchers", new TrustCommand.BookAll(of.Village, entered, r.Officer, r.Now)),
            Book("open-book", new BookCommand.OpenBook(of.Village, of.Month, Yuan.Zero, await FirstMonthAsync(r, of.Village.Value), r.Officer, r.Now)),
            Book("enter-voucher", new BookCommand.Enter(of.Village, of.Month, [fresh], r.Officer, r.Now)),
            entered.FirstOrDefault(e => e.Voucher.Number == r.Query["voucher"]) is { Voucher: var known } && Book("reword-voucher", new BookCommand.Reword(known with { Summary = Asked.Sound }, r.Officer, r.Now)) is { } reword
                ? reword with { Filled = await FillAsync(r, known) } : null,
            waiting.Count > 0 && Trust("refuse-voucher", new TrustCommand.Refuse(of.Village, waiting[0].Number, Asked.Sound, entered, r.Officer, r.Now)) is { } refuse
                ? refuse with { Choices = new Dictionary<string, IReadOnlyList<Option>> { ["voucher"] = [.. waiting.Select(v => new Option(v.Number, $"{v.Number} {v.Summary.In(r.Here.Language)}"))] } } : null,
        ];
    }

    /// <summary>With which month this village's books were opened; the law says that it happens once.</summary>
    private static async Task<Month?> FirstMonthAsync(CaseReader r, string village) =>
        await r.Session.Query<BookOnDesk>().Where(b => b.Village == village && b.IsFirst).FirstOrDefaultAsync(r.Cancelled) is { } first ? Month.Parse(first.Month) : null;

    /// <summary>A voucher as the inputs of its form; the payee's full name comes from the private document.</summary>
    private static async Task<Dictionary<string, string>> FillAsync(CaseReader r, Voucher v)
    {
        var person = v.Payee?.Person is { } id ? await r.Session.LoadAsync<Person>(id.Value, r.Cancelled) : null;
        return new()
        {
            ["voucher"] = v.Number, ["date"] = Iso(v.Date), ["summary"] = v.Summary.Zh, ["summary_en"] = v.Summary.En ?? "", ["item"] = ActForms.NameOf(v.Item),
            ["income"] = v.In == Yuan.Zero ? "" : v.In.ToString(), ["expense"] = v.Out == Yuan.Zero ? "" : v.Out.ToString(),
            ["payee_kind"] = v.Payee is { } payee ? AgreementInputs.PartyName(payee.Kind) : "", ["payee"] = person?.Name ?? v.Payee?.Name.Zh ?? "", ["payee_en"] = v.Payee?.Name.En ?? "",
            ["agreement"] = v.Agreement?.Value ?? "", ["tender"] = v.Tender?.Value ?? "",
            ["declaration"] = v.Declaration is { } d ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{d.Year}-{d.Ordinal}") : "",
        };
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
