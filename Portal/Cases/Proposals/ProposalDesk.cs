using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Proposals;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Proposals;

/// <summary>Where a proposal stands, for the office's lists; private, and without a word of the letter.</summary>
/// <param name="Id">the stream's key</param>
/// <param name="State">name of the state</param>
/// <param name="Number">null before its admission, as <paramref name="Title"/> and <paramref name="AnswerDue"/></param>
/// <param name="Ended">nothing more is to come</param>
public sealed record ProposalOnDesk(
    string Id, string State, string? Village, string? Number, Text? Title, DateOnly? AnswerDue, bool IsPublic, bool Ended,
    DateTimeOffset Since)
{
    public string Subject => StreamKey.IdOf(Id);

    public static ProposalOnDesk? Next(ProposalOnDesk? now, string id, object e) => (now, e) switch
    {
        (null, ProposalSubmitted x) => new(id, "Submitted", x.Village?.Value, null, null, null, false, false, x.By.At),
        (null, _) => null,
        (_, ProposalMerged x) => now with { State = "Merged", Ended = true, Since = x.By.At },
        (_, ProposalDeclined x) => now with { State = "NotOurs", Ended = true, Since = x.By.At },
        (_, ProposalAdmitted x) => now with
        {
            State = "Admitted", Number = $"{x.Section.Number}", Title = x.Section.Title, AnswerDue = x.Section.AnswerDue, Since = x.By.At,
        },
        (_, ProposalReturned x) => now with { State = "Returned", Since = x.By.At },
        (_, ProposalDisclosed x) => now with { State = "Disclosed", IsPublic = true, Since = x.By.At },
        (_, ProposalStudied x) => now with { State = "Studied", Since = x.By.At },
        (_, ProposalAnswered x) => now with { State = "Answered", Ended = x.Outcome == ProposalOutcome.No, Since = x.By.At },
        (_, ProposalCarried x) => now with { State = "Carried", Since = x.By.At },
        (_, ProposalResultPosted x) => now with { State = "ResultPosted", Ended = true, Since = x.By.At },
        _ => now,
    };
}

/// <summary>What waits in proposals: whether it is this officer's to do is asked of the law.</summary>
internal static class ProposalTasks
{
    public static async Task<IReadOnlyList<DeskTask>> OfAsync(CaseReader r)
    {
        var tasks = new List<DeskTask>();
        foreach (var row in await RunningAsync(r))
        {
            if (ActOf(row) is not { } act || await ProposalCase.ReadAsync(r, row.Subject) is not { } file) continue;
            tasks.AddRange(DeskTask.First(r, file, [act], act == ProposalActs.Answer ? row.AnswerDue!.Value : Shanghai.DayOf(row.Since)));
        }
        return tasks;
    }

    /// <summary>Last days for answers.</summary>
    public static async Task<IReadOnlyList<Reminder>> RemindersAsync(CaseReader r) =>
    [
        .. from row in await RunningAsync(r)
           where row is { State: "Disclosed" or "Studied", AnswerDue: not null } && ProposalCase.IsSeen(r, row)
           select new Reminder("proposal", row.Title!, row.Number, $"/office/proposals/{row.Subject}", row.AnswerDue!.Value),
    ];

    /// <summary>The one act that takes it further.</summary>
    private static Act? ActOf(ProposalOnDesk row) => row.State switch
    {
        "Submitted" or "Returned" => ProposalActs.Admit,
        "Admitted" => ProposalActs.Sign,
        "Disclosed" => ProposalActs.Study,
        "Studied" => ProposalActs.Answer,
        "Answered" => ProposalActs.Carry,
        "Carried" => ProposalActs.PostResult,
        _ => null,
    };

    private static Task<IReadOnlyList<ProposalOnDesk>> RunningAsync(CaseReader r) =>
        r.Session.Query<ProposalOnDesk>().Where(p => !p.Ended).OrderBy(p => p.Since).ThenBy(p => p.Id).ToListAsync(r.Cancelled);
}
