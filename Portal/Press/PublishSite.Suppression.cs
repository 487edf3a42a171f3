using Transparency.Publishing.Site;

namespace Transparency.Portal.Press;

/// <summary>The one lawful way out: what was suppressed leaves tree and shelves, and every later backup with them.</summary>
public sealed partial class PublishSite
{
    /// <summary>What stands and may not: files of withheld editions that no page function makes any more, and attachments.</summary>
    private HashSet<string> Withheld(PublicRegister now) => now.Suppressed.IsEmpty ? []
        : tree.Files.Keys.Where(path => IsWithheld(now, path)).ToHashSet(StringComparer.Ordinal);

    private bool IsWithheld(PublicRegister now, string path) =>
        now.IsWithheld(SiteMap.InFirst(site, path))
        || (tree.Files.TryGetValue(path, out var stood) && now.Suppressed.Files.Any(file => file.Sha256.Value == stood.Sha256));

    // If we die before it is done: the tree shows nothing of it any more, and the next run takes it from the shelves.
    private async Task TakeOutAsync(PublicRegister now, CancellationToken ct)
    {
        if (ReferenceEquals(takenOut, now.Suppressed)) return;
        if (!now.Suppressed.IsEmpty)
        {
            string[] editions = [.. now.Withheld.Keys];
            await notices.TakeOutAsync(editions, ct);
            await shelf.TakeOutAsync(editions, ct);
            await attachments.TakeOutAsync(now.Suppressed.Files, ct);
            log.LogWarning("suppressed: {Editions} editions and {Files} attachments stand nowhere any more",
                now.Withheld.Count, now.Suppressed.Files.Count);
        }
        takenOut = now.Suppressed;
    }
}
