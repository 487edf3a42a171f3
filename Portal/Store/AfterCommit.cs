using Marten;
using Marten.Services;

namespace Transparency.Portal.Store;

/// <summary>
/// Tells after a commit which rows of the register it changed, so that publishing need not wait for its minute.
/// The commit stands whatever happens here, so nothing may escape: what is missed now, the minute's comparison finds.
/// </summary>
public sealed class AfterCommit(
    StoreKinds kinds, Action<IReadOnlyList<string>> changed, ILogger<AfterCommit> log) : DocumentSessionListenerBase
{
    public override Task AfterCommitAsync(IDocumentSession session, IChangeSet commit, CancellationToken token)
    {
        string[] rows = [];
        try
        {
            rows = [.. commit.Updated.Concat(commit.Inserted).Where(kinds.IsPublicRow).Select(IdOf).Distinct()];
            if (rows.Length > 0) changed(rows);
        }
        catch (Exception missed)
        {
            log.LogWarning("after commit of {Rows}: {Fault}", string.Join(' ', rows), missed.GetType().Name);
        }
        return Task.CompletedTask;
    }

    private static string IdOf(object row) => (string)row.GetType().GetProperty("Id")!.GetValue(row)!;
}
