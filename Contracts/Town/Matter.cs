using Transparency.Contracts.Deliberations;

namespace Transparency.Contracts.Town;

public enum Route
{
    Major,
    Routine,
}

/// <summary>
/// One row of the town's table of matters: who declares, reviews and approves what, after whose decision, and how long it stands in public.
/// </summary>
/// <param name="Deliberation">the body that must have decided before, or null</param>
/// <param name="WindowRule">code of a deadline row; empty on the routine route</param>
/// <param name="Threshold">smallest amount in yuan for which the row is meant, inclusive; null = any</param>
/// <param name="Law">the law or local rule behind the row</param>
public sealed record Matter(
    string Code, Text Name, Route Route, VillageBody? Deliberation, string WindowRule,
    Role Declarant, Role Reviewer, Role Approver, Yuan? Threshold, string Law);
