using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Agreements.Rent;
using Transparency.Portal.Access;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;

namespace Transparency.Portal.Cases.Rent;

/// <summary>The rent of one lease in one year.</summary>
public static class RentCase
{
    public static async Task<CaseView?> ReadAsync(CaseReader r, string subject)
    {
        if (RentSubject.Parse(subject) is not { } of) return null;
        var agreement = await Entry.LoadAsync(r.Session, StreamKey.Of(of.Agreement), AgreementDecider.Law, r.Cancelled);
        if (agreement.State is not Agreement.Registered { Content: var lease }) return null;
        var rent = await r.ReadAsync(of.Key, RentDecider.Law);
        var book = (rent.State as RentYear.Known)?.Book;
        var section = RentActs.Waiting(rent.State);
        IReadOnlyList<OfferedAct> acts = [.. RentActs.Offered(r, of, agreement.State, rent).OfType<OfferedAct>()];
        var isDisclosed = book is { Edition: > 0 } && section is null;
        // Receipts come in after a signature too; they wait for the next one.
        var others = rent.History is [.., { Event: RentDisclosed }] ? Others.OfMoney : Others.Nobody;
        return new(
            new(Readers.OfMoney, of.Agreement.Village, others), $"rent/{of.Agreement}/{of.Year}",
            lease.Title, $"{of.Agreement} · {of.Year}",
            rent.State is RentYear.None ? "office.case.none"
                : isDisclosed ? "statement-state.Disclosed"
                : $"rent-state.{rent.State.GetType().Name}",
            isDisclosed ? "good" : "waiting")
        {
            Facts =
            [
                new Fact("office.agreement.number", new Shown(of.Agreement.Value, $"/office/agreements/{of.Agreement}")),
                new Fact("field.village", r.Village(of.Agreement.Village)),
                .. lease.Yearly is { } yearly ? new[] { new Fact("field.yearly", yearly) } : [],
                .. book is null ? [] : new[] { new Fact("office.rent.due", book.Due), new Fact("office.rent.received", book.Received) },
                .. book is { Edition: > 0 }
                    ? new[] { new Fact("office.edition", new Shown(new Sentence("office.edition.nth", book.Edition))) }
                    : [],
            ],
            Sheets =
            [
                .. section is not null ? Sheets(section, signed: true) : [],
                .. book is null
                    ? []
                    : Sheets(RentSection.Of(book, r.Here.Today), signed: false)
                        .Select(s => section is null ? s : s with { Code = $"{s.Code}.now" }),
            ],
            History = rent.History,
            Acts = acts,
            PublicPath = book is { Edition: > 0 } ? SiteMap.Agreement(of.Agreement) : null,
            Foreseen = section is null ? null : await ForeseenAsync(r, of, section, rent.State, acts),
            Under = hash => rent.History.Select(h => h.Event).OfType<RentPrepared>().FirstOrDefault(p => p.Hash.Value == hash) is { } seen
                ? [.. Sheets(seen.Section, signed: true)]
                : null,
        };
    }

    /// <summary>Rent stands on the page of its agreement.</summary>
    private static async Task<Foreseen?> ForeseenAsync(
        CaseReader r, RentSubject of, RentSection section, RentYear state, IReadOnlyList<OfferedAct> acts)
    {
        if (await r.Session.LoadAsync<AgreementOnRegister>(StreamKey.Of(of.Agreement), r.Cancelled) is not { } agreement) return null;
        var (prepared, checkedBy, by) = state is RentYear.Checked s
            ? (s.PreparedBy, s.By, Signers.Next(r, acts, RentActs.SignRent))
            : (((RentYear.Prepared)state).By, Signers.Next(r, acts, RentActs.CheckRent), Signers.Open(r));
        var edition = ((RentYear.Known)state).Book.Edition + 1;
        var row = RentOnRegister.Evolve(
            await r.Session.LoadAsync<RentOnRegister>(of.Key, r.Cancelled), of.Key,
            new RentDisclosed(edition, section, section.Hash, Signers.Act(prepared), Signers.Act(checkedBy), by))!;
        return new([agreement, row], (model, language) => SitePages.Agreement(model, agreement, language, "/"));
    }

    private static IEnumerable<Sheet> Sheets(RentSection s, bool signed)
    {
        yield return new Sheet(
            "office.rent.rows", ["office.rent.day", "office.rent.due", "office.rent.received", "office.rent.on", "office.rent.arrears"],
            [.. s.Rows.Select(x => (IReadOnlyList<Shown>)[x.Due, x.Amount, x.Received, new Shown(x.On), x.Arrears])], signed);
        if (s.Receipts.Count > 0)
            yield return new Sheet(
                "office.rent.receipts", ["field.date", "field.amount", "field.voucher"],
                [.. s.Receipts.Select(x => (IReadOnlyList<Shown>)[x.On, x.Amount, x.Voucher])], signed);
    }
}
