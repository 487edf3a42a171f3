using static Transparency.Contracts.Escrow.Inspections.InspectionCommand;

namespace Transparency.Contracts.Escrow.Inspections;

/// <summary>The right role, a sound plan, findings that can be cured.</summary>
internal static class InspectionGuards
{
    /// <summary>The matter's row says who plans and closes, who looks, who confirms; the number is called by those who supervise a village of the pool.</summary>
    public static Refusal? OfRole(RuleBook rules, IReadOnlyList<VillageCode> pool, InspectionCommand command)
    {
        if (!rules.Matters.TryGetValue(InspectionDecider.Matter, out var matter)) return new("matter.unknown", InspectionDecider.Matter);
        return command switch
        {
            CallNumber c => pool.Any(v => c.By.Holds(Role.Supervision, v)) ? null : MayNot(Role.Supervision),
            ReportCure c => Holds(Role.Village, c.Village),
            InspectionCommand.Plan or Cancel or Close => Holds(matter.Declarant, null),
            Confirm or Return => Holds(matter.Approver, null),
            _ => Holds(matter.Reviewer, null),
        };

        Refusal? Holds(Role role, VillageCode? village) => command.By.Holds(role, village) ? null : MayNot(role);
        static Refusal MayNot(Role role) => new("officer.may-not", new Word($"role.{role}"));
    }

    /// <summary>Of the year in which it is planned, the one after the last.</summary>
    public static Refusal? OfNumber(InspectionCommand.Plan c) =>
        c.Id.Year != Shanghai.DayOf(c.At).Year ? new("inspection.number-year", c.Id.Value)
        : c.Id.Ordinal > 1 && c.Before is Inspection.None ? new("inspection.number-gap", c.Id.Value)
        : null;

    public static Refusal? OfPlan(RuleBook rules, InspectionCommand.Plan c)
    {
        var (w, pool) = (c.Words, PoolOf(rules, c.Words));
        return w.Title.IsEmpty || w.Team.IsEmpty ? new("inspection.text-missing")
            : !w.Title.IsClean || !w.Team.IsClean ? new("text.unclean")
            : w.Villages.FirstOrDefault(v => !rules.Villages.ContainsKey(v)) is { Value: not null } stranger ? new("village.unknown", stranger.Value)
            : w.From > w.To ? new("inspection.months", w.From.ToString(), w.To.ToString())
            : w.To.Last >= Shanghai.DayOf(c.At) ? new("inspection.month-runs", w.To.Last)
            : w.Count < 1 || w.Count > pool.Count ? new("inspection.count", pool.Count)
            : w.First > w.Last || w.First < Shanghai.DayOf(c.At) ? new("inspection.days", w.First, w.Last)
            : DrawRecipe.IsHash(w.Commitment) ? null : new("inspection.commitment");
    }

    public static InspectionPlan PlanOf(RuleBook rules, InspectionCommand.Plan c) => new(
        c.Id, c.Words.Title, rules.Town.Name, c.Words.From, c.Words.To, PoolOf(rules, c.Words), c.Words.Count, c.Words.Team, c.Words.First, c.Words.Last,
        DrawRecipe.Name, c.Words.Commitment, rules.Matters[InspectionDecider.Matter].Law);

    public static Refusal? OfFindings(RuleBook rules, InspectionPlan plan, InspectionCommand.Record c)
    {
        var today = Shanghai.DayOf(c.At);
        if (today < plan.First) return new("inspection.too-early", plan.First);
        if (c.Nothing != (c.Findings.Count == 0)) return new(c.Nothing ? "inspection.nothing-and-findings" : "inspection.findings-missing");
        return c.Findings.Select(f =>
            rules.Finding(f.Code) is null ? new Refusal("inspection.code-unknown", f.Code)
            : f.Month is { } month && (month < plan.From || month > plan.To) ? new("inspection.other-month", month.ToString(), plan.From.ToString(), plan.To.ToString())
            : f.What.IsEmpty ? new("inspection.what-missing")
            : !f.What.IsClean ? new("text.unclean")
            : f.CureUntil <= today ? new("inspection.cure-past", f.CureUntil)
            : null).FirstOrDefault(no => no is not null);
    }

    private static List<PooledVillage> PoolOf(RuleBook rules, PlanWords words) =>
    [
        .. rules.Villages.Values.Where(v => words.Villages.Count == 0 || words.Villages.Contains(v.Code)).OrderBy(v => v.Code.Value, StringComparer.Ordinal).Select(v => new PooledVillage(v.Code, v.Name)),
    ];
}
