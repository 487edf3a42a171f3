using System.IO.Enumeration;

namespace Transparency.Publishing.Tree.OnDisk;

internal enum EntryKind
{
    File,
    Folder,
    Link,
}

/// <param name="Path">relative, with forward slashes</param>
internal readonly record struct TreeEntry(string Path, EntryKind Kind);

/// <summary>One file read: what it holds, or why it could not be read.</summary>
internal readonly record struct Reading(PublishedFile? File, DiskFault? Fault);

/// <summary>What really stands in a folder. A link is an entry of its own; what it points to is not part of the tree.</summary>
internal static class TreeWalk
{
    private static readonly EnumerationOptions Everything =
        new() { RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = false };

    /// <param name="intoHidden">whether folders with a leading dot are opened</param>
    /// <exception cref="DiskFault">a folder cannot be read</exception>
    public static List<TreeEntry> Entries(string root, bool intoHidden)
    {
        try
        {
            return [.. new FileSystemEnumerable<TreeEntry>(root, Entry, Everything)
            {
                ShouldRecursePredicate = (ref FileSystemEntry entry) => !IsLink(ref entry) && (intoHidden || entry.FileName[0] != '.'),
            }];
        }
        catch (Exception met) when (met is IOException or UnauthorizedAccessException)
        {
            throw Disk.FaultOf(root, met);
        }
    }

    /// <summary>Reads the files on all processors; the readings stand in the order of the paths.</summary>
    public static Reading[] ReadAll(string root, IReadOnlyList<string> paths)
    {
        var readings = new Reading[paths.Count];
        Parallel.For(0, paths.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            try
            {
                readings[i] = new Reading(Disk.Hash($"{root}/{paths[i]}"), null);
            }
            catch (DiskFault fault)
            {
                readings[i] = new Reading(null, fault);
            }
        });
        return readings;
    }

    private static TreeEntry Entry(ref FileSystemEntry entry)
    {
        var folder = entry.Directory[entry.RootDirectory.Length..].TrimStart('/');
        var path = folder.Length == 0 ? entry.FileName.ToString() : $"{folder}/{entry.FileName}";
        return new TreeEntry(path, IsLink(ref entry) ? EntryKind.Link : entry.IsDirectory ? EntryKind.Folder : EntryKind.File);
    }

    private static bool IsLink(ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) != 0;
}
