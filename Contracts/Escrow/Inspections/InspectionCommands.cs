namespace Transparency.Contracts.Escrow.Inspections;

/// <summary>What an officer may ask of an inspection. <c>At</c> is the moment of the request, UTC.</summary>
public abstract record InspectionCommand(Officer By, DateTimeOffset At)
{
    /// <param name="Before">the inspection of the number before, as it is now: numbers have no gaps</param>
    public sealed record Plan(
        InspectionId Id, PlanWords Words, Inspection Before, Officer By, DateTimeOffset At) : InspectionCommand(By, At);

    /// <summary>By the supervision committee of a village that may be drawn, before the town tells its half.</summary>
    public sealed record CallNumber(int Number, Officer By, DateTimeOffset At) : InspectionCommand(By, At);

    /// <param name="Half">the town's half of the seed, which must be the one that the plan is bound to</param>
    public sealed record Draw(string Half, Officer By, DateTimeOffset At) : InspectionCommand(By, At);

    /// <summary>By the town, before the number is called.</summary>
    public sealed record Cancel(Text Reason, Officer By, DateTimeOffset At) : InspectionCommand(By, At);

    /// <summary>By those who supervise, once the number is known and the town does not draw.</summary>
    public sealed record Void(Text Reason, Officer By, DateTimeOffset At) : InspectionCommand(By, At);

    public sealed record Close(Officer By, DateTimeOffset At) : InspectionCommand(By, At);

    /// <summary>An act on one drawn village.</summary>
    public abstract record OnVillage(VillageCode Village, Officer By, DateTimeOffset At) : InspectionCommand(By, At);

    /// <summary>An act of those who inspect.</summary>
    /// <param name="Acted">persons who entered, booked, prepared, checked or signed anything of the village in the months inspected</param>
    public abstract record Judging(
        VillageCode Village, IReadOnlySet<PersonId> Acted, Officer By, DateTimeOffset At) : OnVillage(Village, By, At);

    /// <summary>Again after a return, or instead of what was recorded before.</summary>
    /// <param name="Nothing">nothing was found; then there are no <paramref name="Findings"/></param>
    public sealed record Record(
        VillageCode Village, bool Nothing, IReadOnlyList<FindingWords> Findings, IReadOnlySet<PersonId> Acted,
        Officer By, DateTimeOffset At) : Judging(Village, Acted, By, At);

    public sealed record Confirm(
        VillageCode Village, ContentHash Seen, IReadOnlySet<PersonId> Acted,
        Officer By, DateTimeOffset At) : Judging(Village, Acted, By, At);

    public sealed record Return(VillageCode Village, Text Reason, Officer By, DateTimeOffset At) : OnVillage(Village, By, At);

    public sealed record ReportCure(
        VillageCode Village, int Ordinal, Text What, Officer By, DateTimeOffset At) : OnVillage(Village, By, At);

    public sealed record AcceptCure(
        VillageCode Village, int Ordinal, IReadOnlySet<PersonId> Acted, Officer By, DateTimeOffset At) : Judging(Village, Acted, By, At);

    public sealed record RejectCure(
        VillageCode Village, int Ordinal, Text Reason, Officer By, DateTimeOffset At) : OnVillage(Village, By, At);
}
