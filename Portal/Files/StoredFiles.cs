using Marten;
using Transparency.Contracts;
using Transparency.Portal.Store.Documents;

namespace Transparency.Portal.Files;

/// <summary>What acts ask before they name files, from forms, scenario files and crafted posts alike.</summary>
public static class StoredFiles
{
    /// <summary>
    /// Refuses (<c>attachment.unknown</c>) by the first file that the store does not hold, or holds with another type or length;
    /// null when it holds all.
    /// </summary>
    public static async Task<Refusal?> FaultInAsync(IQuerySession session, IReadOnlyList<Attachment>? named, CancellationToken ct)
    {
        if (named is not { Count: > 0 }) return null;
        // A list that is too long is the law's to refuse; nobody need look a thousand files up for it.
        var asked = named.Take(AttachmentList.MostPerCase).ToList();
        var held = (await session.LoadManyAsync<StoredFile>(ct, [.. asked.Select(a => a.Sha256.Value).Distinct()])).ToDictionary(f => f.Id);
        return asked.Find(a =>
                !held.TryGetValue(a.Sha256.Value, out var file) || file.Extension != a.Extension || file.Bytes != a.Bytes) is { } unknown
            ? Refusal.Mend(null, "attachment.unknown", unknown.File)
            : null;
    }
}
