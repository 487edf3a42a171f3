using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Desk;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store;
using Transparency.Publishing.Register;

namespace Transparency.Portal.Cases.Declarations;

/// <summary>What waits in declarations.</summary>
internal static class DeclarationTasks
{
    /// <summary>What one act of each state is for; the first that the law allows now is the task.</summary>
    private static readonly (Act Act, string Kind)[] Steps =
    [
        (DeclarationActs.PassReview, "review"), (DeclarationActs.OpenWindow, "open"), (DeclarationActs.Approve, "approve"),
        (DeclarationActs.Declare, "finish"), (DeclarationActs.Redraft, "finish"),
    ];

    public static async Task<IReadOnlyList<DeskTask>> OfAsync(CaseReader r)
    {
        var tasks = new List<DeskTask>();
        foreach (var row in await r.Session.Query<DeclarationOnDesk>().Where(d => !d.Ended).ToListAsync(r.Cancelled))
        {
            if (!row.ReadersBy(r.Rules).Include(r.Officer)) continue;
            var file = (await DeclarationInOffice.LoadAsync(r, new(StreamKey.IdOf(row.Id))))!;
            var before = tasks.Count;
            tasks.AddRange(In(r, file));
            if (tasks.Count == before)
                tasks.Add(Of(file, "", Shanghai.DayOf(row.Since)) with { Elsewhere = ($"state.{row.State}", row.Since) });
        }
        return tasks;
    }

    /// <summary>Windows that end, and of each declaration the first answer that is due.</summary>
    public static async Task<IReadOnlyList<Reminder>> RemindersAsync(CaseReader r)
    {
        var unsettled = r.Session.Query<ObjectionOnRegister>().Where(o => o.Settled == null && o.Due != null);
        var due = (await unsettled.ToListAsync(r.Cancelled))
            .GroupBy(o => o.Declaration).ToDictionary(g => g.Key, g => g.Min(o => o.Due!.Value));
        var open = await r.Session.Query<DeclarationOnRegister>().Where(d => d.Status == PublicStatus.InPublicity).ToListAsync(r.Cancelled);
        var asked = await r.Session.LoadManyAsync<DeclarationOnRegister>(r.Cancelled, [.. due.Keys]);
        var rows = await r.Session.LoadManyAsync<DeclarationOnDesk>(r.Cancelled, [.. open.Concat(asked).Select(d => d.Id).Distinct()]);
        var seen = rows.Where(row => row.ReadersBy(r.Rules).Include(r.Officer)).Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
        Reminder Of(string kind, DeclarationOnRegister d, string at, DateOnly on) =>
            new(kind, d.Section.Title, d.Number.ToString(), $"/office/declarations/{StreamKey.IdOf(d.Id)}{at}", on);
        return
        [
            .. open.Where(d => seen.Contains(d.Id)).Select(d => Of("window", d, "", d.Window.Last)),
            .. asked.Where(d => seen.Contains(d.Id)).Select(d => Of("answer", d, "#letters", due[d.Id])),
        ];
    }

    private static IEnumerable<DeskTask> In(CaseReader r, DeclarationInOffice file)
    {
        var acts = DeclarationOffers.Of(r, file);
        if (acts.Any(a => a.Act == DeclarationActs.SettleObjection))
            yield return Of(file, "answer", Shanghai.DayOf(file.Unsettled.First().At), file.Unsettled.Count());
        if (file.Proposed is { ProposedBy.At: var proposed } && acts.Any(a => a.Act == DeclarationActs.ConfirmWording))
            yield return Of(file, "wording", Shanghai.DayOf(proposed));
        if (file.State is Declaration.InPublicity { Window: var window })
        {
            // For those who could still step in; to others it is a case like any.
            if (acts.Count > 0) yield return Of(file, "running", window.Last);
        }
        else if (file.State is Declaration.SentBack && acts.Any(a => a.Act == DeclarationActs.Restart))
            yield return Of(file, "sent-back", Shanghai.DayOf(file.Since));
        else if (Steps.FirstOrDefault(t => acts.Any(a => a.Act == t.Act && MayDo(a))) is { Kind: { } kind })
            yield return Of(file, file.State is Declaration.Returned ? "mend" : kind, Shanghai.DayOf(file.Since));
    }

    private static DeskTask Of(DeclarationInOffice file, string kind, DateOnly on, int count = 0) =>
        new(kind, $"/office/declarations/{file.Id}", file.Now.Title, file.Case.Number?.ToString(), on, count);

    /// <summary>A draft that still lacks something waits for its declarant; an approval that waits for answers waits for others.</summary>
    private static bool MayDo(OfferedAct act) =>
        act.NotYet is null || act.Act == DeclarationActs.Declare || act.Act == DeclarationActs.Redraft;
}
