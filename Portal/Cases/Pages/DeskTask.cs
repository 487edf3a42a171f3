using Transparency.Contracts;
using Transparency.Portal.Cases.Acts;

namespace Transparency.Portal.Cases.Pages;

/// <summary>One thing that waits for this officer, or that he waits for.</summary>
/// <param name="Kind">code of its words: <c>office.task.{Kind}</c> and <c>….next</c></param>
/// <param name="On">since when it waits; of a window its last day</param>
/// <param name="Count">objections to answer</param>
public sealed record DeskTask(string Kind, string Path, Text Title, string? Number, DateOnly On, int Count = 0)
{
    /// <summary>The act itself, whose own words say it; null where <see cref="Kind"/> has words of its own.</summary>
    public string? Act { get; init; }

    /// <summary>Code of its state, and since when, where it waits for somebody else: under way and the officer's to see.</summary>
    public (string State, DateTimeOffset Since)? Elsewhere { get; init; }

    /// <param name="on">since when it waits</param>
    public static DeskTask Of(CaseView file, string act, DateOnly on) =>
        new("case", $"/office/{file.Path}", file.Title.Value as Text ?? new(""), file.Number, on) { Act = act };

    /// <summary>The first of these acts that the law allows now is the task; none of a case that is not this officer's to see.</summary>
    public static IEnumerable<DeskTask> First(CaseReader r, CaseView file, IEnumerable<Act> acts, DateOnly on) =>
        !file.For.Include(r.Officer) ? []
        : acts.Where(act => file.Acts.Any(a => a.Act == act && a.NotYet is null)).Take(1).Select(act => Of(file, act.Name, on));
}

/// <summary>One last day that comes near or has passed.</summary>
/// <param name="Kind">code of its words: <c>office.reminder.{Kind}</c></param>
public sealed record Reminder(string Kind, Text Title, string? Number, string Path, DateOnly Due);
