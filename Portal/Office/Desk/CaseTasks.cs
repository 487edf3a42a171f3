using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Agreements.CleanUp;
using Transparency.Portal.Cases.Deliberations;
using Transparency.Portal.Cases.Inspections;
using Transparency.Portal.Cases.Months;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Cases.Rent;
using Transparency.Portal.Cases.Tenders;
using Transparency.Portal.Office.Frame;

namespace Transparency.Portal.Office.Desk;

/// <summary>
/// Tasks in village decisions, tenders, months, rent and clean-up. Small private rows say which cases are open and may be this officer's;
/// only those are read, and whether there is something to do is asked of the law.
/// </summary>
public static class CaseTasks
{
    /// <summary>The first that the law allows now is the task. Receipts, payments and questions come when they come and are none.</summary>
    private static readonly string[] OfTenders = ["sign-plan", "announce-tender", "open-tender", "evaluate-tender", "publish-candidates", "award-tender", "sign-contract", "accept-works", "close-tender"];

    private static readonly string[] OfDeliberations = ["post-resolution", "resolve", "party-review", "discuss"];

    private static readonly string[] OfMonths = ["check-statement", "sign-statement", "book-vouchers", "prepare-statement", "answer-about-statement"];

    private static readonly string[] OfRent = ["check-rent", "sign-rent"];

    public static async Task<IReadOnlyList<DeskTask>> OfAsync(IQuerySession session, Screen here, CancellationToken ct)
    {
        var r = new CaseReader(session, here, QueryCollection.Empty, ct);
        return [.. await DeliberationsAsync(r), .. await TendersAsync(r), .. await MonthsAsync(r), .. await RentAsync(r), .. await CleanUpAsync(r), .. await InspectionTasks.OfAsync(r)];
    }

    private static async Task<List<DeskTask>> DeliberationsAsync(CaseReader r)
    {
        var tasks = new List<DeskTask>();
        foreach (var row in await r.Session.Query<DeliberationOnDesk>().Where(d => !d.Ended).ToListAsync(r.Cancelled))
        {
            if (Sight.OfCase(r.Officer, row.Village is { } v ? new VillageCode(v) : null) && await DeliberationCase.ReadAsync(r, row.Number) is { } file) tasks.AddRange(First(file, OfDeliberations, row.Since));
        }
        return tasks;
    }

    private static async Task<List<DeskTask>> TendersAsync(CaseReader r)
    {
        var tasks = new List<DeskTask>();
        foreach (var row in await r.Session.Query<TenderOnDesk>().Where(t => !t.Ended).ToListAsync(r.Cancelled))
        {
            if (!Sight.OfMoney(r.Officer, row.Village is { } v ? new VillageCode(v) : null) || await TenderCase.ReadAsync(r, row.Number) is not { } file) continue;
            // Too few bidders: where the opening waits for ever, the tender has failed.
            var failed = file.Acts.Any(a => a is { Name: "open-tender", NotYet.Code: "tender.too-few-bidders" });
            if (failed && file.Acts.Any(a => a is { Name: "fail-tender", NotYet: null })) tasks.Add(Of(file, "fail-tender", row.Since));
            else tasks.AddRange(First(file, OfTenders, row.Since));
        }
        return tasks;
    }

