using Marten;
using Npgsql;
using Transparency.Contracts;
using Transparency.Portal.Access;
using Transparency.Portal.Backup;
using Transparency.Portal.Disk;
using Transparency.Portal.Embedded;
using Transparency.Portal.Files;
using Transparency.Portal.Problems;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Keeping;
using Transparency.Portal.Town;
using Transparency.Publishing.Texts;
using Transparency.Publishing.Tree;

namespace Transparency.Portal.Hosting;

/// <summary>
/// The store, ready for work: reached, with its schema and register as this program wants them, and the town's files read in.
/// </summary>
/// <param name="Changed">told after each commit; the jobs hang their hint here</param>
/// <param name="Logs">of whoever opened it, who also closes them</param>
public sealed record OpenStore(
    PortalSettings Settings, PortalClock Clock, string ConnectionString, DocumentStore Store, RulesInForce Rules, Ledger Ledger,
    ChangedRows Changed, ILoggerFactory Logs) : IAsyncDisposable
{
    /// <summary>Attachments of all cases.</summary>
    public FileShelf Files { get; } = new(Ledger, Path.Combine(Settings.DataFolder, "attachments"));

    /// <summary>This store and what belongs to it, as it is backed up.</summary>
    public BackupSource BackupSource => new(ConnectionString, Settings.DataFolder, Settings.TownFolder, PortalStreams.All);

    /// <summary>The private cluster, until this store is closed; null where a connection string names another.</summary>
    public ClusterInUse? Cluster { get; init; }

    /// <summary>
    /// Refuses (<see cref="CannotRun"/>) a database that is away or has another schema, and an empty one behind a published tree.
    /// </summary>
    public static Task<OpenStore> OpenAsync(
        PortalSettings settings, PortalClock clock, ILoggerFactory logs, CancellationToken ct = default) =>
        OpenAsync(settings, clock, logs, besideTree: false, ct);

    /// <param name="besideTree">true for who brings the content of an empty store along, though a tree stands already</param>
    public static async Task<OpenStore> OpenAsync(
        PortalSettings settings, PortalClock clock, ILoggerFactory logs, bool besideTree, CancellationToken ct)
    {
        OwnFiles.MakeDataFolder(settings.DataFolder);
        if (settings.Store is { } way) return await OverAsync(way, settings, clock, logs, ct);
        var cluster = await EmbeddedCluster.UseAsync(settings.DataFolder, besideTree ? null : settings.SiteFolder, ct);
        try
        {
            return await OverAsync(cluster.ConnectionString, settings, clock, logs, ct) with { Cluster = cluster };
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    private static async Task<OpenStore> OverAsync(
        string way, PortalSettings settings, PortalClock clock, ILoggerFactory logs, CancellationToken ct)
    {
        var changed = new ChangedRows();
        var store = MartenSetup.Open(
            way, PortalStreams.All, new AfterCommit(PortalStreams.All, changed.Tell, logs.CreateLogger<AfterCommit>()));
        // Elsewhere than on the private cluster the schema belongs to its owner.
        await PrepareStore.RunAsync(store, PortalStreams.All, createSchema: settings.Store is null, ct);
        foreach (var off in await Guard.OffAsync(store, ct))
            logs.CreateLogger<OpenStore>().LogError("{Finding}", Catalogue.Say(Language.En, off));
        var rules = new RulesInForce();
        var tree = new PublishedTree(settings.SiteFolder);
        var ledger = new Ledger(store, PortalStreams.All, rules, logs.CreateLogger<Ledger>())
        {
            StandsInPublic = tree.Stands, Identity = new(settings.DataFolder),
        };
        return new(settings, clock, way, store, rules, ledger, changed, logs);
    }

    /// <summary>On the real clock or, in a demonstration town, the demo's; with the town's files put on record as they are now.</summary>
    public static async Task<OpenStore> OpenAsync(PortalSettings settings, ILoggerFactory logs, CancellationToken ct = default)
    {
        var (town, _) = ReadTownFolder.Read(settings.TownFolder ?? ReadTownFolder.Default);
        var isDemo = settings.Today is not null || town?.Settings.Demonstration == true;
        var clock = new PortalClock(TimeProvider.System, isDemo ? settings.Today ?? PortalClock.DemoStart : null);
        var open = await OpenAsync(settings, clock, logs, ct);
        try
        {
            if (isDemo) await open.CatchUpAsync(ct);
            await open.RecordTownAsync(open.Clock.GetUtcNow(), ct);
            return open;
        }
        catch
        {
            await open.DisposeAsync();
            throw;
        }
    }

    /// <summary>A demo's clock never stands before what has already happened in it.</summary>
    public async Task CatchUpAsync(CancellationToken ct = default)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync(ct);
        await using var newest = new NpgsqlCommand(
            $"select max(coalesce(data->'by'->>'at', data->>'at')::timestamptz) from {MartenSetup.Ledger}.mt_events", connection);
        if (await newest.ExecuteScalarAsync(ct) is DateTime at) Clock.StepTo(new(at, TimeSpan.Zero));
    }

    /// <summary>Refuses (<see cref="CannotRun"/>) a town folder with a fault, by its first one.</summary>
    public async Task RecordTownAsync(DateTimeOffset at, CancellationToken ct = default)
    {
        var (town, faults) = ReadTownFolder.Read(Settings.TownFolder ?? ReadTownFolder.Default);
        if (town is null) throw new CannotRun(faults[0]);
        foreach (var looser in FloorCheck.Of(await RulesNowAsync(ct)))
            Logs.CreateLogger<OpenStore>().LogError("{Finding} It is replaced now.", Catalogue.Say(Language.En, looser));
        if (await RecordTown.RunAsync(Ledger, town, at, ct) is Outcome.Refused no) throw new CannotRun(no.Why);
    }

    /// <summary>By the name that signs in; refuses (<see cref="CannotRun"/>) a name that nobody on duty has.</summary>
    public async Task<Officer> OfficerAsync(string signIn, CancellationToken ct = default)
    {
        await using var session = Store.QuerySession();
        var found = await session.LoadAsync<OfficerOnRecord>(StreamKey.Of(new OfficerId(signIn)), ct);
        return found is { IsOnDuty: true } ? found.Officer : throw new CannotRun(Refusal.NotNow("officer.unknown", signIn));
    }

    public async Task<RuleBook> RulesNowAsync(CancellationToken ct = default)
    {
        await using var session = Store.QuerySession();
        return await Rules.ReadAsync(session, ct);
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        if (Cluster is not null) await Cluster.DisposeAsync();
    }
}

/// <summary>Who wants to know which rows of the register a commit changed; nobody, until the jobs run.</summary>
public sealed class ChangedRows
{
    public Action<IReadOnlyList<string>>? Listener { get; set; }

    public void Tell(IReadOnlyList<string> rows) => Listener?.Invoke(rows);
}
