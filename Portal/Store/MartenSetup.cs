using JasperFx;
using JasperFx.Events;
using Marten;
using Npgsql;
using Transparency.Portal.Store.Documents;
using Weasel.Core;

namespace Transparency.Portal.Store;

/// <summary>How Marten is used here: events in the schema <c>ledger</c>, the register and private documents in <c>portal</c>.</summary>
public static class MartenSetup
{
    public const string Portal = "portal";
    public const string Ledger = "ledger";

    public static DocumentStore Open(
        string connectionString, StoreKinds kinds, IDocumentSessionListener? afterCommit = null) => DocumentStore.For(options =>
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
        o.Storage.Add(new AppendOnly());
    }

    public static Task CreateSchemaAsync(IDocumentStore store, CancellationToken ct = default) =>
        store.Storage.Database.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate, null, ct);

    private static void AddDocuments(StoreOptions o)
    {
        o.Schema.For<ProjectionVersion>();
        o.Schema.For<StoredFile>();
        o.Schema.For<Person>().Index(p => p.Name).Index(p => p.IdHash!);
        o.Schema.For<StoreIdentity>();
        o.Schema.For<TypesetSheet>();
        o.Schema.For<ShelvedNotice>();
    }
}
