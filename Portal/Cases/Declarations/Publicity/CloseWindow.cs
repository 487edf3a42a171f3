using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Town;
using Transparency.Portal.Cases.Desk;
using Transparency.Portal.Store;
using Transparency.Publishing.Register;
using Route = Transparency.Contracts.Town.Route;

namespace Transparency.Portal.Cases.Declarations.Publicity;

/// <summary>公示期满: done by the minute's job as the system, never by a person and from no form.</summary>
public static class CloseWindow
{
    public static Task<Outcome> RunAsync(Ledger ledger, DeclarationId id, DateTimeOffset at, CancellationToken ct = default) =>
        ledger.WriteAsync(new(Officer.System.Id.Value, "job"), async entry =>
        {
            await entry.LockAsync(StreamKey.Of(id), shared: false);
            var file = await entry.LoadAsync(id);
            if (file.State is not Declaration.Known known) return Refusal.NotNow("declaration.unknown");
            return entry.Decide(file, new DeclarationCommand.CloseWindow(await Arrived.InRoundAsync(entry, known), Officer.System, at));
        }, ct);

    /// <summary>
    /// Closes every window that has ended at <paramref name="now"/>, and ends what nobody approves once its last answer is given; safe
    /// to run at any time and twice.
    /// </summary>
    /// <returns>what was not closed and why, with the stream's key; empty as a rule</returns>
    public static async Task<IReadOnlyDictionary<string, Refusal>> AllEndedAsync(
        Ledger ledger, DateTimeOffset now, CancellationToken ct = default)
    {
        await using var session = ledger.Store.QuerySession();
        var open = await session.Query<DeclarationOnRegister>().Where(d => d.Status == PublicStatus.InPublicity).ToListAsync(ct);
        // Business time is the window's own end or the last answer, not the moment the job came round: a late job writes the same history.
        var due = open.Where(d => d.Window.Ends <= now).Select(d => (d.Id, At: d.Window.Ends))
            .Concat((await AnsweredAsync(ledger, session, now, ct)).Select(d => (d.Id, At: d.LastAct)));
        var failed = new Dictionary<string, Refusal>();
        foreach (var (id, at) in due.OrderBy(d => d.At).ThenBy(d => d.Id, StringComparer.Ordinal))
        {
            if (await RunAsync(ledger, new(StreamKey.IdOf(id)), at, ct) is Outcome.Refused no) failed[id] = no.Why;
        }
        return failed;
    }

    /// <summary>Of the matters that nobody approves, those whose window is over and whose objections all have their answer.</summary>
    private static async Task<IEnumerable<DeclarationOnRegister>> AnsweredAsync(
        Ledger ledger, IQuerySession session, DateTimeOffset now, CancellationToken ct)
    {
        var rules = (await ledger.Rules.ReadAsync(session, ct)).On(Shanghai.DayOf(now));
        string[] matters = [.. rules.Matters.Values.Where(m => m is { Route: Route.Major, Approver: null }).Select(m => m.Code)];
        if (matters.Length == 0) return [];
        var closed = await session.Query<DeclarationOnDesk>()
            .Where(d => d.State == nameof(Declaration.WindowClosed) && matters.Contains(d.Matter)).ToListAsync(ct);
        if (closed.Count == 0) return [];
        string[] ids = [.. closed.Select(d => d.Id)];
        var unsettled = await session.Query<ObjectionOnRegister>()
            .Where(o => o.Settled == null && ids.Contains(o.Declaration)).ToListAsync(ct);
        return await session.LoadManyAsync<DeclarationOnRegister>(ct, [.. ids.Except(unsettled.Select(o => o.Declaration))]);
    }
}
