using Transparency.Contracts.Deadlines;
using static Transparency.Contracts.Disclosure.Reports.Report;
using static Transparency.Contracts.Disclosure.Reports.ReportCommand;

namespace Transparency.Contracts.Disclosure.Reports;

/// <summary>
/// 村务公开事项: prepared by the village, checked and signed by another person of the supervision committee, which also sees to it
/// that the paper hangs on the village's notice board long enough (Organic Law of Villagers' Committees, art. 35, 37).
/// </summary>
public static class ReportDecider
{
    /// <summary>Row of the table of matters that says who prepares, returns and signs.</summary>
    public const string Matter = "village-report";

    /// <summary>Row of <c>rules.csv</c> that says how long a report hangs on the notice board.</summary>
    public const string BoardRule = "BOARD_POSTING";

    public static readonly Decider<Report, ReportCommand, ReportEvent> Law = new(new None(), Decide, Evolve, c => c.At);

    private static Decision<ReportEvent> Decide(RuleBook rules, Report state, ReportCommand command) => (state, command) switch
    {
        (None, Prepare c) when ReportGuards.OfRole(rules, c.Of.Village, c) is { } no => no,
        (Known s, _) when ReportGuards.OfRole(rules, s.File.Of.Village, command) is { } no => no,
        (None, Prepare c) => PrepareOf(rules, c.Of, 0, c),
        (None, _) => Refusal.NotNow("report.unknown"),

        (Prepared s, Return or Sign) when s.By.Person == command.By.Person => Refusal.NotYours("report.own-report"),

        (Known s, Prepare c) => PrepareOf(rules, s.File.Of, s.File.Edition, c),

        (Known { File.Edition: > 0 } s, Post c) => PostOf(rules, s.File, c),
        (Known { File.Edition: > 0 } s, TakeDown c) => TakeDownOf(s.File, c),

        (Prepared, Return c) when c.Reason.IsEmpty || !c.Reason.IsClean => Refusal.Mend("reason", "reason.missing"),
        (Prepared, Return c) => new ReportReturned(c.Reason, c.By.Sign(c.At)),

        (Prepared s, Sign c) when c.Seen != s.Section.Hash => Refusal.Moved("content.moved", s.File.Of.Period.ToString()),
        (Prepared s, Sign c) =>
            new ReportDisclosed(s.File.Edition + 1, s.Section, s.Section.Hash, new(Shanghai.DayOf(s.By.At), s.By.Unit), c.By.Sign(c.At)),

        _ => Refusal.NotNow(
            "report.not-now", new Word($"report-act.{command.GetType().Name}"), new Word($"report-state.{state.GetType().Name}")),
    };

    private static Report Evolve(Report state, ReportEvent e) => (state, e) switch
    {
        (None, ReportPrepared x) => new Prepared(new(x.Section.Of, 0, null), x.Section, x.By),
        (Known s, ReportPrepared x) => new Prepared(s.File, x.Section, x.By),
        (Prepared s, ReportReturned x) => new Returned(s.File, x.Reason),
        (Prepared s, ReportDisclosed x) => new Disclosed(
            s.File with { Edition = x.Edition, Public = x.Section, PublicOn = Shanghai.DayOf(x.By.At) }),
        (Known s, ReportPosted x) => s with { File = s.File with { Board = new(x.Edition, x.Stands, null) } },
        (Known { File.Board: { } board } s, ReportTakenDown x) => s with { File = s.File with { Board = board with { TakenDown = x.On } } },
        _ => state,
    };

    private static Decision<ReportEvent> PostOf(RuleBook rules, ReportFile file, Post c) =>
        ReportGuards.OfPosting(file, c) is { } no ? no
        : rules.Count(BoardRule, c.On, file.Of.Village) switch
        {
            Result<Deadline>.Of(var stands) => new ReportPosted(file.Edition, stands, c.By.Sign(c.At)),
            Result<Deadline>.Refused uncountable => uncountable.Why.At("date"),
            _ => throw new InvalidOperationException("a deadline is one or refused"),
        };

    private static Decision<ReportEvent> TakeDownOf(ReportFile file, TakeDown c) =>
        ReportGuards.OfTakingDown(file, c) is { } no ? no : new ReportTakenDown(file.Board!.Edition, c.On, c.By.Sign(c.At));

    private static Decision<ReportEvent> PrepareOf(RuleBook rules, ReportKey of, int edition, Prepare c)
    {
        if (ReportGuards.OfPeriod(rules, of, c) is { } none) return none;
        if (ReportGuards.OfWords(c.Words, edition) is { } fault) return fault;
        var section = ReportSection.From(rules.Obligation(of.Obligation)!, rules.Villages[of.Village], rules.Town.Name, of.Period, c.Words);
        return new ReportPrepared(section, section.Hash, c.By.Sign(c.At));
    }
}
