using Marten;
using Transparency.Contracts;
using Transparency.Portal.Problems;

namespace Transparency.Portal.Store.Keeping;

/// <summary>What stands between a database and the first request.</summary>
public static class PrepareStore
{
    /// <summary>
    /// Run once at start, before requests are accepted: the schema as this program wants it, the register as these folds make it.
    /// </summary>
    /// <param name="createSchema">true on the private cluster; elsewhere the schema is made by a verb under the owner's role</param>
    public static async Task RunAsync(IDocumentStore store, StoreKinds kinds, bool createSchema, CancellationToken ct = default)
    {
        try
        {
            if (createSchema) await MartenSetup.CreateSchemaAsync(store, ct);
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
        await StoreMark.EnsureAsync(store, ct);
        await RebuildRegister.IfOutdatedAsync(store, kinds, ct);
    }
}
