using static Transparency.Contracts.Escrow.Inspections.Inspection;
using static Transparency.Contracts.Escrow.Inspections.InspectionCommand;

namespace Transparency.Contracts.Escrow.Inspections;

/// <summary>
/// 村级财务定期检查: plan → number called → draw → each village's result → cures → close.
/// The table of (state, command); a drawn village has a table of its own.
/// </summary>
public static class InspectionDecider
{
    /// <summary>Row of the table of matters that says who plans and closes, who looks, who confirms.</summary>
    public const string Matter = "escrow-inspection";

    public static readonly Decider<Inspection, InspectionCommand, InspectionEvent> Law = new(
        new None(), Decide, InspectionEvolution.Evolve, c => c.At);

    private static Decision<InspectionEvent> Decide(RuleBook rules, Inspection state, InspectionCommand command) => (state, command) switch
    {
        (None, InspectionCommand.Plan c) when InspectionGuards.OfRole(rules, [], c) is { } no => no,
        (None, InspectionCommand.Plan c) when InspectionGuards.OfNumber(c) is { } no => no,
        // Of two that stand undrawn side by side the town could draw the one it likes better.
        (None, InspectionCommand.Plan { Before: Planned or Called }) => Refusal.Wait("inspection.before-undrawn"),
        (None, InspectionCommand.Plan c) when InspectionGuards.OfPlan(rules, c) is { } no => no,
        (None, InspectionCommand.Plan c) => new InspectionPlanned(InspectionGuards.PlanOf(rules, c), c.By.Sign(c.At)),
        (None, _) => Refusal.NotNow("inspection.unknown"),

        (Known s, _) when InspectionGuards.OfRole(rules, [.. s.Plan.Codes], command) is { } no => no,
        (Known, InspectionCommand.Plan) => Refusal.Twice("inspection.known-already"),

        (Planned s, CallNumber c) when c.By.Person == s.Planner => Refusal.NotYours("inspection.own-plan"),
        (Planned, CallNumber c) when c.Number is < 1 or > DrawRecipe.HighestNumber =>
            Refusal.Mend("number", "inspection.number", DrawRecipe.HighestNumber),
        (Planned, CallNumber c) => new InspectionNumberCalled(c.Number, c.By.Sign(c.At)),

        (Called s, Draw c) when c.By.Person == s.Planner => Refusal.NotYours("inspection.own-plan"),
        (Called s, Draw c) when c.By.Person == s.Caller => Refusal.NotYours("inspection.own-number"),
        (Called s, Draw c) when !DrawRecipe.IsHalf(c.Half) || DrawRecipe.Commitment(c.Half) != s.Plan.Commitment =>
            Refusal.Mend("half", "inspection.half-differs"),
        (Called s, Draw c) => new InspectionVillagesDrawn(DrawRecipe.Of(c.Half, s.Number, s.Plan.Codes), c.By.Sign(c.At)),

        (Planned, Cancel c) when c.Reason.IsEmpty || !c.Reason.IsClean => Refusal.Mend("reason", "reason.missing"),
        (Planned, Cancel c) => new InspectionCancelled(c.Reason, c.By.Sign(c.At)),
        // Whoever knows half and number knows the villages: the town could draw again until it likes them.
        (Called, Cancel) => Refusal.NotNow("inspection.number-known"),

        (Called s, InspectionCommand.Void c) when c.By.Person == s.Planner => Refusal.NotYours("inspection.own-plan"),
        (Called s, InspectionCommand.Void c) when c.By.Person == s.Caller => Refusal.NotYours("inspection.own-number"),
        (Called, InspectionCommand.Void c) when c.Reason.IsEmpty || !c.Reason.IsClean => Refusal.Mend("reason", "reason.missing"),
        (Called, InspectionCommand.Void c) => new InspectionVoided(c.Reason, c.By.Sign(c.At)),

        (Running s, OnVillage c) when s.Of(c.Village) is null => Refusal.NotNow("inspection.not-drawn", c.Village.Value),
        (Running s, OnVillage c) => VillageChecks.Decide(rules, s.Plan, s.Of(c.Village)!.Check, c),

        (Reported { Uncured: > 0 and var open }, Close) => Refusal.Wait("inspection.not-cured", open),
        (Reported, Close c) => new InspectionClosed(c.By.Sign(c.At)),

        _ => Refusal.NotNow(
            "inspection.not-now",
            new Word($"inspection-act.{command.GetType().Name}"), new Word($"inspection-state.{state.GetType().Name}")),
    };
}
