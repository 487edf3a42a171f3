using System.Collections.Concurrent;

namespace Transparency.Publishing.Tree.OnDisk;

/// <summary>
/// The first build of a tree: files are made once, under their own names, in a hidden folder inside the tree's own, so that it works on a
/// mount point and needs no right to the folder above. A half-built one is thrown away by the next scan.
/// </summary>
internal sealed class FirstBuild
{
    private readonly string root;
    private readonly ConcurrentDictionary<string, bool> folders = new(StringComparer.Ordinal);

    private FirstBuild(string root) => this.root = root;

    /// <summary>Those that were made, as paths of the tree.</summary>
    public IEnumerable<string> Folders => folders.Keys;

    private string Place => $"{root}/{PublicPath.FirstBuild}";

    public static FirstBuild Begin(string root)
    {
        var first = new FirstBuild(root);
        Disk.MakeFolder(first.Place);
        return first;
    }

    /// <summary>Removes what a run that died has left.</summary>
    public static void ThrowAway(string root)
    {
        var place = $"{root}/{PublicPath.FirstBuild}";
        try
        {
            if (Directory.Exists(place))
            {
                Directory.Delete(place, recursive: true);
            }
        }
        catch (Exception met) when (met is IOException or UnauthorizedAccessException)
        {
            throw Disk.FaultOf(place, met);
        }
    }

    /// <summary>Safe for several threads.</summary>
    public void Write(string path, ReadOnlySpan<byte> bytes)
    {
        MakeFolder(PublicPath.FolderOf(path));
        Disk.WriteNew($"{Place}/{path}", bytes);
    }

    /// <summary>Everything is on disk before a name leads to it; the manifests, by which the tree is known as ours, come last.</summary>
    public void MoveIn()
    {
        Disk.FlushFileSystem(root);
        // If we die here: a tree without files, and a whole build that the next run throws away and makes again.
        var names = Directory.EnumerateFileSystemEntries(Place).Select(entry => Path.GetFileName(entry)!).ToList();
        foreach (var name in names.OrderBy(Turn).ThenBy(name => name, StringComparer.Ordinal).ToList())
        {
            Disk.Rename($"{Place}/{name}", $"{root}/{name}");
            // If we die here: some folders stand, each of them whole; the next run scans them and puts what is missing.
        }

        Disk.RemoveIfEmpty(Place);
        Disk.Flush(root);
    }

    // Folders of pages, then home and feeds, which point to them, then the lists of both.
    private int Turn(string name) => name == PublicPath.Manifests ? 2 : Directory.Exists($"{Place}/{name}") ? 0 : 1;

    // Two threads may want the same folder: the one that comes second finds it made.
    private void MakeFolder(string folder)
    {
        if (folder.Length == 0 || folders.ContainsKey(folder))
        {
            return;
        }

        MakeFolder(PublicPath.FolderOf(folder));
        Disk.MakeFolderOnce($"{Place}/{folder}");
        folders.TryAdd(folder, true);
    }
}
