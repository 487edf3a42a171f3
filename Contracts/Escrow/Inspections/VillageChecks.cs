using static Transparency.Contracts.Escrow.Inspections.InspectionCommand;
using static Transparency.Contracts.Escrow.Inspections.VillageCheck;

namespace Transparency.Contracts.Escrow.Inspections;

/// <summary>
/// One drawn village: recorded → confirmed by another person, which makes it public → each finding cured, and the cure accepted.
/// </summary>
internal static class VillageChecks
{
    public static Decision<InspectionEvent> Decide(
        RuleBook rules, InspectionPlan plan, VillageCheck state, OnVillage command) => (state, command) switch
    {
        (_, Judging c) when c.Acted.Contains(c.By.Person) => Refusal.Wait("inspection.acted-there", plan.NameOf(c.Village)),

        (Waiting or Recorded or Returned, InspectionCommand.Record c) when InspectionGuards.OfFindings(rules, plan, c) is { } no => no,
        (Waiting or Recorded or Returned, InspectionCommand.Record c) => RecordedOf(rules, plan, c),

        (Recorded s, Confirm or Return) when s.By.Person == command.By.Person => Refusal.NotYours("inspection.own-findings"),
        (Recorded s, Confirm c) when c.Seen != s.Result.Hash => Refusal.Moved("content.moved", plan.NameOf(c.Village)),
        (Recorded s, Confirm c) =>
            new InspectionResultPublished(s.Result, s.Result.Hash, new(Shanghai.DayOf(s.By.At), s.By.Unit), c.By.Sign(c.At)),
        (Recorded, Return c) when c.Reason.IsEmpty || !c.Reason.IsClean => Refusal.Mend("reason", "reason.missing"),
        (Recorded, Return c) => new InspectionFindingsReturned(c.Village, c.Reason, c.By.Sign(c.At)),

        (Published s, ReportCure c) => CureOf(s, c.Ordinal, c),
        (Published s, AcceptCure c) => CureOf(s, c.Ordinal, c),
        (Published s, RejectCure c) => CureOf(s, c.Ordinal, c),

        _ => Refusal.NotNow(
            "inspection.not-now", new Word($"inspection-act.{command.GetType().Name}"), new Word($"village-check.{state.GetType().Name}")),
    };

    private static Decision<InspectionEvent> CureOf(Published state, int ordinal, OnVillage command) =>
        (state.CureOf(ordinal), command) switch
    {
        (null, _) => Refusal.NotNow("inspection.no-finding", ordinal).At("finding"),

        (Cure.Open or Cure.SentBack or Cure.Reported, ReportCure c) when c.What.IsEmpty || !c.What.IsClean =>
            Refusal.Mend("what", "inspection.cure-missing"),
        (Cure.Open or Cure.SentBack or Cure.Reported, ReportCure c) =>
            new InspectionCureReported(c.Village, ordinal, c.What, c.By.Sign(c.At)),

        (Cure.Reported s, AcceptCure or RejectCure) when s.By.Person == command.By.Person => Refusal.NotYours("inspection.own-cure"),
        (Cure.Reported s, AcceptCure c) => AcceptedOf(state.Result.Findings[ordinal - 1], s, c),
        (Cure.Reported, RejectCure c) when c.Reason.IsEmpty || !c.Reason.IsClean => Refusal.Mend("reason", "reason.missing"),
        (Cure.Reported, RejectCure c) => new InspectionCureSentBack(c.Village, ordinal, c.Reason, c.By.Sign(c.At)),

        (var cure, _) => Refusal.NotNow(
            "inspection.not-now", new Word($"inspection-act.{command.GetType().Name}"), new Word($"cure.{cure.GetType().Name}")),
    };

    private static InspectionFindingsRecorded RecordedOf(RuleBook rules, InspectionPlan plan, InspectionCommand.Record c)
    {
        var findings = c.Findings.Select((f, i) => (Words: f, Ordinal: i + 1, Code: rules.Finding(f.Code)!))
            .Select(x => new Finding(x.Ordinal, x.Code.Code, x.Code.Name, x.Code.Law, x.Words.Month, x.Words.What, x.Words.CureUntil));
        var result = new InspectionResult(plan.Id, c.Village, plan.NameOf(c.Village), plan.Town, plan.From, plan.To, [.. findings]);
        return new(result, result.Hash, c.By.Sign(c.At));
    }

    // The village's day counts: how long the town takes to look is not the village's delay.
    private static InspectionCureAccepted AcceptedOf(Finding finding, Cure.Reported cure, AcceptCure c)
    {
        var day = Shanghai.DayOf(cure.By.At);
        return new(c.Village, finding.Ordinal, cure.What, new(day, cure.By.Unit), Math.Max(0, day.DayNumber - finding.CureUntil.DayNumber),
            c.By.Sign(c.At));
    }
}
