using Marten;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Town;
using Transparency.Portal.Cases;
using Transparency.Portal.Cases.Declarations;
using Transparency.Portal.Cases.Declarations.Publicity;
using Transparency.Portal.Disk;
using Transparency.Portal.Hosting;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;
using Transparency.Portal.Tests.Embedded;
using Transparency.Portal.Town;
using Transparency.Samples;

namespace Transparency.Portal.Tests.Store;

/// <summary>A town of its own in a fresh database: the shipped town files, two villages, and the acts by name.</summary>
internal sealed class TestTown : IAsyncDisposable
{
    public const string Lease = "09-2026-L-0003";
    public static readonly DateTimeOffset Morning = Shanghai.At(new(2026, 9, 17), new(9, 0));

    private readonly Dictionary<string, string> given = new()
    {
        ["title"] = "盐田承包", ["title_en"] = "Salt-pan contract",
        ["matter"] = "lease-saltpan", ["village"] = "09",
        ["what"] = "承包盐田", ["for_whom"] = "全体村民", ["ask"] = "村委会",
        ["sources"] = "承包费|Fees=180000.00",
        ["deliberation"] = TestDecisions.Lease,
        ["subjects"] = Lease,
    };

    /// <summary>One for the run, as one data folder has one.</summary>
    public static readonly IdentityKey Identity = new(Path.Combine(TestRun.Folder, "identity"));

    private DateTimeOffset clock = Morning;

    private TestTown(DocumentStore store, string connectionString, ILoggerFactory logs)
    {
        Store = store;
        ConnectionString = connectionString;
        Ledger = new(store, PortalStreams.All, new RulesInForce(), logs.CreateLogger<Ledger>()) { StandsInPublic = Shown.Contains, Identity = Identity };
    }

    /// <summary>Folders of a tree behind which this store was put, with a slash at the end.</summary>
    public HashSet<string> Shown { get; } = [];

    public DocumentStore Store { get; }

    public Ledger Ledger { get; }

    public string ConnectionString { get; }

    public static async Task<TestTown> NewAsync(IDocumentSessionListener? afterCommit = null, ILoggerFactory? logs = null)
    {
        var connectionString = await TestCluster.NewDatabaseAsync(copyOf: await TestCluster.TemplateAsync("test-town", FillAsync));
        return new(MartenSetup.Open(connectionString, PortalStreams.All, afterCommit), connectionString, logs ?? NullLoggerFactory.Instance);
    }

    private static async Task FillAsync(string connectionString)
    {
        await using var town = new TestTown(MartenSetup.Open(connectionString, PortalStreams.All), connectionString, NullLoggerFactory.Instance);
        await RecordTown.RunAsync(town.Ledger, ReadTownFolder.Read(ReadTownFolder.Default).Town!, Morning);
        await EnterVillagesAsync(town.Ledger);
        await TestDecisions.AddAsync(town.Store);
    }

    /// <summary>Those of the samples, as their import leaves them.</summary>
    public static async Task EnterVillagesAsync(Ledger ledger) =>
        Assert.IsType<Outcome.Done>(await ledger.WriteAsync(new("test", "test"), async entry =>
        {
            entry.Append(StreamKey.Town, await entry.VersionAsync(StreamKey.Town), [.. SampleRules.Book.Villages.Values.Select(v => new VillageRegistered(v, SampleOfficers.Everyone.Sign(Morning)))]);
            return null;
        }));

    /// <summary>One act, a minute after the one before.</summary>
    public Task<Outcome> ActAsync(string act, string subject, Officer by, object? fields = null, long? seen = null) =>
        ActTable.RunAsync(Ledger, new(act, subject, FieldsOf(fields), by, clock = clock.AddMinutes(1), seen));

    public async Task MustAsync(string act, string subject, Officer by, object? fields = null)
    {
        var outcome = await ActAsync(act, subject, by, fields);
        Assert.True(outcome is Outcome.Done, $"{act}: {outcome}");
    }

    /// <summary>The store knows these files, as if an officer had brought them.</summary>
    public async Task HoldAsync(params IEnumerable<Attachment> files)
    {
        await using var session = Store.LightweightSession();
        session.Store(files.Select(f => new StoredFile(f.Sha256.Value, f.Extension, f.Bytes, "test", Morning)).ToArray());
        await session.SaveChangesAsync();
    }

