using Transparency.Contracts.Deadlines;
using Transparency.Contracts.Town;

namespace Transparency.Contracts;

/// <summary>The rules in force, handed in as data: the town, its villages, matters, deadline rows and holidays.</summary>
public sealed record RuleBook(
    TownSettings Town,
    IReadOnlyDictionary<VillageCode, Village> Villages,
    IReadOnlyDictionary<string, Matter> Matters,
    IReadOnlyDictionary<string, DeadlineRule> Deadlines,
    HolidayTable Holidays)
{
    /// <summary>The window that opens on <paramref name="day"/>, or the refusal that says why it cannot be counted.</summary>
    public Decision<Deadline> WindowFrom(Matter matter, DateOnly day) => Count(matter.WindowRule, day);

    /// <summary>The span that one rule gives from the day after <paramref name="day"/>.</summary>
    public Decision<Deadline> Count(string code, DateOnly day) =>
        !Deadlines.TryGetValue(code, out var rule) ? new Refusal("deadline.rule-unknown", code)
        : Deadline.Count(rule, day, Holidays, out var year) is { } window ? window
        : new Refusal("deadline.year-unknown", year);
}
