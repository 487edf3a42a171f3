using Transparency.Contracts.Escrow.Inspections;
using Transparency.Samples;
using static Transparency.Contracts.Escrow.Inspections.InspectionCommand;
using static Transparency.Samples.SampleOfficers;
using Record = Transparency.Contracts.Escrow.Inspections.InspectionCommand.Record;

namespace Transparency.Contracts.Tests.Escrow.Inspections;

/// <summary>An inspection of the first half of 2026 in both villages of the sample rules, from nothing to its closing.</summary>
internal static class HalfYear
{
    public const string TownsHalf = "pine-harbour-salt-2026";

    public static readonly InspectionId Id = new("2026-1");

    public static readonly IReadOnlySet<PersonId> Nobody = new HashSet<PersonId>();

    public static readonly PlanWords Wanted = new(
        new("上半年检查", "First half"), new(2026, 1), new(2026, 6), [], 2, new("镇经管站"), new(2026, 7, 20), new(2026, 7, 24), DrawRecipe.Commitment(TownsHalf));

    public static readonly FindingWords Missing = new("no-invoice", new Month(2026, 4), new("3 笔没有发票"), new(2026, 8, 7));

    public static readonly Scenario<Inspection, InspectionCommand, InspectionEvent> None = new(InspectionDecider.Law, []);

    public static readonly Plan Planning = new(Id, Wanted, new Inspection.None(), TownClerk, On(7, 8));

    /// <summary>Of another village of the pool than who calls the number.</summary>
    public static readonly Officer OtherSupervisor = Supervision with { Id = new("other-supervision"), Person = new("person-other-supervision"), Villages = [SampleRules.Jiajiahewu] };

    public static readonly CallNumber Calling = new(417, Supervision, On(7, 15));

    public static readonly Draw Drawing = new(TownsHalf, Reviewer, On(7, 15));

    public static readonly Record Recording = new(SampleRules.Gudichang, false, [Missing], Nobody, Reviewer, On(7, 21));

    public static readonly Record RecordingNothing = new(SampleRules.Jiajiahewu, true, [], Nobody, Reviewer, On(7, 21));

    public static readonly ReportCure Curing = new(SampleRules.Gudichang, 1, new("发票补齐"), OtherClerk, On(8, 7));

    public static readonly AcceptCure Accepting = new(SampleRules.Gudichang, 1, Nobody, Reviewer, On(8, 20));

    public static readonly Scenario<Inspection, InspectionCommand, InspectionEvent> Planned = None.And(Planning);

    public static readonly Scenario<Inspection, InspectionCommand, InspectionEvent> Called = Planned.And(Calling);

    public static readonly Scenario<Inspection, InspectionCommand, InspectionEvent> Drawn = Called.And(Drawing);

    public static readonly Scenario<Inspection, InspectionCommand, InspectionEvent> Recorded = Drawn.And(Recording);

    public static readonly Scenario<Inspection, InspectionCommand, InspectionEvent> Published = Confirmed(Recorded, SampleRules.Gudichang);

    public static readonly Scenario<Inspection, InspectionCommand, InspectionEvent> Reported = Confirmed(Published.And(RecordingNothing), SampleRules.Jiajiahewu);

    public static readonly Scenario<Inspection, InspectionCommand, InspectionEvent> Cured = Reported.And(Curing).And(Accepting);

    public static Confirm Confirming(Scenario<Inspection, InspectionCommand, InspectionEvent> told, VillageCode village) =>
        new(village, ((Inspection.Running)told.State).Of(village)!.Check is VillageCheck.Recorded s ? s.Result.Hash : new("0"), Nobody, Approver, On(7, 28));

    public static Scenario<Inspection, InspectionCommand, InspectionEvent> Confirmed(Scenario<Inspection, InspectionCommand, InspectionEvent> told, VillageCode village) => told.And(Confirming(told, village));

    public static DateTimeOffset On(int month, int day) => Shanghai.At(new(2026, month, day), new(9, 0));
}
