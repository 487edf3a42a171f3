namespace Transparency.Publishing.Tree;

/// <summary>What is known of a tree in memory: its files, which part lists which, and what must be written anew.</summary>
internal sealed class TreeState
{
    private readonly Dictionary<string, HashSet<string>> listedByPart = new(StringComparer.Ordinal);
    private readonly HashSet<string> changedParts = new(StringComparer.Ordinal);

    /// <summary>Pages, data and so on, without manifests and checkpoint.</summary>
    public Dictionary<string, PublishedFile> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Whatever stands in the folder of manifests, by path.</summary>
    public Dictionary<string, PublishedFile> ManifestFiles { get; } = new(StringComparer.Ordinal);

    /// <summary>Null if there is none.</summary>
    public PublishedFile? Checkpoint { get; set; }

    /// <summary>Nothing of a tree stands.</summary>
    public bool IsEmpty => Files.Count == 0 && ManifestFiles.Count == 0 && Checkpoint is null;

    public void Set(string path, PublishedFile file)
    {
        var part = Manifest.PartOf(path);
        if (!listedByPart.TryGetValue(part, out var listed))
        {
            listedByPart.Add(part, listed = new HashSet<string>(StringComparer.Ordinal));
        }

        if (listed.Add(path) || Files[path] != file)
        {
            changedParts.Add(part);
        }

        Files[path] = file;
    }

    /// <summary>The file still stands; its manifest is to name it no more.</summary>
    public void Unlist(string path)
    {
        var part = Manifest.PartOf(path);
        if (listedByPart.TryGetValue(part, out var listed) && listed.Remove(path))
        {
            changedParts.Add(part);
        }
    }

    /// <summary>The manifests of parts in which something has changed, in order of their names; parts without files have none.</summary>
    public IEnumerable<Manifest> TakeChanged()
    {
        var changed = changedParts.Order(StringComparer.Ordinal).ToList();
        changedParts.Clear();
        foreach (var part in changed)
        {
            if (listedByPart[part].Count == 0)
            {
                listedByPart.Remove(part);
                continue;
            }

            yield return new Manifest(part, listedByPart[part].Select(path => KeyValuePair.Create(path, Files[path])));
        }
    }

    /// <summary>What stands in the folder of manifests and lists nothing that belongs to the tree.</summary>
    public List<string> SuperfluousManifests()
    {
        var wanted = listedByPart.Keys.Select(PublicPath.OfManifest).ToHashSet(StringComparer.Ordinal);
        return [.. ManifestFiles.Keys.Where(path => !wanted.Contains(path)).Order(StringComparer.Ordinal)];
    }

    public string Root() => Tree.Checkpoint.RootOf(
        listedByPart.Keys.Select(part => KeyValuePair.Create(part, ManifestFiles[PublicPath.OfManifest(part)].Sha256)));
}
