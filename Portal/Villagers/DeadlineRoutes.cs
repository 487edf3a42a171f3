using Transparency.Contracts;
using Transparency.Contracts.Deadlines;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Office.Frame;

namespace Transparency.Portal.Villagers;

/// <summary>The deadline calculator for everybody: the same rules and the same sentence as everywhere else.</summary>
public static class DeadlineRoutes
{
    public static void Map(RouteGroupBuilder act) => act.MapGet("/deadline", Show);

    private static IResult Show(Screen here, HttpRequest http)
    {
        var (rule, day, village) = (http.Query["rule"].ToString(), http.Query["day"].ToString().Trim(), http.Query["village"].ToString());
        if (rule.Length == 0) return here.Page<DeadlinePage>();
        if (Fields.Day(day) is not { } start)
            return Refused(Refusal.Mend(
                "day", "field.invalid", new Word("act.deadline.day"), day.Length > 40 ? "" : day, new Word("expected.day")));
        if (Days.FaultIn(start, here.Today) is { } outside) return Refused(outside.At("day"));
        return here.Rules.Count(rule, start, VillageCode.Parse(village)) switch
        {
            Result<Deadline>.Of(var counted) =>
                here.Page<DeadlinePage>(("Rule", rule), ("Day", day), ("Village", village), ("Counted", counted)),
            Result<Deadline>.Refused { Why.Code: "deadline.rule-unknown" } =>
                Refused(Refusal.Mend("rule", "field.invalid", new Word("rules.rule"), "", new Word("expected.rule"))),
            Result<Deadline>.Refused no => Refused(no.Why.At("day")),
            _ => throw new InvalidOperationException("a deadline is one or refused"),
        };

        IResult Refused(Refusal why) =>
            here.Page<DeadlinePage>(
                StatusCodes.Status422UnprocessableEntity,
                ("Rule", rule), ("Day", day.Length > 40 ? "" : day), ("Village", village), ("Fault", new Fault(why, why.Field)));
    }
}
