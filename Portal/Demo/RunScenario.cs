using Marten;
using Transparency.Contracts;
using Transparency.Portal.Acts;
using Transparency.Portal.Agreements.Rent;
using Transparency.Portal.Declarations;
using Transparency.Portal.Hosting;
using Transparency.Portal.Imports;
using Transparency.Portal.Problems;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;
using Transparency.Portal.Tenders;
using Transparency.Publishing.Register;

namespace Transparency.Portal.Demo;

/// <summary>What the demo town's store holds.</summary>
public enum DemoState
{
    Empty,
    Whole,

    /// <summary>Another town's, or a demo that broke off.</summary>
    Other,
}

/// <summary>Makes the demo town as a real one would come about: files imported, then every act at its own time through the same deciders as the office's forms.</summary>
public sealed class RunScenario(OpenStore open, IReadOnlyList<ScenarioAct> acts)
{
    /// <summary>Whoever sets the town up: its facts come before its officers.</summary>
    private static readonly Officer Installer = Officer.System with { Roles = [Role.Administrator, Role.Town, Role.Bookkeeper] };

    /// <summary>In the order in which one needs the other.</summary>
    private static readonly string[] Files = ["villages", "officers", "agreements", "vouchers", "bank"];

    public static RunScenario Of(OpenStore open) => new(open, Scenario.Read(Path.Combine(Scenario.Folder, "acts.csv")));

    /// <summary>The town's own folder may be on record already; anything else makes a store not empty.</summary>
    public async Task<DemoState> StateAsync(CancellationToken ct = default)
    {
        await using var session = open.Store.QuerySession();
        foreach (var subject in acts.Where(a => a.Act != Scenario.RaiseObjection && !TenderSubject.IsOffer(a.Act)).GroupBy(SubjectStream.Of))
        {
            var version = (await session.Events.FetchStreamStateAsync(subject.Key, ct))?.Version ?? 0;
            if (version < subject.Count()) return await IsEmptyAsync(session, ct) ? DemoState.Empty : DemoState.Other;
        }
        return DemoState.Whole;
    }

    /// <summary>Refuses (<see cref="CannotRun"/>) at the first act that the law refuses, naming its row.</summary>
    public async Task RunAsync(IProgress<(int Done, int Total)> progress, CancellationToken ct = default)
    {
        await SetUpAsync(acts[0].At.AddHours(-1), ct);
        foreach (var (i, act) in acts.Index())
        {
            await CloseEndedAsync(act.At, ct);
            if (await PerformAsync(act, ct) is Outcome.Refused no) throw new CannotRun(new Refusal("demo.act-refused", act.Row, act.Act, act.Subject, no.Why.ToString()));
            progress.Report((i + 1, acts.Count));
        }
        await CloseEndedAsync(open.Clock.GetUtcNow(), ct);
    }

    /// <summary>The newest act's time, UTC: a demo's clock never shows less.</summary>
    public DateTimeOffset LastAct => acts[^1].At;

    private async Task SetUpAsync(DateTimeOffset at, CancellationToken ct)
    {
        await open.RecordTownAsync(at, ct);
        foreach (var kind in Files)
        {
            var file = Path.Combine(Scenario.Folder, $"{kind}.csv");
            if (!File.Exists(file)) continue;
            var result = await ImportFile.RunAsync(open.Ledger, ImportKind.Named(kind)!, file, Installer, at, dryRun: false, ct);
            if (result.Findings.Count > 0) throw new CannotRun(result.Findings[0].Why);
        }
    }

    private async Task CloseEndedAsync(DateTimeOffset now, CancellationToken ct)
    {
        var failed = await CloseWindow.AllEndedAsync(open.Ledger, now, ct);
        if (failed.Count > 0) throw new CannotRun(failed.First().Value);
    }

    private async Task<Outcome> PerformAsync(ScenarioAct act, CancellationToken ct)
    {
        if (act.Act == Scenario.RaiseObjection)
        {
            var f = act.Fields;
            return (await RaiseObjection.RunAsync(open.Ledger, NewId.FromKey(act.Subject), f["words"], f.GetValueOrDefault("name"), f.GetValueOrDefault("contact"), act.At, ct)).Outcome;
        }
        var by = await open.OfficerAsync(act.Officer, ct);
        return await ActTable.RunAsync(open.Ledger, new(act.Act, SubjectStream.SubjectOf(act), await PinnedAsync(act, ct), by, act.At, null) { Via = "scenario" }, ct);
    }

    /// <summary>What a form knows and a file cannot: the hash of what stands now, and the id behind "the declaration's first objection".</summary>
    private async Task<IReadOnlyDictionary<string, string>> PinnedAsync(ScenarioAct act, CancellationToken ct)
    {
        var fields = new Dictionary<string, string>(act.Fields);
        await using var session = open.Store.QuerySession();
        if (ActTable.Pinned.TryGetValue(act.Act, out var find) && await find(session, await open.Rules.ReadAsync(session, ct), SubjectStream.SubjectOf(act), ct) is { } hash) fields["hash"] = hash.Value;
        if (act.Act == "remedy-case" && fields.TryGetValue("declaration", out var declaration)) fields["declaration"] = NewId.FromKey(declaration).Value;
        if (fields.TryGetValue("objection", out var ordinal))
        {
            var key = SubjectStream.Of(act);
            var arrived = await session.Query<ObjectionOnRegister>().Where(o => o.Declaration == key).ToListAsync(ct);
            fields["objection"] = StreamKey.IdOf(arrived.OrderBy(o => o.At).ElementAt(int.Parse(ordinal, System.Globalization.CultureInfo.InvariantCulture) - 1).Id);
        }
        return fields;
    }

    private static async Task<bool> IsEmptyAsync(IQuerySession session, CancellationToken ct) =>
        !await session.Query<OfficerOnDuty>().AnyAsync(ct)
        && !await session.Query<DeclarationOnRegister>().AnyAsync(ct)
        && !await session.Events.QueryAllRawEvents().AnyAsync(e => e.StreamKey != StreamKey.Town, ct);
}
