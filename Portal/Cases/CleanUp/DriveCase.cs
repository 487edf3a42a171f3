using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Agreements.CleanUp;
using Transparency.Portal.Access;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store;
using Transparency.Publishing.Site;

namespace Transparency.Portal.Cases.CleanUp;

/// <summary>
/// One drive of the clean-up of contracts, with its cases. A drive is public by its opening, so every officer sees it; cases only
/// where they are his.
/// </summary>
public static class DriveCase
{
    public static async Task<CaseView?> ReadAsync(CaseReader r, string subject)
    {
        if (DriveId.Parse(subject) is not { } id) return null;
        var drive = await r.ReadAsync(StreamKey.Of(id), DriveDecider.Law);
        var opened = drive.History.Select(h => h.Event).OfType<DriveOpened>().FirstOrDefault();
        var listed = await r.Session.Query<CleanUpOnDesk>().Where(c => c.Drive == id.Value).ToListAsync(r.Cancelled);
        var cases = listed.Where(c => Sight.OfMoney(r.Officer, new VillageCode(c.Village)))
            .OrderBy(c => c.Agreement, StringComparer.Ordinal).ToList();
        return new(new(Readers.Town, null, Others.EveryOfficer), $"clean-up/{id}", opened?.Title ?? new Text(id.Value), id.Value,
            $"office.drive.{drive.State.GetType().Name}", drive.State is Drive.Open ? "good" : "waiting")
        {
            Facts = opened is null ? [] :
            [
                new Fact("field.what", opened.What),
                new Fact("field.villages", [.. opened.Villages.Select(r.Village)]),
                new Fact("office.drive.listed", new Shown(cases.Count)),
                .. drive.State is Drive.Open
                    ? new[]
                    {
                        new Fact("office.drive.list-one", new Shown(new Word("office.drive.to-list"), $"/office/agreements?drive={id}")),
                    }
                    : [],
            ],
            Sheets = opened is null ? [] :
            [
                new Sheet("office.drive.cases", ["office.agreement.number", "field.title", "field.village", "office.drive.state"],
                    [.. cases.Select(c => (IReadOnlyList<Shown>)
                    [
                        new Shown(c.Agreement, $"/office/clean-up/{id}/{c.Agreement}"), c.Title,
                        r.Village(new(c.Village)), new Shown(new Word($"cleanup-state.{c.State}")),
                    ])]),
            ],
            PublicPath = opened is null ? null : SiteMap.CleanUp(id),
            History = drive.History,
            Acts = [.. DriveActs.Offered(r, id, drive).OfType<OfferedAct>()],
        };
    }
}
