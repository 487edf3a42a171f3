namespace Transparency.Contracts.Escrow.Inspections;

/// <summary>One state of 村级财务定期检查; each holds only what is true there.</summary>
public abstract record Inspection
{
    public sealed record None : Inspection;

    public abstract record Known(InspectionPlan Plan, PersonId Planner) : Inspection;

    public sealed record Planned(InspectionPlan Plan, PersonId Planner) : Known(Plan, Planner);

    /// <summary>The number was called out; the town's half decides nothing any more.</summary>
    public sealed record Called(InspectionPlan Plan, PersonId Planner, int Number, PersonId Caller) : Known(Plan, Planner);

    /// <summary>Villages are drawn, and findings are cured as they come.</summary>
    public abstract record Running(InspectionPlan Plan, PersonId Planner, IReadOnlyList<VillageFile> Villages) : Known(Plan, Planner)
    {
        public VillageFile? Of(VillageCode village) => Villages.FirstOrDefault(v => v.Village == village);
    }

    /// <summary>At least one village's result is not public.</summary>
    public sealed record Drawn(
        InspectionPlan Plan, PersonId Planner, IReadOnlyList<VillageFile> Villages) : Running(Plan, Planner, Villages);

    /// <summary>Every village's result is public.</summary>
    public sealed record Reported(
        InspectionPlan Plan, PersonId Planner, IReadOnlyList<VillageFile> Villages) : Running(Plan, Planner, Villages)
    {
        /// <summary>Findings whose cure has not been accepted.</summary>
        public int Uncured => Villages.Sum(v => v.Check is VillageCheck.Published p ? p.Cures.Count(c => c is not Cure.Accepted) : 0);
    }

    public sealed record Closed(InspectionPlan Plan, PersonId Planner) : Known(Plan, Planner);

    public sealed record Cancelled(InspectionPlan Plan, PersonId Planner) : Known(Plan, Planner);
}

public sealed record VillageFile(VillageCode Village, VillageCheck Check);

/// <summary>How one drawn village's inspection stands.</summary>
public abstract record VillageCheck
{
    public sealed record Waiting : VillageCheck;

    public sealed record Recorded(InspectionResult Result, Signature By) : VillageCheck;

    public sealed record Returned(InspectionResult Result, Text Reason) : VillageCheck;

    /// <param name="Cures">one for each finding, in its order</param>
    public sealed record Published(InspectionResult Result, IReadOnlyList<Cure> Cures) : VillageCheck
    {
        public Cure? CureOf(int ordinal) => ordinal >= 1 && ordinal <= Cures.Count ? Cures[ordinal - 1] : null;
    }
}

/// <summary>整改: how one finding stands.</summary>
public abstract record Cure
{
    public sealed record Open : Cure;

    public sealed record Reported(Text What, Signature By) : Cure;

    public sealed record SentBack(Text Reason) : Cure;

    public sealed record Accepted : Cure;
}
