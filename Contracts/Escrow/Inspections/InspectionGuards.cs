using Transparency.Contracts.Escrow.Ledgers;
using static Transparency.Contracts.Escrow.Inspections.InspectionCommand;

namespace Transparency.Contracts.Escrow.Inspections;

/// <summary>The right role, a sound plan, findings that can be cured.</summary>
internal static class InspectionGuards
{
    /// <summary>
    /// The matter's row says who plans and closes, who looks, who confirms;
    /// the number is called, and a draw that does not come is voided, by those who supervise a village of the pool.
    /// </summary>
    public static Refusal? OfRole(RuleBook rules, IReadOnlyList<VillageCode> pool, InspectionCommand command)
    {
        if (!rules.Matters.TryGetValue(InspectionDecider.Matter, out var matter))
            return Refusal.NotNow("matter.unknown", InspectionDecider.Matter);
        return command switch
        {
            CallNumber or InspectionCommand.Void =>
                pool.Any(v => command.By.Holds(Role.Supervision, v)) ? null : MayNot(Role.Supervision),
            ReportCure c => Holds(Role.Village, c.Village),
            InspectionCommand.Plan or Cancel or Close => Holds(matter.Declarant, null),
            Confirm or Return => Holds(matter.Approver, null),
            _ => Holds(matter.Reviewer, null),
        };

        Refusal? Holds(Role? role, VillageCode? village) => command.By.Holds(role, village) ? null : MayNot(role);
        static Refusal MayNot(Role? role) => Refusal.NotYours("officer.may-not", new Word($"role.{role}"));
    }

    /// <summary>Of the year in which it is planned, the one after the last.</summary>
    public static Refusal? OfNumber(InspectionCommand.Plan c) =>
        c.Id.Year != Shanghai.DayOf(c.At).Year ? Refusal.NotNow("inspection.number-year", c.Id.Value)
        : c.Id.Ordinal > 1 && c.Before is Inspection.None ? Refusal.NotNow("inspection.number-gap", c.Id.Value)
        : null;

    public static Refusal? OfPlan(RuleBook rules, InspectionCommand.Plan c)
    {
        var (w, pool) = (c.Words, PoolOf(rules, c.Words));
        return w.Title.IsEmpty || w.Team.IsEmpty ? Refusal.Mend("title", "inspection.text-missing")
            : !w.Title.IsClean ? Refusal.Mend("title", "text.unclean")
            : !w.Team.IsClean ? Refusal.Mend("team", "text.unclean")
            : w.Villages.FirstOrDefault(v => !rules.Villages.ContainsKey(v)) is { Value: not null } stranger
                ? Refusal.NotNow("village.unknown", stranger.Value).At("villages")
            : w.From > w.To ? Refusal.Mend("from", "inspection.months", w.From.ToString(), w.To.ToString())
            : w.To.Last >= Shanghai.DayOf(c.At) ? Refusal.Mend("to", "inspection.month-runs", w.To.Last)
            : w.Count < 1 || w.Count > pool.Count ? Refusal.Mend("count", "inspection.count", pool.Count)
            : w.First > w.Last || w.First < Shanghai.DayOf(c.At) ? Refusal.Mend("first", "inspection.days", w.First, w.Last)
            : DrawRecipe.IsHash(w.Commitment) ? null : Refusal.Mend("half", "inspection.commitment");
    }

    public static InspectionPlan PlanOf(RuleBook rules, InspectionCommand.Plan c) => new(
        c.Id, c.Words.Title, rules.Town.Name, c.Words.From, c.Words.To, PoolOf(rules, c.Words),
        c.Words.Count, c.Words.Team, c.Words.First, c.Words.Last,
        DrawRecipe.Name, c.Words.Commitment, rules.Matters[InspectionDecider.Matter].Law);

    public static Refusal? OfFindings(RuleBook rules, InspectionPlan plan, InspectionCommand.Record c)
    {
        var today = Shanghai.DayOf(c.At);
        if (today < plan.First) return Refusal.Wait("inspection.too-early", plan.First);
        if (c.Nothing && c.Findings.Count > 0) return Refusal.Mend("nothing", "inspection.nothing-and-findings");
        if (!c.Nothing && c.Findings.Count == 0) return Refusal.Mend("found", "inspection.findings-missing");
        return c.Findings.Select(f =>
            rules.Finding(f.Code) is null ? Refusal.Mend("found", "inspection.code-unknown", f.Code)
            : f.Month is { } month && (month < plan.From || month > plan.To)
                ? Refusal.Mend("found", "inspection.other-month", month.ToString(), plan.From.ToString(), plan.To.ToString())
            : f.What.IsEmpty ? Refusal.Mend("found", "inspection.what-missing")
            : !f.What.IsClean ? Refusal.Mend("found", "text.unclean")
            : f.CureUntil <= today ? Refusal.Mend("found", "inspection.cure-past", f.CureUntil)
            : null).FirstOrDefault(no => no is not null);
    }

    private static List<PooledVillage> PoolOf(RuleBook rules, PlanWords words) =>
    [
        .. rules.Villages.Values.Where(v => words.Villages.Count == 0 || words.Villages.Contains(v.Code))
            .OrderBy(v => v.Code.Value, StringComparer.Ordinal).Select(v => new PooledVillage(v.Code, v.Name)),
    ];
}