    public Task RegisterLeaseAsync() => MustAsync("register-agreement", Lease, Clerk, LeaseFields);

    public static readonly Officer Clerk = SampleOfficers.OtherClerk;

    public static readonly Dictionary<string, string> LeaseFields = new()
    {
        ["title"] = "盐田承包合同", ["title_en"] = "Salt-pan lease", ["kind"] = "L", ["with"] = "欧阳建国", ["with_kind"] = "person", ["with_id_number"] = "370700199001011234",
        ["with_phone"] = "13800001111", ["asset"] = "北滩盐田", ["area"] = "120.5", ["start"] = "2026-10-01", ["end"] = "2029-09-30",
        ["total"] = "180000.00", ["yearly"] = "60000.00", ["due"] = "每年10月1日前", ["purpose"] = "制盐",
    };

    /// <summary>The first rests on the decision that stands in the store, every other on one of its own.</summary>
    public async Task<Outcome> DraftAsync(string id, object? changed = null)
    {
        var fields = given.Concat(FieldsOf(changed)).GroupBy(f => f.Key).ToDictionary(g => g.Key, g => g.Last().Value);
        if (drafted++ > 0 && fields["deliberation"] == TestDecisions.Lease) fields["deliberation"] = await TestDecisions.AnotherLeaseAsync(Store);
        return await ActAsync("draft", id, Clerk, fields);
    }

    private int drafted;

    /// <summary>From nothing to review.</summary>
    public async Task DeclaredAsync(string id, object? changed = null)
    {
        Assert.IsType<Outcome.Done>(await DraftAsync(id, changed));
        await MustAsync("declare", id, Clerk);
    }

    public async Task OpenedAsync(string id, object? changed = null)
    {
        await DeclaredAsync(id, changed);
        await PinnedAsync("pass-review", id, SampleOfficers.Reviewer);
        await PinnedAsync("open-window", id, SampleOfficers.Reviewer);
    }

    public async Task ClosedAsync(string id)
    {
        Assert.IsType<Outcome.Done>(await CloseWindow.RunAsync(Ledger, new(id), await EndOfWindowAsync(id)));
        clock = clock > await EndOfWindowAsync(id) ? clock : await EndOfWindowAsync(id);
    }

    public async Task PinnedAsync(string act, string id, Officer by) => await MustAsync(act, id, by, new { hash = await HashAsync(id) });

    public async Task<string> HashAsync(string id) => (await FileAsync(id)).HashToPin!.Value.Value;

    /// <summary>The wording that waits for another person.</summary>
    public async Task<string> WordingAsync(string id) => ((Declaration.InPublicity)(await FileAsync(id)).State).Proposed!.Section.Hash.Value;

    public async Task<DateTimeOffset> EndOfWindowAsync(string id)
    {
        await using var session = Store.QuerySession();
        return (await session.LoadAsync<Publishing.Register.DeclarationOnRegister>($"declaration/{id}"))!.Window.Ends;
    }

    public async Task<DeclarationFile> FileAsync(string id)
    {
        await using var session = Store.QuerySession();
        return (await ReadDeclaration.ByIdAsync(session, await new RulesInForce().ReadAsync(session), new(id)))!;
    }

    public async Task<long> VersionAsync(string stream)
    {
        await using var session = Store.QuerySession();
        return (await session.Events.FetchStreamStateAsync(stream))?.Version ?? 0;
    }

    public async Task<object?> SqlAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Returns when so many wait for a lock in this database, or when one of them has ended without waiting.</summary>
    public async Task WaitersAsync(int count, params Task[] those)
    {
        const string waiting = "select count(distinct pid) from pg_locks join pg_stat_activity using (pid) where not granted and datname = current_database()";
        while (!those.Any(t => t.IsCompleted) && (long)(await SqlAsync(waiting))! < count) await Task.Yield();
    }

    public async ValueTask DisposeAsync() => await Store.DisposeAsync();

    internal static Dictionary<string, string> FieldsOf(object? fields) => fields switch
    {
        null => [],
        Dictionary<string, string> given => given,
        _ => fields.GetType().GetProperties().ToDictionary(p => p.Name, p => (string)p.GetValue(fields)!),
    };
}

internal static class Outcomes
{
    public static void RefusedAs(this Outcome outcome, string code) => Assert.Equal(code, Assert.IsType<Outcome.Refused>(outcome).Why.Code);
}
