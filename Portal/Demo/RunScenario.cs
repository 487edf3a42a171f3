using Marten;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Transparency.Contracts;
using Transparency.Portal.Access;
using Transparency.Portal.Cases;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Declarations.Publicity;
using Transparency.Portal.Hosting;
using Transparency.Portal.Importing;
using Transparency.Portal.Problems;
using Transparency.Portal.Store;
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

/// <summary>
/// Makes the demo town as a real one would come about: files imported, then every act at its own time through the same deciders as
/// the office's forms.
/// </summary>
public sealed class RunScenario(OpenStore open, IReadOnlyList<ScenarioAct> acts)
{
    /// <summary>Whoever sets the town up: its facts come before its officers.</summary>
    private static readonly Officer Installer = Officer.System with { Roles = [Role.Administrator, Role.Town, Role.Bookkeeper] };

    /// <summary>In the order in which one needs the other.</summary>
    private static readonly string[] Files = ["villages", "officers", "agreements"];

    /// <summary>Heard by nobody: whoever acts the scenario out says how far it is, and a refusal ends it.</summary>
    private readonly Ledger ledger = new(open.Store, PortalStreams.All, open.Rules, NullLogger<Ledger>.Instance)
    {
        StandsInPublic = open.Ledger.StandsInPublic, Identity = open.Ledger.Identity,
    };

    private readonly Dictionary<string, Officer> officers = [];

    public static RunScenario Of(OpenStore open) => new(open, Scenario.All());

    /// <summary>The town's own folder may be on record already; anything else makes a store not empty.</summary>
    public async Task<DemoState> StateAsync(CancellationToken ct = default)
    {
        await using var session = open.Store.QuerySession();
        var expected = acts.Select(LeavesOf).OfType<string>().GroupBy(key => key).ToDictionary(key => key.Key, key => key.Count());
        var versions = await VersionsAsync([.. expected.Keys], ct);
        return expected.All(e => versions.GetValueOrDefault(e.Key) >= e.Value) ? DemoState.Whole
            : await IsEmptyAsync(session, ct) ? DemoState.Empty
            : DemoState.Other;
    }

    /// <summary>Refuses (<see cref="CannotRun"/>) at the first act that the law refuses, naming its file and row.</summary>
    public async Task RunAsync(IProgress<(int Done, int Total)> progress, CancellationToken ct = default)
    {
        await SetUpAsync(acts[0].At.AddHours(-1), ct);
        var today = default(DateOnly);
        foreach (var (i, act) in acts.Index())
        {
            // A window ends with its last day: the first act of the next one finds it closed.
            if (Shanghai.DayOf(act.At) is var day && day != today) await CloseEndedAsync(act.At, ct);
            today = day;
            if (await PerformAsync(act, ct) is Outcome.Refused no)
                throw new CannotRun(Refusal.Mend(null, "demo.act-refused", act.File, act.Row, act.Act, act.Subject, no.Why.ToString()));
            progress.Report((i + 1, acts.Count));
        }
        await CloseEndedAsync(open.Clock.GetUtcNow(), ct);
    }

    private async Task SetUpAsync(DateTimeOffset at, CancellationToken ct)
    {
        await open.RecordTownAsync(at, ct);
        foreach (var kind in Files) await ImportAsync(kind, $"{kind}.csv", Installer, at, ct);
    }

    private async Task ImportAsync(string kind, string file, Officer by, DateTimeOffset at, CancellationToken ct)
    {
        if (FileKinds.Import(kind) is not { } known || !IsInside(file))
            throw new CannotRun(Refusal.Mend(null, "demo.no-such-file", kind, file));
        var result = await ImportFile.RunAsync(ledger, known, Path.Combine(Scenario.Folder, file), by, at, dryRun: false, ct);
        if (result.Findings.Count > 0) throw new CannotRun(Refusal.Mend(null, "demo.import-refused", result.Findings[0].In(Language.Zh)));
    }

    private const string Books = "books";

    /// <summary>Of the demo's folder, or of its books.</summary>
    private static bool IsInside(string file) =>
        Path.GetFileName(file) is { Length: > 0 } name && (file == name || file == $"{Books}/{name}");

    private async Task CloseEndedAsync(DateTimeOffset now, CancellationToken ct)
    {
        if (await InventedChecks.RunAsync(open, now, ct) is { } no) throw new CannotRun(no);
        var failed = await CloseWindow.AllEndedAsync(ledger, now, ct);
        if (failed.Count > 0) throw new CannotRun(failed.First().Value);
    }

