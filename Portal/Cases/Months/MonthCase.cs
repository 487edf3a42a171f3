using Transparency.Contracts;
using Transparency.Contracts.Escrow;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Office;
using Transparency.Portal.Store;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using static Transparency.Contracts.Escrow.StatementCommand;

namespace Transparency.Portal.Cases.Months;

/// <summary>One village's month of escrow money: vouchers, bank, statement.</summary>
public static class MonthCase
{
    public static async Task<CaseView?> ReadAsync(CaseReader r, string subject)
    {
        if (VillageMonth.Parse(subject) is not { } of || !r.Rules.Villages.ContainsKey(of.Village) || !Sight.OfMoney(r.Officer, of.Village)) return null;
        var statement = await r.ReadAsync(StreamKey.Statement(of), StatementDecider.Law);
        var ledgers = await LedgersNow.OfAsync(r.Session, of, r.Cancelled);
        var history = CaseReader.Together(
            statement.History, await r.HistoryAsync(StreamKey.Book(of)), await r.HistoryAsync(StreamKey.Bank(of)),
            (await r.HistoryAsync(StreamKey.Trust(of.Month))).Where(h => ((TrustEvent)h.Event).Village == of.Village));
        var section = SectionOf(statement.State);
        IReadOnlyList<OfferedAct> acts = [.. (await ActsAsync(r, of, statement, ledgers, section)).OfType<OfferedAct>()];
        return new($"statements/{of}", r.Village(of.Village), of.Month.ToString(), statement.State is Statement.None ? "office.month.none" : $"statement-state.{statement.State.GetType().Name}", ColourOf(statement.State))
        {
            Facts = [.. Facts(of, ledgers.Ledgers, statement.State, section, acts)],
            Sheets = [.. section is null ? [] : Signing(section, statement.State is not Statement.Disclosed), MonthSheets.Vouchers(r, of, ledgers.Ledgers), .. MonthSheets.Questions(history)],
            History = history,
            Acts = acts,
            ToDo = MonthToDo.Of(of, MonthStanding.Of(r.Rules, ledgers.Ledgers, statement.State, r.Here.Today), acts),
            Under = hash => history.Select(h => h.Event).OfType<StatementPrepared>().FirstOrDefault(p => p.Hash.Value == hash) is { } seen ? Signing(seen.Section, true) : null,
            PublicPath = statement.State is Statement.Known { File.Edition: > 0 } ? SiteMap.Statement(of) : null,
            Foreseen = await ForeseenAsync(r, of, statement.State),
            Note = statement.State is Statement.Returned { Reason: var reason } ? new Sentence("office.returned", reason) : null,
        };
    }

    private static async Task<Foreseen?> ForeseenAsync(CaseReader r, VillageMonth of, Statement state)
    {
        if ((state switch { Statement.Prepared s => (s.Section, s.By), Statement.Checked s => (s.Section, s.PreparedBy), _ => default }) is not ({ } section, { } prepared)) return null;
        var by = r.Officer.Sign(r.Now);
        var signed = new StatementDisclosed(((Statement.Known)state).File.Edition + 1, section, section.Hash, new(Shanghai.DayOf(prepared.At), prepared.Unit), new(r.Here.Today, by.Unit), by);
        var row = StatementOnRegister.Evolve(await r.Session.LoadAsync<StatementOnRegister>(StreamKey.Statement(of), r.Cancelled), StreamKey.Statement(of), signed)!;
        return new([row], (model, language) => SitePages.Statement(model, row, language, "/"));
    }

    private static StatementSection? SectionOf(Statement state) => state switch
    {
        Statement.Prepared s => s.Section,
        Statement.Checked s => s.Section,
        Statement.Known s => s.File.Public,
        _ => null,
    };

    private static string ColourOf(Statement state) => state switch { Statement.Disclosed => "good", Statement.Returned => "stopped", _ => "waiting" };

    private static IReadOnlyList<Sheet> Signing(StatementSection section, bool signed) => [.. MonthSheets.Of(section).Select(s => s with { Signed = signed })];

    private static IEnumerable<Fact> Facts(VillageMonth of, Ledgers now, Statement state, StatementSection? section, IReadOnlyList<OfferedAct> acts)
    {
        var entered = now.Book is Book.Kept kept ? kept.Entered : [];
        var counts = new Shown(new Sentence("office.month.counts", entered.Count, now.Trust.Booked.Count, now.Trust.Refused.Count));
        yield return acts.Any(a => a.Name == "enter-voucher") ? new Fact("office.month.vouchers", counts, new Shown(new Word("office.entry.open"), $"/office/statements/{of}/entry")) : new Fact("office.month.vouchers", counts);
        yield return now.Bank is BankMonth.Entered bank
            ? new Fact("office.month.bank", bank.Closing, new Shown(new Word("office.month.bank.there")))
            : new Fact("office.month.bank", new Shown(new Word("office.month.bank.missing"), "/office/import?kind=bank"));
        if (section is null) yield break;
        yield return new Fact("office.month.closing", section.Closing);
        yield return new Fact("office.month.agrees", new Shown(new Word(section.Reconciliation.Agrees ? "office.month.agrees.yes" : "office.month.agrees.no")));
        if (state is Statement.Known { File.Edition: > 0 and var edition }) yield return new Fact("office.edition", new Shown(new Sentence("office.edition.nth", edition)));
    }

    private static async Task<IEnumerable<OfferedAct?>> ActsAsync(CaseReader r, VillageMonth of, Told<Statement> statement, LoadedLedgers now, StatementSection? section)
    {
        OfferedAct? Ask(string act, StatementCommand command) => Asked.Of(r.Rules, StatementDecider.Law, statement.State, act, statement.Version, command);
        OfferedAct? Pinned(string act, Func<ContentHash, StatementCommand> command) =>
            section is null ? null : Ask(act, command(section.Hash)) is { } offered ? offered with { Hidden = new Dictionary<string, string> { ["hash"] = section.Hash.Value } } : null;
        var open = statement.State is Statement.Known { File.Open: var questions } ? questions : [];
        return
        [
            Pinned("check-statement", seen => new Check(now.Ledgers, seen, r.Officer, r.Now)),
            Pinned("sign-statement", seen => new Sign(now.Ledgers, seen, r.Officer, r.Now)),
            .. await MonthActs.OfLedgersAsync(r, of, now),
            Ask("prepare-statement", new Prepare(now.Ledgers, new([], [], Asked.Sound), r.Officer, r.Now)),
            .. open.Count == 0 ? [] : new[] { Ask("answer-about-statement", new Answer(open[0].Ordinal, Asked.Sound, r.Officer, r.Now)) is { } answer
                ? answer with { Choices = new Dictionary<string, IReadOnlyList<Option>> { ["ordinal"] = [.. open.Select(q => new Option($"{q.Ordinal}", $"{q.Ordinal}"))] } } : null },
            Ask("ask-about-statement", new Ask(Asked.Sound, r.Officer, r.Now)),
            Ask("return-statement", new Return(now.Ledgers, Asked.Sound, r.Officer, r.Now)),
        ];
    }
}
