using Marten;
using Transparency.Contracts;
using Transparency.Portal.Files;
using Transparency.Portal.Store.Documents;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;

namespace Transparency.Portal.Store.Keeping;

/// <summary>Reads every attachment once: what is recorded lies whole on the shelf, and what the public is shown is recorded.</summary>
public static class CheckFiles
{
    /// <returns><c>attachment.missing</c>, <c>attachment.damaged</c> and <c>attachment.unrecorded</c>, each by the file's name</returns>
    public static async Task<IReadOnlyList<Refusal>> RunAsync(IDocumentStore store, FileShelf shelf, CancellationToken ct = default)
    {
        await using var session = store.QuerySession();
        var recorded = (await session.Query<StoredFile>().ToListAsync(ct)).Select(f => f.Name).Order(StringComparer.Ordinal).ToList();
        var findings = new List<Refusal>();
        foreach (var name in recorded)
            if (!await shelf.IsWholeAsync(name, ct)) findings.Add(shelf.Lacking(name));
        var shown = AttachedFile.Distinct((await session.Query<DeclarationOnRegister>().ToListAsync(ct)).SelectMany(AttachedFile.NamedIn))
            .Select(file => file.Of.File);
        var suppressed = (await session.Query<SuppressionOnRegister>().ToListAsync(ct))
            .SelectMany(s => s.Files).Select(file => file.Name);
        var unrecorded = shown.Except(recorded).Except(suppressed);
        return [.. findings, .. unrecorded.Select(name => Refusal.Mend(null, "attachment.unrecorded", name))];
    }
}
