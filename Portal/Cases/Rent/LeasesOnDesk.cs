using Transparency.Contracts;
using Transparency.Contracts.Agreements.CleanUp;
using Transparency.Contracts.Agreements.Rent;

namespace Transparency.Portal.Cases.Rent;

/// <summary>Where the rent of one lease in one year stands; private.</summary>
/// <param name="State">name of the state</param>
public sealed record RentOnDesk(string Id, string Agreement, int Year, string State, DateTimeOffset Since)
{
    public static RentOnDesk? Next(RentOnDesk? now, string id, object e) => (now, e) switch
    {
        (null, RentScheduled x) => new(id, x.Agreement.Value, x.Year, "Kept", x.By.At),
        (null, _) => null,
        (_, RentPrepared x) => now with { State = "Prepared", Since = x.By.At },
        (_, RentChecked x) => now with { State = "Checked", Since = x.By.At },
        (_, RentDisclosed x) => now with { State = "Kept", Since = x.By.At },
        _ => now,
    };
}

/// <summary>A clean-up drive in the office's list; private.</summary>
public sealed record DriveOnDesk(string Id, string Drive, Text Title, bool IsClosed, DateTimeOffset Since)
{
    public static DriveOnDesk? Next(DriveOnDesk? now, string id, object e) => (now, e) switch
    {
        (null, DriveOpened x) => new(id, x.Id.Value, x.Title, false, x.By.At),
        (not null, DriveClosed) => now with { IsClosed = true },
        _ => now,
    };
}

/// <summary>Where one agreement stands in a drive; private.</summary>
/// <param name="State">name of the state</param>
/// <param name="Stage">the state in which it goes on; differs from <paramref name="State"/> while it is deferred or before the court</param>
/// <param name="By">person of the act that made the stage</param>
public sealed record CleanUpOnDesk(string Id, string Drive, string Agreement, string Village, Text Title, string State, string Stage, string By, DateTimeOffset Since)
{
    public static CleanUpOnDesk? Next(CleanUpOnDesk? now, string id, object e) => (now, e) switch
    {
        (null, CleanUpListed x) => new(id, x.Drive.Value, x.Before.Agreement.Value, x.Before.Village.Value, x.Before.Title, "Listed", "Listed", x.By.Person.Value, x.By.At),
        (null, _) => null,
        (_, CleanUpVerified x) => At(now, "Verified", x.By),
        (_, CleanUpClassified x) => At(now, x.Problems.Count == 0 ? "InOrder" : "Classified", x.By),
        (_, CleanUpRemedied x) => At(now, "Remedied", x.By),
        (_, CleanUpDone x) => At(now, "Done", x.By),
        (_, CleanUpDeferred x) => now with { State = "Deferred", Since = x.By.At },
        (_, CleanUpLitigated x) => now with { State = "Litigated", Since = x.By.At },
        _ => now,
    };

    private static CleanUpOnDesk At(CleanUpOnDesk now, string stage, Signature by) => now with { State = stage, Stage = stage, By = by.Person.Value, Since = by.At };
}
