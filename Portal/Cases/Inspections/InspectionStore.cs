using Transparency.Contracts.Escrow.Inspections;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Inspections;

/// <summary>The town's inspections of the villages' money.</summary>
internal static class InspectionStore
{
    public static readonly StreamKind Inspection = StreamKind.Of("inspection", InspectionDecider.Law, new Dictionary<Type, string>
    {
        [typeof(InspectionPlanned)] = "inspection-planned",
        [typeof(InspectionNumberCalled)] = "inspection-number-called",
        [typeof(InspectionVillagesDrawn)] = "inspection-villages-drawn",
        [typeof(InspectionFindingsRecorded)] = "inspection-findings-recorded",
        [typeof(InspectionFindingsReturned)] = "inspection-findings-returned",
        [typeof(InspectionResultPublished)] = "inspection-result-published",
        [typeof(InspectionCureReported)] = "inspection-cure-reported",
        [typeof(InspectionCureSentBack)] = "inspection-cure-sent-back",
        [typeof(InspectionCureAccepted)] = "inspection-cure-accepted",
        [typeof(InspectionClosed)] = "inspection-closed",
        [typeof(InspectionCancelled)] = "inspection-cancelled",
        [typeof(InspectionVoided)] = "inspection-voided",
    })
        .Hashed<InspectionFindingsRecorded>(x => (x.Hash, x.Result.Hash))
        .Hashed<InspectionResultPublished>(x => (x.Hash, x.Result.Hash))
        .With<InspectionOnDesk>(1, InspectionOnDesk.Next);
}
