namespace Transparency.Publishing.Tree.OnDisk;

/// <summary>
/// Writes files so that a reader, and a power cut, meet the old bytes or the new, never half of them. Safe for several
/// threads, except <see cref="Flush"/> and what removes. Every "no" of the file system is a <see cref="DiskFault"/>.
/// </summary>
/// <param name="folders">those that stand already, so that each is made once and none is asked for again</param>
internal sealed class TreeWriter(string root, IEnumerable<string> folders)
{
    // Below this, flushing file by file disturbs other programs less than flushing the file system, and is as fast.
    private const int FlushedSingly = 100;

    private readonly Lock gate = new();
    private readonly HashSet<string> standing = new(folders, StringComparer.Ordinal);
    private readonly HashSet<string> unflushedFolders = new(StringComparer.Ordinal);
    private readonly List<string> unflushedFiles = [];
    private FirstBuild? first;

    /// <summary>Makes the folder a tree before anything is in it.</summary>
    public void Claim()
    {
        MakeRoot(root);
        // If we die here: an empty folder, which anybody may claim.
        MakeFolder(PublicPath.Manifests);
        // If we die here: a tree without files, which the next run knows for its own by its folder of manifests.
    }

    /// <summary>
    /// For a tree without files: until <see cref="EndFirstBuild"/> everything is written into a hidden folder of it, straight under its own
    /// name. No reader sees it there, so neither a temporary name nor a flush between the stages would protect anybody.
    /// </summary>
    public void BeginFirstBuild() => first = FirstBuild.Begin(root);

    /// <summary>Flushes what was built and gives it its place. Does nothing unless a first build is under way.</summary>
    public void EndFirstBuild()
    {
        if (first is null)
        {
            return;
        }

        first.MoveIn();
        standing.UnionWith(first.Folders);
        first = null;
    }

    /// <summary>Whether files have no readers yet, so that even those that are frozen for ever need no flush before their name.</summary>
    public bool IsFirstBuild => first is not null;

    public void Write(string path, ReadOnlySpan<byte> bytes)
    {
        if (first is not null)
        {
            first.Write(path, bytes);
            return;
        }

        WriteTemporary(path, bytes);
        // If we die here: the old file, and a temporary file that the next scan removes.
        Rename(path);
        // If we die here: the new file, perhaps without its bytes if power is lost too. The next scan reads it and it is put again.
    }

    /// <summary>The bytes are on disk before the name leads to them, and the name when this returns.</summary>
    public void WriteFlushed(string path, ReadOnlySpan<byte> bytes)
    {
        WriteTemporary(path, bytes);
        FlushTemporaries([path]);
        Rename(path);
        Flush();
    }

    public void WriteTemporary(string path, ReadOnlySpan<byte> bytes)
    {
        MakeFolder(PublicPath.FolderOf(path));
        Disk.WriteNew(Full(PublicPath.TemporaryOf(path)), bytes);
    }

    /// <param name="paths">those of the targets</param>
    public void FlushTemporaries(IReadOnlyList<string> paths)
    {
        if (paths.Count >= FlushedSingly)
        {
            Disk.FlushFileSystem(root);
            return;
        }

        foreach (var path in paths)
        {
            Disk.Flush(Full(PublicPath.TemporaryOf(path)));
        }
    }

    /// <summary>Gives the temporary file its name.</summary>
    public void Rename(string path)
    {
        Disk.Rename(Full(PublicPath.TemporaryOf(path)), Full(path));
        lock (gate)
        {
            unflushedFiles.Add(path);
            unflushedFolders.Add(PublicPath.FolderOf(path));
        }
    }

    /// <summary>Brings to disk what was written and removed since the last flush. Does nothing if that is nothing.</summary>
    public void Flush()
    {
        if (first is not null)
        {
            return;
        }

        // A folder comes with each file, and a new one with its parent.
        if (unflushedFiles.Count >= FlushedSingly || unflushedFolders.Count >= 2 * FlushedSingly)
        {
            Disk.FlushFileSystem(root);
        }
        else
        {
            unflushedFiles.ForEach(path => Disk.Flush(Full(path)));
            foreach (var folder in unflushedFolders)
            {
                Disk.Flush(Full(folder));
            }
        }

        unflushedFiles.Clear();
        unflushedFolders.Clear();
    }

    public void Remove(string path)
    {
        Disk.Remove(Full(path));
        unflushedFolders.Add(PublicPath.FolderOf(path));
    }

    /// <summary>Removes the folders that hold nothing, deepest first. The tree's own folder and that of the manifests stay.</summary>
    public void RemoveEmpty(IEnumerable<string> candidates)
    {
        var waiting = new SortedSet<string>(candidates, Comparer<string>.Create((a, b) => string.CompareOrdinal(b, a)));
        while (waiting.Count > 0)
        {
            // In descending order a folder comes after everything below it.
            var folder = waiting.Min!;
            waiting.Remove(folder);
            if (folder.Length > 0 && folder != PublicPath.Manifests && Disk.RemoveIfEmpty(Full(folder)))
            {
                var parent = PublicPath.FolderOf(folder);
                standing.Remove(folder);
                unflushedFolders.Remove(folder);
                unflushedFolders.Add(parent);
                waiting.Add(parent);
            }
        }
    }

    // A folder that is not known but exists is refused by the file system: it could be a link that leads out of the tree.
    private void MakeFolder(string folder)
    {
        lock (gate)
        {
            if (folder.Length == 0 || standing.Contains(folder))
            {
                return;
            }

            var parent = PublicPath.FolderOf(folder);
            MakeFolder(parent);
            Disk.MakeFolder(Full(folder));
            standing.Add(folder);
            unflushedFolders.Add(parent);
        }
    }

    private static void MakeRoot(string folder)
    {
        if (!Directory.Exists(folder))
        {
            var parent = Path.GetDirectoryName(folder) ?? "/";
            MakeRoot(parent);
            Disk.MakeFolder(folder);
            Disk.Flush(parent);
        }
    }

    private string Full(string path) => path.Length == 0 ? root : $"{root}/{path}";
}
