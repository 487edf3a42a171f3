using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Agreements.Rent;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Office;
using Transparency.Portal.Store;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using static Transparency.Contracts.Agreements.Rent.RentCommand;

namespace Transparency.Portal.Cases.Rent;

/// <summary>The rent of one lease in one year.</summary>
public static class RentCase
{
    public static async Task<CaseView?> ReadAsync(CaseReader r, string subject)
    {
        if (RentSubject.Parse(subject) is not { } of || !Sight.OfMoney(r.Officer, of.Agreement.Village)) return null;
        var agreement = await Entry.LoadAsync(r.Session, StreamKey.Of(of.Agreement), AgreementDecider.Law, r.Cancelled);
        if (agreement.State is not Agreement.Registered { Content: var lease }) return null;
        var rent = await r.ReadAsync(of.Key, RentDecider.Law);
        var book = (rent.State as RentYear.Known)?.Book;
        var section = rent.State switch { RentYear.Prepared s => s.Section, RentYear.Checked s => s.Section, _ => null };
        return new($"rent/{of.Agreement}/{of.Year}", lease.Title, $"{of.Agreement} · {of.Year}", rent.State is RentYear.None ? "office.case.none" : book is { Edition: > 0 } && section is null ? "statement-state.Disclosed" : $"rent-state.{rent.State.GetType().Name}", book is { Edition: > 0 } && section is null ? "good" : "waiting")
        {
            Facts =
            [
                new Fact("office.agreement.number", new Shown(of.Agreement.Value, $"/office/agreements/{of.Agreement}")), new Fact("field.village", r.Village(of.Agreement.Village)),
                .. lease.Yearly is { } yearly ? new[] { new Fact("field.yearly", yearly) } : [],
                .. book is null ? [] : new[] { new Fact("office.rent.due", book.Due), new Fact("office.rent.received", book.Received) },
                .. book is { Edition: > 0 } ? new[] { new Fact("office.edition", new Shown(new Sentence("office.edition.nth", book.Edition))) } : [],
            ],
            Sheets = [.. section is not null ? Sheets(section, signed: true) : [], .. book is null ? [] : Sheets(RentSection.Of(book, r.Here.Today), signed: false).Select(s => section is null ? s : s with { Code = $"{s.Code}.now" })],
            History = rent.History,
            Acts = [.. Acts(r, of, agreement.State, rent, book, section).OfType<OfferedAct>()],
            PublicPath = book is { Edition: > 0 } ? SiteMap.Agreement(of.Agreement) : null,
            Foreseen = section is null ? null : await ForeseenAsync(r, of, section, book!.Edition),
            Under = hash => rent.History.Select(h => h.Event).OfType<RentPrepared>().FirstOrDefault(p => p.Hash.Value == hash) is { } seen ? [.. Sheets(seen.Section, signed: true)] : null,
        };
    }

    /// <summary>Rent stands on the page of its agreement.</summary>
    private static async Task<Foreseen?> ForeseenAsync(CaseReader r, RentSubject of, RentSection section, int edition)
    {
        if (await r.Session.LoadAsync<AgreementOnRegister>(StreamKey.Of(of.Agreement), r.Cancelled) is not { } agreement) return null;
        var (day, by) = (new Contracts.Declarations.PublicAct(r.Here.Today, r.Officer.Unit), r.Officer.Sign(r.Now));
        var row = RentOnRegister.Evolve(await r.Session.LoadAsync<RentOnRegister>(of.Key, r.Cancelled), of.Key, new RentDisclosed(edition + 1, section, section.Hash, day, day, by))!;
        return new([agreement, row], (model, language) => SitePages.Agreement(model, agreement, language, "/"));
    }

    private static IEnumerable<Sheet> Sheets(RentSection s, bool signed)
    {
        yield return new Sheet("office.rent.rows", ["office.rent.day", "office.rent.due", "office.rent.received", "office.rent.on", "office.rent.arrears"],
            [.. s.Rows.Select(x => (IReadOnlyList<Shown>)[x.Due, x.Amount, x.Received, new Shown(x.On), x.Arrears])], signed);
        if (s.Receipts.Count > 0)
            yield return new Sheet("office.rent.receipts", ["field.date", "field.amount", "field.voucher"], [.. s.Receipts.Select(x => (IReadOnlyList<Shown>)[x.On, x.Amount, x.Voucher])], signed);
    }

    private static IEnumerable<OfferedAct?> Acts(CaseReader r, RentSubject of, Agreement lease, Told<RentYear> rent, RentBook? book, RentSection? section)
    {
        OfferedAct? Ask(string act, RentCommand command) => Asked.Of(r.Rules, RentDecider.Law, rent.State, act, rent.Version, command);
        OfferedAct? Pinned(string act, Func<ContentHash, RentCommand> command) =>
            section is not null && Ask(act, command(section.Hash)) is { } offered ? offered with { Hidden = new Dictionary<string, string> { ["hash"] = section.Hash.Value } } : null;
        var dues = book?.Dues ?? [new(new(of.Year, 12, 31), new(1))];
        yield return Pinned("check-rent", seen => new Check(seen, r.Officer, r.Now));
        yield return Pinned("sign-rent", seen => new Sign(lease, seen, r.Officer, r.Now));
        yield return Ask("receive-rent", new Receive(new(r.Here.Today, new(1)), r.Officer, r.Now)) is { } receive
            ? receive with { Choices = new Dictionary<string, IReadOnlyList<Option>> { ["due"] = [.. dues.Select(d => new Option(Iso(d.Day), $"{Publishing.Texts.Wording.Day(r.Here.Language, d.Day)} · {Publishing.Texts.Wording.ExactWithUnit(r.Here.Language, d.Amount)}"))] } } : null;
        yield return Ask("prepare-rent", new Prepare(r.Officer, r.Now));
        yield return Ask("schedule-rent", new Schedule(of.Agreement, lease, of.Year, dues, r.Officer, r.Now)) is { } schedule ? schedule with { Filled = Filled(book) } : null;
    }

    private static Dictionary<string, string> Filled(RentBook? book) =>
        (book?.Dues ?? []).Index().SelectMany(d => new[] { ($"rows_{d.Index + 1}_day", Iso(d.Item.Day)), ($"rows_{d.Index + 1}_amount", d.Item.Amount.ToString()) }).ToDictionary(x => x.Item1, x => x.Item2);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
