using Transparency.Contracts;
using Transparency.Contracts.Deadlines;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Notices;

/// <summary>Why a deadline is on that day, in one sentence: rule, law, start and days left out.</summary>
public static class DeadlineWords
{
    public static string Explain(Language language, Deadline d)
    {
        var extras = new List<string>();
        if (d.LeftOut.Count > 0)
            extras.Add(Say(d.Rule.Unit == DayUnit.WorkingDay ? "deadline.left-out" : "deadline.rolled", Days(d.LeftOut)));
        if (d.MadeUp.ToList() is { Count: > 0 } madeUp) extras.Add(Say("deadline.made-up", Days(madeUp)));
        if (d.Extended > 0) extras.Add(Say("deadline.extended", CaseWords.Span(language, d.Rule with { Value = d.Extended })));
        return Say(
            d.Rule.Direction == CountDirection.Before ? "deadline.before" : "deadline.after",
            d.Rule.Name, Time(language, d.Rule), d.Rule.Law, Say(Start(d.Rule), d.Trigger), string.Concat(extras), d.Last);

        string Say(string code, params IReadOnlyList<object> arguments) => Catalogue.Say(language, code, arguments);
        string Days(IReadOnlyList<DateOnly> days) => Runs(language, d.Trigger.Year, days);
    }

    /// <summary>至少 5 个工作日.</summary>
    public static string Time(Language language, DeadlineRule rule) =>
        Catalogue.Say(language, Limit(rule), CaseWords.Span(language, rule));

    public static Text Time(DeadlineRule rule) => new(Time(Language.Zh, rule), Time(Language.En, rule));

    private static string Limit(DeadlineRule rule) =>
        rule.Unit == DayUnit.DayOfNextMonth ? "deadline.limit.by"
        : rule.Direction == CountDirection.Before ? "deadline.limit.ahead"
        : $"deadline.limit.{rule.Limit}";

    private static string Start(DeadlineRule rule) =>
        rule.Unit == DayUnit.DayOfNextMonth ? "deadline.from.month"
        : rule.Direction == CountDirection.Before ? "deadline.from.back"
        : $"deadline.from.{rule.From}";

    /// <summary>9月19日、9月25日至9月27日.</summary>
    private static string Runs(Language language, int year, IReadOnlyList<DateOnly> days)
    {
        var runs = new List<(DateOnly From, DateOnly To)>();
        foreach (var day in days)
        {
            if (runs.Count > 0 && runs[^1].To.AddDays(1) == day) runs[^1] = (runs[^1].From, day);
            else runs.Add((day, day));
        }
        return string.Join(language == Language.En ? ", " : "、", runs.Select(Run));

        string Run((DateOnly From, DateOnly To) run) =>
            run.From == run.To ? Day(run.From) : Catalogue.Say(language, "deadline.run", Day(run.From), Day(run.To));
        string Day(DateOnly day) => CaseWords.DayIn(language, year, day);
    }
}
