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

    public static DocumentStore Open(string connectionString, StoreKinds kinds, IDocumentSessionListener? afterCommit = null) => DocumentStore.For(options =>
    {
        Configure(options, connectionString, kinds);
        if (afterCommit is not null) options.Listeners.Add(afterCommit);
    });

    public static void Configure(StoreOptions o, string connectionString, StoreKinds kinds)
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
        kinds.AddTo(o);
        AddDocuments(o);
        o.Storage.Add(new AppendOnly(Ledger));
    }

    /// <summary>Run once at start, before requests are accepted: the schema as this program wants it, the register as these folds make it.</summary>
    /// <param name="createSchema">true on the private cluster; elsewhere the schema is made by a verb under the owner's role</param>
    public static async Task PrepareAsync(IDocumentStore store, StoreKinds kinds, bool createSchema, CancellationToken ct = default)
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
        await RebuildRegister.IfOutdatedAsync(store, kinds, ct);
    }

    public static Task CreateSchemaAsync(IDocumentStore store, CancellationToken ct = default) =>
        store.Storage.Database.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate, null, ct);

    private static void AddDocuments(StoreOptions o)
    {
        o.Schema.For<ProjectionVersion>();
        o.Schema.For<StoredFile>();
        o.Schema.For<Person>();
    }
}
