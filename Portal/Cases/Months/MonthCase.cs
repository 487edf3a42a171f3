using Transparency.Contracts;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Portal.Access;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;

namespace Transparency.Portal.Cases.Months;

/// <summary>One village's month of escrow money: vouchers, bank, statement.</summary>
public static class MonthCase
{
    private const string Import = "/office/import?kind=bank";

    public static async Task<CaseView?> ReadAsync(CaseReader r, string subject)
    {
        if (VillageMonth.Parse(subject) is not { } of || !r.Rules.Villages.ContainsKey(of.Village)) return null;
        var statement = await r.ReadAsync(StreamKey.Statement(of), StatementDecider.Law);
        var now = await LedgersNow.OfAsync(r.Session, of, r.Cancelled);
        var history = CaseReader.Together(
            statement.History, await r.HistoryAsync(StreamKey.Book(of)), await r.HistoryAsync(StreamKey.Bank(of)),
            (await r.HistoryAsync(StreamKey.Trust(of.Month))).Where(h => ((TrustEvent)h.Event).Village == of.Village));
        var section = SectionOf(statement.State);
        var acts = await MonthActs.OfferedAsync(r, of, statement, now, section);
        var standing = MonthStanding.Of(r.Rules, now.Ledgers, statement.State, r.Here.Today);
        return new(
            StatementOnDesk.ReadersOf(of.Village, statement.State is Statement.Disclosed), $"statements/{of}",
            r.Village(of.Village), of.Month.ToString(), WordOf(statement.State), ColourOf(statement.State))
        {
            Facts = [.. Facts(of, now.Ledgers, statement.State, section, acts)],
            Sheets =
            [
                .. section is null ? [] : Signing(section, statement.State is not Statement.Disclosed),
                MonthSheets.Vouchers(r, of, now.Ledgers), .. MonthSheets.Questions(history),
            ],
            History = history,
            Acts = acts,
            ToDo = ToDoOf(of, standing, acts),
            Under = hash => Prepared(history, hash) is { } seen ? Signing(seen.Section, true) : null,
            PublicPath = statement.State is Statement.Known { File.Edition: > 0 } ? SiteMap.Statement(of) : null,
            Foreseen = await ForeseenAsync(r, of, statement.State, acts),
            Note = statement.State is Statement.Returned { Reason: var reason } ? new Sentence("office.returned", reason) : null,
        };
    }

    private static async Task<Foreseen?> ForeseenAsync(
        CaseReader r, VillageMonth of, Statement state, IReadOnlyList<OfferedAct> acts)
    {
        if (WaitingIn(state) is not ({ } section, { } prepared)) return null;
        var key = StreamKey.Statement(of);
        // Another person signs than the one who checks.
        var (checkedBy, by) = state is Statement.Checked s
            ? (s.By, Signers.Next(r, acts, MonthActs.SignStatement))
            : (Signers.Next(r, acts, MonthActs.CheckStatement), Signers.Open(r));
        var edition = ((Statement.Known)state).File.Edition + 1;
        var signed = new StatementDisclosed(
            edition, section, section.Hash, Signers.Act(prepared), Signers.Act(checkedBy), by);
        var row = StatementOnRegister.Evolve(await r.Session.LoadAsync<StatementOnRegister>(key, r.Cancelled), key, signed)!;
        return new([row], (model, language) => SitePages.Statement(model, row, language, "/"));
    }

    /// <summary>What waits for a signature, and who prepared it.</summary>
    private static (StatementSection?, Signature?) WaitingIn(Statement state) => state switch
    {
        Statement.Prepared s => (s.Section, s.By),
        Statement.Checked s => (s.Section, s.PreparedBy),
        _ => default,
    };

    private static StatementSection? SectionOf(Statement state) => MonthActs.Waiting(state) ?? (state as Statement.Known)?.File.Public;

    private static StatementPrepared? Prepared(IReadOnlyList<Happening> history, string hash) =>
        history.Select(h => h.Event).OfType<StatementPrepared>().FirstOrDefault(p => p.Hash.Value == hash);

    private static string WordOf(Statement state) =>
        state is Statement.None ? "office.month.none" : $"statement-state.{state.GetType().Name}";

    private static string ColourOf(Statement state) =>
        state switch { Statement.Disclosed => "good", Statement.Returned => "stopped", _ => "waiting" };

    private static IReadOnlyList<Sheet> Signing(StatementSection section, bool signed) =>
        [.. MonthSheets.Of(section).Select(s => s with { Signed = signed })];

    private static IEnumerable<Fact> Facts(
        VillageMonth of, Ledgers now, Statement state, StatementSection? section, IReadOnlyList<OfferedAct> acts)
    {
        var counts = new Shown(new Sentence("office.month.counts", now.Entered.Count, now.Trust.Booked.Count, now.Trust.Refused.Count));
        yield return acts.Any(a => a.Act == BookActs.EnterVoucher)
            ? new Fact("office.month.vouchers", counts, new Shown(new Word("office.entry.open"), $"/office/statements/{of}/entry"))
            : new Fact("office.month.vouchers", counts);
        yield return now.Bank is BankMonth.Entered bank
            ? new Fact("office.month.bank", bank.Closing, new Shown(new Word("office.month.bank.there")))
            : new Fact("office.month.bank", new Shown(new Word("office.month.bank.missing"), Import));
        if (section is null) yield break;
        yield return new Fact("office.month.closing", section.Closing);
        var agrees = section.Reconciliation.Agrees ? "office.month.agrees.yes" : "office.month.agrees.no";
        yield return new Fact("office.month.agrees", new Shown(new Word(agrees)));
        if (state is Statement.Known { File.Edition: > 0 and var edition })
            yield return new Fact("office.edition", new Shown(new Sentence("office.edition.nth", edition)));
    }

    /// <summary>本月还差什么: each blocker of a month with the way to what resolves it; null once the month is public.</summary>
    private static (Sentence Title, IReadOnlyList<ToDo> List)? ToDoOf(
        VillageMonth of, MonthStanding standing, IReadOnlyList<OfferedAct> acts)
    {
        if (standing.Stage >= MonthStage.Public) return null;
        var code = standing.IsZero ? "office.month.todo.zero" : "office.month.todo";
        var title = new Sentence(code, new Word($"office.stage.{standing.Stage}"));
        return (title, [.. standing.Blockers.Select(b => new ToDo(b.Why, b.Stops, WayOf(of, b.Why.Code, acts)))]);
    }

    private static string? WayOf(VillageMonth of, string code, IReadOnlyList<OfferedAct> acts)
    {
        string? To(Act act) => acts.Any(a => a.Act == act && a.NotYet is null) ? $"#act-{act.Name}" : null;
        return code switch
        {
            "statement.month-before" => To(BookActs.OpenBook) ?? $"/office/statements/{of.Previous}",
            "month.not-booked" or "month.transfers" or "month.book-difference" =>
                To(TrustActs.BookVouchers) ?? To(TrustActs.RefuseVoucher) ?? "#sheet-entered",
            "statement.no-bank" or "statement.bank-opening" or "month.bank-ends" => Import,
            "month.difference" or "month.unmatched" => To(TrustActs.MatchLines) ?? To(BookActs.EnterVoucher) ?? "#sheet-entered",
            "month.looks-double" => To(BookActs.ReverseVoucher) ?? To(TrustActs.RefuseVoucher) ?? "#sheet-entered",
            "statement.receivables-sum" or "statement.debts-sum" or "statement.ledgers-moved" => To(MonthActs.PrepareStatement) ?? "#acts",
            _ => null,
        };
    }
}
