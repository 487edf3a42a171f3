using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Access;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Pages;
using Transparency.Publishing.Register;

namespace Transparency.Portal.Cases.Tenders;

/// <summary>Where a tender stands, for the office's lists; private.</summary>
/// <param name="State">name of the state</param>
/// <param name="Ended">nothing more can happen</param>
/// <param name="Village">null for the town's own</param>
/// <param name="IsPublic">its plan was disclosed</param>
public sealed record TenderOnDesk(
    string Id, string Number, string State, bool Ended, Text Title, string? Village, DateTimeOffset Since, bool IsPublic = false)
{
    public Readers Readers => ReadersOf(Village is { } v ? new VillageCode(v) : null, IsPublic);

    public static Readers ReadersOf(VillageCode? village, bool isPublic) =>
        new(Access.Readers.OfMoney, village, isPublic ? Others.OfMoney : Others.Nobody);

    public static TenderOnDesk? Next(TenderOnDesk? now, string id, object e) => (now, e) switch
    {
        (null, TenderPlanned x) => new(id, x.Id.Value, "Planned", false, x.Content.Title, x.Content.Village?.Value, x.By.At),
        (null, _) => null,
        (_, TenderReplanned x) => now with { Title = x.Content.Title, Since = x.By.At },
        (_, TenderPlanDisclosed x) => Moved(now, "Disclosed", x.By) with { IsPublic = true },
        (_, TenderAnnounced x) => Moved(now, "Announced", x.By),
        (_, TenderOpened x) => Moved(now, "Opened", x.By),
        (_, TenderEvaluated x) => Moved(now, "Evaluated", x.By),
        (_, TenderCandidatesPublished x) => Moved(now, "CandidatesPublished", x.By),
        (_, TenderAwarded x) => Moved(now, "Awarded", x.By),
        (_, TenderClosed x) => Moved(now, "Closed", x.By) with { Ended = true },
        (_, TenderFailed x) => Moved(now, "Failed", x.By) with { Ended = true },
        (_, TenderCancelled x) => Moved(now, "Cancelled", x.By) with { Ended = true },
        _ => now,
    };

    private static TenderOnDesk Moved(TenderOnDesk now, string state, Signature by) => now with { State = state, Since = by.At };
}

/// <summary>What waits in tenders, and the last days that are near.</summary>
internal static class TenderTasks
{
    /// <summary>Payments come when they come and are no task.</summary>
    private static readonly Act[] Tasks =
    [
        TenderActs.SignTenderPlan, TenderActs.AnnounceTender, TenderActs.OpenTender, TenderActs.EvaluateTender,
        TenderActs.PublishTenderCandidates,
        TenderActs.AwardTender, TenderActs.SignLotContract, TenderActs.SignLotChange, TenderActs.AcceptWorks, TenderActs.CloseTender,
    ];

    public static async Task<IReadOnlyList<DeskTask>> OfAsync(CaseReader r)
    {
        var tasks = new List<DeskTask>();
        foreach (var row in await r.Session.Query<TenderOnDesk>().Where(t => !t.Ended).ToListAsync(r.Cancelled))
        {
            if (!row.Readers.Include(r.Officer) || await TenderCase.ReadAsync(r, row.Number) is not { } file) continue;
            // Too few bidders: where the opening waits for ever, the tender has failed.
            var failed = file.Acts.Any(a => a.Act == TenderActs.OpenTender && a.NotYet?.Code == "tender.too-few-bidders");
            var since = Shanghai.DayOf(row.Since);
            if (failed && file.Acts.Any(a => a.Act == TenderActs.FailTender && a.NotYet is null))
                tasks.Add(DeskTask.Of(file, TenderActs.FailTender.Name, since));
            else
                tasks.AddRange(DeskTask.First(r, file, Tasks, since));
        }
        return tasks;
    }

    /// <summary>Last days for offers and for objections to candidates.</summary>
    public static async Task<IReadOnlyList<Reminder>> RemindersAsync(CaseReader r)
    {
        var waiting = await r.Session.Query<TenderOnDesk>()
            .Where(t => t.State == "Announced" || t.State == "CandidatesPublished").ToListAsync(r.Cancelled);
        var rows = await r.Session.LoadManyAsync<TenderOnRegister>(r.Cancelled, [.. waiting.Select(t => t.Id)]);
        return [.. rows.Where(t => Sight.OfMoney(r.Officer, t.Section.Village)).Select(ReminderOf).OfType<Reminder>()];
    }

    private static Reminder? ReminderOf(TenderOnRegister t)
    {
        var candidates = t.Status == TenderStatus.Candidates;
        var due = candidates ? t.Window?.Last : t.Current.Notice is { } notice ? Shanghai.DayOf(notice.Deadline) : (DateOnly?)null;
        return due is { } day
            ? new(candidates ? "candidates" : "bids", t.Section.Title, t.Tender.Value, $"/office/tenders/{t.Tender}", day)
            : null;
    }
}
