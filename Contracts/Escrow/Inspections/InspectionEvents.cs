using Transparency.Contracts.Declarations;

namespace Transparency.Contracts.Escrow.Inspections;

/// <summary>What happened to one inspection, on the stream <c>inspection/{id}</c>, in order of life.</summary>
public abstract record InspectionEvent : ISigned
{
    public abstract Signature By { get; init; }

    public virtual Text? Said => null;
}

/// <summary>Public by the act.</summary>
public sealed record InspectionPlanned(InspectionPlan Plan, Signature By) : InspectionEvent;

/// <summary>村务监督代表报数. Public by the act, so that everybody knows it before the town's half is told.</summary>
public sealed record InspectionNumberCalled(int Number, Signature By) : InspectionEvent;

/// <summary>抽取被检查村. Public by the act.</summary>
public sealed record InspectionVillagesDrawn(VillageDraw Draw, Signature By) : InspectionEvent;

/// <summary>By those who looked. Not public.</summary>
public sealed record InspectionFindingsRecorded(InspectionResult Result, ContentHash Hash, Signature By) : InspectionEvent;

/// <summary>Back to those who looked. Not public.</summary>
public sealed record InspectionFindingsReturned(VillageCode Village, Text Reason, Signature By) : InspectionEvent
{
    public override Text? Said => Reason;
}

/// <summary>Confirmed by another person: public from here on, with or without findings.</summary>
/// <param name="Recorded">who looked, and when it was recorded</param>
public sealed record InspectionResultPublished(
    InspectionResult Result, ContentHash Hash, PublicAct Recorded, Signature By) : InspectionEvent;

/// <summary>By the village. Not public before it is accepted.</summary>
public sealed record InspectionCureReported(VillageCode Village, int Ordinal, Text What, Signature By) : InspectionEvent
{
    public override Text? Said => What;
}

/// <summary>Back to the village. Not public.</summary>
public sealed record InspectionCureSentBack(VillageCode Village, int Ordinal, Text Reason, Signature By) : InspectionEvent
{
    public override Text? Said => Reason;
}

/// <summary>整改销号. Public by the act.</summary>
/// <param name="What">what the village did, in its own words</param>
/// <param name="Cured">the village, and the local day on which it reported</param>
/// <param name="DaysLate">from the last day for the cure to the day it was reported; 0 when in time</param>
public sealed record InspectionCureAccepted(
    VillageCode Village, int Ordinal, Text What, PublicAct Cured, int DaysLate, Signature By) : InspectionEvent
{
    public override Text? Said => What;
}

/// <summary>Every finding is cured, or none was made. Public by the act.</summary>
public sealed record InspectionClosed(Signature By) : InspectionEvent;

/// <summary>作废: the number was called and nothing drawn; by the supervision committee of a village. Public by the act.</summary>
public sealed record InspectionVoided(Text Reason, Signature By) : InspectionEvent
{
    public override Text? Said => Reason;
}

/// <summary>Before the number is known only. Public by the act.</summary>
public sealed record InspectionCancelled(Text Reason, Signature By) : InspectionEvent
{
    public override Text? Said => Reason;
}
