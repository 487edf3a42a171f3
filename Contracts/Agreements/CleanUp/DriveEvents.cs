namespace Transparency.Contracts.Agreements.CleanUp;

/// <summary>
/// What happened to one clean-up drive, on the stream <c>drive/{id}</c>, in order of life. All of it is public by the act.
/// </summary>
public abstract record DriveEvent : ISigned
{
    public abstract Signature By { get; init; }

    public virtual Text? Said => null;
}

/// <param name="Villages">whose agreements are looked at; never empty</param>
public sealed record DriveOpened(DriveId Id, Text Title, Text What, IReadOnlyList<VillageCode> Villages, Signature By) : DriveEvent
{
    public override Text? Said => What;
}

/// <summary>No further agreement is listed; what is listed is carried to its end.</summary>
public sealed record DriveClosed(Signature By) : DriveEvent;
