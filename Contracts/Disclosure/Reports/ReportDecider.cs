using static Transparency.Contracts.Disclosure.Reports.Report;
using static Transparency.Contracts.Disclosure.Reports.ReportCommand;

namespace Transparency.Contracts.Disclosure.Reports;

/// <summary>
/// 村务公开事项: prepared by the village, checked and signed by another person of the supervision committee (Organic Law of Villagers'
/// Committees, art. 35, 37).
/// </summary>
public static class ReportDecider
{
    /// <summary>Row of the table of matters that says who prepares, returns and signs.</summary>
    public const string Matter = "village-report";

    public static readonly Decider<Report, ReportCommand, ReportEvent> Law = new(new None(), Decide, Evolve);

    private static Decision<ReportEvent> Decide(RuleBook rules, Report state, ReportCommand command) => (state, command) switch
    {
        (None, Prepare c) when ReportGuards.OfRole(rules, c.Of.Village, c) is { } no => no,
        (Known s, _) when ReportGuards.OfRole(rules, s.File.Of.Village, command) is { } no => no,
        (None, Prepare c) => PrepareOf(rules, c.Of, 0, c),
        (None, _) => Refusal.NotNow("report.unknown"),

        (Prepared s, Return or Sign) when s.By.Person == command.By.Person => Refusal.NotYours("report.own-report"),

        (Known s, Prepare c) => PrepareOf(rules, s.File.Of, s.File.Edition, c),

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
        (Prepared s, ReportDisclosed x) => new Disclosed(s.File with { Edition = x.Edition, Public = x.Section }),
        _ => state,
    };

    private static Decision<ReportEvent> PrepareOf(RuleBook rules, ReportKey of, int edition, Prepare c)
    {
        if (ReportGuards.OfPeriod(rules, of, c) is { } none) return none;
        if (ReportGuards.OfWords(c.Words, edition) is { } fault) return fault;
        var section = ReportSection.From(rules.Obligation(of.Obligation)!, rules.Villages[of.Village], rules.Town.Name, of.Period, c.Words);
        return new ReportPrepared(section, section.Hash, c.By.Sign(c.At));
    }
}
