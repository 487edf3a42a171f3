using Marten;
using Transparency.Contracts;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Office;
using Transparency.Publishing.Register;

namespace Transparency.Portal.Cases.Tenders;

/// <summary>What waits in tenders, and the last days that are near.</summary>
internal static class TenderTasks
{
    /// <summary>Payments come when they come and are no task.</summary>
    private static readonly string[] Acts =
    [
        "sign-plan", "announce-tender", "open-tender", "evaluate-tender", "publish-candidates", "award-tender", "sign-contract", "accept-works", "close-tender",
    ];

    public static async Task<IReadOnlyList<DeskTask>> OfAsync(CaseReader r)
    {
        var tasks = new List<DeskTask>();
        foreach (var row in await r.Session.Query<TenderOnDesk>().Where(t => !t.Ended).ToListAsync(r.Cancelled))
        {
            var village = row.Village is { } code ? new VillageCode(code) : (VillageCode?)null;
            if (!Sight.OfMoney(r.Officer, village) || await TenderCase.ReadAsync(r, row.Number) is not { } file) continue;
            // Too few bidders: where the opening waits for ever, the tender has failed.
            var failed = file.Acts.Any(a => a is { Name: "open-tender", NotYet.Code: "tender.too-few-bidders" });
            var since = Shanghai.DayOf(row.Since);
            if (failed && file.Acts.Any(a => a is { Name: "fail-tender", NotYet: null })) tasks.Add(DeskTask.Of(file, "fail-tender", since));
            else tasks.AddRange(DeskTask.First(file, Acts.Select(name => ActTable.All[name]), since));
        }
        return tasks;
    }

    /// <summary>Last days for offers and for objections to candidates.</summary>
    public static async Task<IReadOnlyList<Reminder>> RemindersAsync(CaseReader r)
    {
        var waiting = await r.Session.Query<TenderOnDesk>().Where(t => t.State == "Announced" || t.State == "CandidatesPublished").ToListAsync(r.Cancelled);
        var rows = await r.Session.LoadManyAsync<TenderOnRegister>(r.Cancelled, [.. waiting.Select(t => t.Id)]);
        return [.. rows.Where(t => Sight.OfMoney(r.Officer, t.Section.Village)).Select(ReminderOf).OfType<Reminder>()];
    }

    private static Reminder? ReminderOf(TenderOnRegister t)
    {
        var candidates = t.Status == TenderStatus.Candidates;
        var due = candidates ? t.Window?.Last : t.Current.Notice is { } notice ? Shanghai.DayOf(notice.Deadline) : (DateOnly?)null;
        return due is { } day ? new(candidates ? "candidates" : "bids", t.Section.Title, t.Tender.Value, $"/office/tenders/{t.Tender}", day) : null;
    }
}
