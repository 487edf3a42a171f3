using static Transparency.Contracts.Disclosure.Reports.ReportCommand;

namespace Transparency.Contracts.Disclosure.Reports;

/// <summary>The right role, an obligation that is owed for a period that is over, and words that fit what is said.</summary>
internal static class ReportGuards
{
    /// <summary>The matter's row says who prepares, returns and signs.</summary>
    public static Refusal? OfRole(RuleBook rules, VillageCode village, ReportCommand command)
    {
        if (!rules.Matters.TryGetValue(ReportDecider.Matter, out var matter)) return Refusal.NotNow("matter.unknown", ReportDecider.Matter);
        var needed = command switch { Prepare => matter.Declarant, Return => matter.Reviewer, _ => matter.Approver };
        return command.By.Holds(needed, village) ? null : Refusal.NotYours("officer.may-not", new Word($"role.{needed}"));
    }

    public static Refusal? OfPeriod(RuleBook rules, ReportKey of, Prepare c) => rules.Obligation(of.Obligation) switch
    {
        null => Refusal.NotNow("report.obligation-unknown", of.Obligation),
        { Evidence: not Evidence.Report } other => Refusal.NotNow("report.evidence", other.Name),
        var owed when of.Period.Kind != owed.Frequency => Refusal.NotNow(
            "report.period-kind", of.Period.ToString(), new Word($"frequency.{owed.Frequency}")),
        var owed when !owed.IsOwedFor(of.Period) => Refusal.NotNow("report.not-in-force", owed.Name, owed.InForceFrom),
        _ when !rules.Villages.ContainsKey(of.Village) => Refusal.NotNow("village.unknown", of.Village.Value),
        _ when Shanghai.DayOf(c.At) <= of.Period.Last => Refusal.Wait("report.period-runs", of.Period.Last),
        _ => null,
    };

    /// <summary>The public edition hangs, each once, and not before it was signed.</summary>
    public static Refusal? OfPosting(ReportFile file, Post c) =>
        file.Board is { } board && board.Edition == file.Edition
            ? Refusal.Twice("report.posted-already", file.Edition, board.Stands.Trigger)
        : c.On > Shanghai.DayOf(c.At) ? Refusal.Mend("date", "report.in-future", c.On)
        : c.On < file.PublicOn ? Refusal.Mend("date", "report.posted-too-soon", c.On, file.PublicOn.Value)
        : null;

    /// <summary>Never before its last day is over.</summary>
    public static Refusal? OfTakingDown(ReportFile file, TakeDown c) => file.Board switch
    {
        null => Refusal.NotNow("report.not-posted"),
        { TakenDown: { } day } => Refusal.Twice("report.taken-down-already", day),
        { Stands: var stands } when Shanghai.DayOf(c.At) <= stands.Last =>
            Refusal.Wait("report.board-runs", stands.Last, stands.Rule.Value, stands.Rule.Law),
        { Stands: var stands } when c.On <= stands.Last =>
            Refusal.Mend("date", "report.taken-down-too-soon", c.On, stands.Last, stands.Rule.Law),
        _ when c.On > Shanghai.DayOf(c.At) => Refusal.Mend("date", "report.in-future", c.On),
        _ => null,
    };

    public static Refusal? OfWords(ReportWords words, int edition) =>
        words is { Nothing: false, Words.IsEmpty: true } ? Refusal.Mend("words", "report.text-missing")
        : words is { Nothing: true, Words.IsEmpty: false } ? Refusal.Mend("words", "report.nothing-and-text")
        : !words.Words.IsClean ? Refusal.Mend("words", "text.unclean")
        : words.Note is { IsClean: false } ? Refusal.Mend("note", "text.unclean")
        : edition > 0 && words.Note is null or { IsEmpty: true } ? Refusal.Mend("note", "report.note-missing", edition + 1)
        : null;
}