    private async Task<Outcome> PerformAsync(ScenarioAct act, CancellationToken ct)
    {
        var f = act.Fields;
        if (CaseKinds.Letters.FirstOrDefault(letter => letter.Act == act.Act) is { } letter)
            return (await letter.PlayAsync(ledger, act.Subject, f, act.At, ct)).Outcome;
        if (!officers.TryGetValue(act.Officer, out var by)) officers[act.Officer] = by = await open.OfficerAsync(act.Officer, ct);
        if (act.Act != Scenario.Import)
        {
            var request = new ActRequest(act.Act, SubjectOf(act), await PinnedAsync(act, by, ct), by, act.At, null) { Via = "scenario" };
            return await ActTable.RunAsync(ledger, request, ct);
        }
        await ImportAsync(act.Subject, f["file"], by, act.At, ct);
        return new Outcome.Done([]);
    }

    private async Task<RuleBook> RulesAtAsync(IQuerySession session, ScenarioAct act, CancellationToken ct) =>
        (await open.Rules.ReadAsync(session, ct)).On(Shanghai.DayOf(act.At));

    /// <summary>
    /// What a form knows and a file cannot: files taken in, the hash of what stands now, and the id behind a declaration's key or
    /// "its first objection".
    /// </summary>
    private async Task<IReadOnlyDictionary<string, string>> PinnedAsync(ScenarioAct act, Officer by, CancellationToken ct)
    {
        var fields = new Dictionary<string, string>(act.Fields);
        foreach (var (name, value) in act.Fields) fields[name] = await ScenarioFiles.TakenInAsync(open.Files, value, by, act.At, ct);
        await using var session = open.Store.QuerySession();
        var known = Known(act);
        if (known?.Pins is { } find && await find(session, await RulesAtAsync(session, act, ct), SubjectOf(act), ct) is { } hash)
            fields["hash"] = hash.Value;
        foreach (var field in known?.Form.Where(f => f.IsDeclaration && fields.ContainsKey(f.Name)) ?? [])
            fields[field.Name] = NewId.FromKey(fields[field.Name]).Value;
        if (fields.TryGetValue("objection", out var ordinal))
        {
            var key = LeavesOf(act)!;
            var arrived = await session.Query<ObjectionOnRegister>().Where(o => o.Declaration == key).ToListAsync(ct);
            var place = int.Parse(ordinal, System.Globalization.CultureInfo.InvariantCulture) - 1;
            fields["objection"] = StreamKey.IdOf(arrived.OrderBy(o => o.At).ElementAt(place).Id);
        }
        return fields;
    }

    /// <summary>What a row is about, as the act wants to hear it: a declaration's key becomes its internal id.</summary>
    private static string SubjectOf(ScenarioAct act) => Known(act)?.SubjectOf(act.Subject) ?? act.Subject;

    private static Act? Known(ScenarioAct act) => ActTable.All.GetValueOrDefault(act.Act);

    /// <summary>
    /// The stream on which the row leaves at least one event; null for what writes elsewhere: objections, offers, whole files.
    /// </summary>
    private static string? LeavesOf(ScenarioAct act) => Known(act)?.Leaves(SubjectOf(act), act.Fields);

    /// <summary>How many events each stream holds; one question for all of them.</summary>
    private async Task<Dictionary<string, long>> VersionsAsync(string[] keys, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(open.ConnectionString);
        await connection.OpenAsync(ct);
        await using var ask = new NpgsqlCommand(
            $"select id, version from {MartenSetup.Ledger}.mt_streams where id = any($1)", connection)
        {
            Parameters = { new() { Value = keys } },
        };
        await using var rows = await ask.ExecuteReaderAsync(ct);
        var versions = new Dictionary<string, long>(StringComparer.Ordinal);
        while (await rows.ReadAsync(ct)) versions[rows.GetString(0)] = rows.GetInt64(1);
        return versions;
    }

    private static async Task<bool> IsEmptyAsync(IQuerySession session, CancellationToken ct) =>
        !await session.Query<OfficerOnRecord>().AnyAsync(ct)
        && !await session.Query<DeclarationOnRegister>().AnyAsync(ct)
        && !await session.Events.QueryAllRawEvents().AnyAsync(e => e.StreamKey != StreamKey.Town, ct);
}