    /// <summary>Months whose book is open, and those with a statement that waits or a question without an answer.</summary>
    private static async Task<List<DeskTask>> MonthsAsync(CaseReader r)
    {
        if (!r.Officer.Roles.Any(x => x is Role.Village or Role.Bookkeeper or Role.FinanceGroup or Role.Supervision)) return [];
        var open = (await r.Session.Query<BookOnDesk>().Where(b => !b.IsClosed).ToListAsync(r.Cancelled)).ToDictionary(b => $"{b.Village}/{b.Month}", _ => (DateTimeOffset?)null);
        foreach (var s in await r.Session.Query<StatementOnDesk>().Where(s => s.State != "Disclosed" || s.Questions > 0).ToListAsync(r.Cancelled)) open[$"{s.Village}/{s.Month}"] = s.Since;
        var tasks = new List<DeskTask>();
        foreach (var (month, since) in open.OrderBy(m => m.Key, StringComparer.Ordinal))
        {
            if (VillageMonth.Parse(month) is not { } of || !Sight.OfMoney(r.Officer, of.Village) || await MonthCase.ReadAsync(r, month) is not { } file) continue;
            // What waits for others to check or sign is not to be prepared once more.
            var mine = since is null || file.State.EndsWith(".Returned", StringComparison.Ordinal) ? OfMonths : OfMonths.Where(a => a != "prepare-statement");
            tasks.AddRange(First(file, mine, since ?? Shanghai.At(of.Month.Next.First, default)));
        }
        return tasks;
    }

    private static async Task<List<DeskTask>> RentAsync(CaseReader r)
    {
        if (!r.Officer.Roles.Any(x => x is Role.FinanceGroup or Role.Supervision)) return [];
        var tasks = new List<DeskTask>();
        foreach (var row in await r.Session.Query<RentOnDesk>().Where(x => x.State != "Kept").ToListAsync(r.Cancelled))
        {
            if (await RentCase.ReadAsync(r, $"{row.Agreement}/{row.Year}") is { } file) tasks.AddRange(First(file, OfRent, row.Since));
        }
        return tasks;
    }

    /// <summary>One task for each station of a drive, with the number of agreements that stand there.</summary>
    private static async Task<List<DeskTask>> CleanUpAsync(CaseReader r)
    {
        var drives = (await r.Session.Query<DriveOnDesk>().ToListAsync(r.Cancelled)).ToDictionary(d => d.Drive);
        var open = await r.Session.Query<CleanUpOnDesk>().Where(c => c.Stage != "Done" && c.Stage != "InOrder").ToListAsync(r.Cancelled);
        return [.. from c in open
                   let act = ActOn(r, c)
                   where act is not null && Sight.OfMoney(r.Officer, new VillageCode(c.Village))
                   group c by (c.Drive, act) into station
                   let drive = drives[station.Key.Drive]
                   select new DeskTask("case", $"/office/clean-up/{drive.Drive}", drive.Title, null, Shanghai.DayOf(station.Min(c => c.Since)), station.Count()) { Act = station.Key.act }];
    }

    /// <summary>The law is asked with the station as the row tells it: it needs no more.</summary>
    private static string? ActOn(CaseReader r, CleanUpOnDesk c)
    {
        var file = new CleanUpFile(new(c.Drive), new(c.Agreement));
        (CleanUpCase State, string Act, CleanUpCommand Command)? asked = c.State switch
        {
            "Listed" => (new CleanUpCase.Listed(file), "verify-case", new CleanUpCommand.Verify(Asked.Sound, r.Officer, r.Now)),
            "Verified" => (new CleanUpCase.Verified(file, new(c.By)), "classify-case", new CleanUpCommand.Classify([], r.Officer, r.Now)),
            "Remedied" => (new CleanUpCase.Remedied(file, new(c.By)), "finish-case", new CleanUpCommand.Finish(Yuan.Zero, r.Officer, r.Now)),
            _ => null,
        };
        return asked is var (state, act, command) && Asked.Answer(r.Rules, CleanUpDecider.Law, state, command) is null ? act : null;
    }

    private static IEnumerable<DeskTask> First(CaseView file, IEnumerable<string> acts, DateTimeOffset since) =>
        acts.Where(name => file.Acts.Any(a => a.Name == name && a.NotYet is null)).Take(1).Select(name => Of(file, name, since));

    private static DeskTask Of(CaseView file, string act, DateTimeOffset since) =>
        new("case", $"/office/{file.Path}", file.Title.Value as Text ?? new(""), file.Number, Shanghai.DayOf(since)) { Act = act };
}
