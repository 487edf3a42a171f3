using JasperFx;
using JasperFx.Events;
using Marten;
using Npgsql;
using Transparency.Contracts;
using Transparency.Portal.Problems;
using Transparency.Portal.Store.Documents;
using Transparency.Portal.Store.Keeping;
using Weasel.Core;

namespace Transparency.Portal.Store;

/// <summary>How Marten is used here: events in the schema <c>ledger</c>, the register and private documents in <c>portal</c>.</summary>
public static class MartenSetup
{
    public const string Portal = "portal";
    public const string Ledger = "ledger";

    public static DocumentStore Open(string connectionString, IDocumentSessionListener? afterCommit = null) => DocumentStore.For(options =>
    {
        Configure(options, connectionString);
        if (afterCommit is not null) options.Listeners.Add(afterCommit);
    });

    public static void Configure(StoreOptions o, string connectionString)
    {
        o.Connection(connectionString);
        o.DisableNpgsqlLogging = true; // it would log parameters, which are bodies
        o.AutoCreateSchemaObjects = AutoCreate.None;
        o.DatabaseSchemaName = Portal;
        o.UseSystemTextJsonForSerialization(EnumStorage.AsString, Casing.CamelCase, StoreJson.Configure);
        o.Events.DatabaseSchemaName = Ledger;
        o.Events.StreamIdentity = StreamIdentity.AsString;
        // The other modes lose updates when an append names no version, and give the fold no version.
        o.Events.AppendMode = EventAppendMode.Rich;
        o.Events.MetadataConfig.UserNameEnabled = true;
        o.Events.MetadataConfig.CorrelationIdEnabled = true;
        o.Events.MetadataConfig.HeadersEnabled = true;
        foreach (var (type, name) in EventNames.All) o.Events.MapEventType(type, name);
        foreach (var projection in Projections.All) projection.AddTo(o);
        AddDocuments(o);
        o.Storage.Add(new AppendOnly(Ledger));
    }

    /// <summary>Run once at start, before requests are accepted: the schema as this program wants it, the register as these folds make it.</summary>
    /// <param name="createSchema">true on the private cluster; elsewhere the schema is made by a verb under the owner's role</param>
    public static async Task PrepareAsync(IDocumentStore store, bool createSchema, CancellationToken ct = default)
    {
        try
        {
            if (createSchema) await CreateSchemaAsync(store, ct);
            else await store.Storage.Database.AssertDatabaseMatchesConfigurationAsync(ct);
        }
        catch (Exception fault) when (StoreFault.Of(fault) is { Nature: Nature.Away })
        {
            throw new CannotRun(StoreFault.Unreachable, fault);
        }
        catch (Exception drift) when (!createSchema && drift is not OperationCanceledException)
        {
            throw new CannotRun(Refusal.Mend(null, "store.schema-differs"), drift);
        }
        await RebuildRegister.IfOutdatedAsync(store, ct);
    }

    public static Task CreateSchemaAsync(IDocumentStore store, CancellationToken ct = default) =>
        store.Storage.Database.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate, null, ct);

    private static void AddDocuments(StoreOptions o)
    {
        o.Schema.For<Publishing.Register.ObjectionOnRegister>().Index(x => x.Declaration);
        o.Schema.For<Publishing.Register.DeclarationOnRegister>().Index(x => x.Status);
        o.Schema.For<Cases.Tenders.BidInOffice>().Index(x => x.Tender);
        o.Schema.For<ProjectionVersion>();
        o.Schema.For<Press.TypesetSheet>();
        o.Schema.For<StoredFile>();
        o.Schema.For<Person>();
        o.Schema.For<BankPaper>();
        o.Schema.For<ObjectionLetter>().Index(x => x.Declaration).UniqueIndex(x => x.ReceiptHash);
        o.Schema.For<OfficerOnDuty>().UniqueIndex(x => x.SignInName);
        // Two who redeem one link at once: the second finds another version and fails.
        o.Schema.For<SignInLink>().UseOptimisticConcurrency(true);
    }
}
