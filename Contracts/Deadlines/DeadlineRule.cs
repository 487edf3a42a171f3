namespace Transparency.Contracts.Deadlines;

public enum DayKind
{
    Working,
    Calendar,
}

/// <summary>A deadline as data: so many days from the day after the trigger (Civil Code, art. 201).</summary>
/// <param name="Code">for example <c>PUBLICITY_DEFAULT</c></param>
/// <param name="Days">1 to 366</param>
/// <param name="Law">the rule's source as a page prints it</param>
public sealed record DeadlineRule(string Code, int Days, DayKind Kind, Text Law);
