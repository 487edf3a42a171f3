using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Agreements.CleanUp;
using Transparency.Portal.Access;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Pages;

namespace Transparency.Portal.Cases.CleanUp;

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
/// <param name="Stage">
/// the state in which it goes on; differs from <paramref name="State"/> while it is deferred or before the court
/// </param>
/// <param name="By">person of the act that made the stage</param>
public sealed record CleanUpOnDesk(
    string Id, string Drive, string Agreement, string Village, Text Title, string State, string Stage, string By, DateTimeOffset Since)
{
    public static CleanUpOnDesk? Next(CleanUpOnDesk? now, string id, object e) => (now, e) switch
    {
        (null, CleanUpListed x) => new(
            id, x.Drive.Value, x.Before.Agreement.Value, x.Before.Village.Value, x.Before.Title,
            "Listed", "Listed", x.By.Person.Value, x.By.At),
        (null, _) => null,
        (_, CleanUpVerified x) => At(now, "Verified", x.By),
        (_, CleanUpClassified x) => At(now, x.Problems.Count == 0 ? "InOrder" : "Classified", x.By),
        (_, CleanUpRemedied x) => At(now, "Remedied", x.By),
        (_, CleanUpDone x) => At(now, "Done", x.By),
        (_, CleanUpRechecked x) => At(now, "Rechecked", x.By),
        (_, CleanUpDeferred x) => now with { State = "Deferred", Since = x.By.At },
        (_, CleanUpLitigated x) => now with { State = "Litigated", Since = x.By.At },
        _ => now,
    };

    private static CleanUpOnDesk At(CleanUpOnDesk now, string stage, Signature by) =>
        now with { State = stage, Stage = stage, By = by.Person.Value, Since = by.At };
}

/// <summary>One task for each station of a drive, with the number of agreements that stand there.</summary>
internal static class CleanUpTasks
{
    public static async Task<IReadOnlyList<DeskTask>> OfAsync(CaseReader r)
    {
        var drives = (await r.Session.Query<DriveOnDesk>().ToListAsync(r.Cancelled)).ToDictionary(d => d.Drive);
        var yearAgo = r.Now.AddYears(-1);
        var open = await r.Session.Query<CleanUpOnDesk>()
            .Where(c => c.Stage != "Rechecked" && c.Stage != "InOrder" && (c.Stage != "Done" || c.Since <= yearAgo))
            .ToListAsync(r.Cancelled);
        return
        [
            .. from c in open
               let act = ActOn(r, c)
               where act is not null && Sight.OfMoney(r.Officer, new VillageCode(c.Village))
               group c by (c.Drive, act.Name) into station
               let drive = drives[station.Key.Drive]
               let since = Shanghai.DayOf(station.Min(c => c.Since))
               select new DeskTask("case", $"/office/clean-up/{drive.Drive}", drive.Title, null, since, station.Count())
                   { Act = station.Key.Name },
        ];
    }

    /// <summary>The law is asked with the station as the row tells it: it needs no more.</summary>
    private static Act? ActOn(CaseReader r, CleanUpOnDesk c)
    {
        var file = new CleanUpFile(new(c.Drive), new(c.Agreement));
        (CleanUpCase State, Act Act, CleanUpCommand Command)? asked = c.State switch
        {
            "Listed" => (new CleanUpCase.Listed(file), CleanUpActs.VerifyCase, new CleanUpCommand.Verify(Asked.Sound, r.Officer, r.Now)),
            "Verified" => (
                new CleanUpCase.Verified(file, new(c.By)), CleanUpActs.ClassifyCase,
                new CleanUpCommand.Classify([], r.Officer, r.Now)),
            "Remedied" => (
                new CleanUpCase.Remedied(file, new(c.By)), CleanUpActs.FinishCase,
                new CleanUpCommand.Finish([], r.Officer, r.Now)),
            "Done" => (
                new CleanUpCase.Done(file, new(c.By), Shanghai.DayOf(c.Since)), CleanUpActs.RecheckCase,
                new CleanUpCommand.Recheck(Asked.Sound, true, r.Officer, r.Now)),
            _ => null,
        };
        return asked is var (state, act, command) && Asked.Answer(r.Rules, CleanUpDecider.Law, state, command) is null ? act : null;
    }
}
