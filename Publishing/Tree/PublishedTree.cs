using System.Collections.Immutable;
using Transparency.Contracts;
using Transparency.Publishing.Site;
using Transparency.Publishing.Tree.OnDisk;

namespace Transparency.Publishing.Tree;

/// <summary>What one run did.</summary>
/// <param name="ManifestsChanged">written or removed</param>
/// <param name="Findings"><c>tree.frozen-changed</c> for each frozen file that would have become another; it was left as it stands</param>
/// <param name="Failed">path and <c>output.failed</c> of each output that could not be rendered; what stood there was left</param>
/// <param name="Failure"><c>tree.not-writable</c> or <c>tree.not-readable</c>: the run stopped there; scan and run again</param>
public sealed record TreeRun(
    int Written, int Unchanged, int Removed, int ManifestsChanged, bool CheckpointWritten,
    ImmutableArray<Refusal> Findings, ImmutableArray<(string Path, Refusal Why)> Failed, Refusal? Failure);

/// <summary>
/// The folder of public files. After a crash it is brought in order by the same calls as on any other day: scan, take the
/// steps of <see cref="TreeDiff"/> for all outputs, apply. For one publisher at a time, and one thread; the first run after a
/// scan is given all outputs, for a scan takes what it finds for true.
/// </summary>
public sealed partial class PublishedTree(string folder)
{
    private readonly string root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
    private TreeState? state;
    private TreeWriter writer = null!;
    private List<string> emptyFolders = [];
    private TreeRun run = null!;

    /// <summary>What stands, by path, without manifests and checkpoint. Not to be read while <see cref="Apply"/> runs.</summary>
    public IReadOnlyDictionary<string, PublishedFile> Files => Known.Files;

    private TreeState Known => state ?? throw new InvalidOperationException("What stands in the folder is not known: call Scan first");

    /// <summary>Whether a folder is there, with whatever is in it; asks the disk, so it needs no <see cref="Scan"/>.</summary>
    /// <param name="path">relative to the tree's root</param>
    public bool Stands(string path) => Directory.Exists(Path.Combine(root, path));

    /// <summary>
    /// Reads every file, whatever the manifests say, and removes the temporary files of a run that died.
    /// Null, or <c>tree.foreign-folder</c>, <c>tree.not-readable</c>, <c>tree.not-writable</c>; a folder that does not exist is empty.
    /// </summary>
    public Refusal? Scan()
    {
        state = null;
        try
        {
            if (File.Exists(root))
            {
                return NotWritable(new DiskFault(root, Disk.NotAFolder));
            }

            if (IsForeign(root))
            {
                return Refusal.Mend(null, "tree.foreign-folder", root);
            }

            return ReadIn(Directory.Exists(root) ? TreeWalk.Entries(root, intoHidden: false) : []);
        }
        catch (DiskFault fault)
        {
            return NotReadable(fault);
        }
        catch (Exception met) when (met is IOException or UnauthorizedAccessException)
        {
            return NotReadable(Disk.FaultOf(root, met));
        }
    }

    /// <summary>
    /// The paths of outputs that can be rendered and whose fresh bytes differ from what stands, or for which nothing stands, in the order
    /// of the outputs.
    /// Writes nothing.
    /// </summary>
    public IEnumerable<string> Compare(IEnumerable<Output> all)
    {
        var standing = Known.Files;
        return all.AsParallel().AsOrdered().WithDegreeOfParallelism(Environment.ProcessorCount)
            .Where(output => Fresh(output) is { } fresh && fresh != standing.GetValueOrDefault(output.Path))
            .Select(output => output.Path);
    }

    /// <summary>Null for what cannot be rendered: it is told of when it should be put.</summary>
    private static PublishedFile? Fresh(Output output)
    {
        try
        {
            return PublishedFile.Of(output.Render());
        }
        catch (Exception)
        {
            return null;
        }
    }

    /// <summary>Null when the tree is of before this was remembered, or when it cannot be read.</summary>
    public Standing? Remembered()
    {
        try
        {
            return File.Exists($"{root}/{PublicPath.Standing}") ? Standing.Read(Disk.Read($"{root}/{PublicPath.Standing}")) : null;
        }
        catch (DiskFault)
        {
            return null;
        }
    }

    /// <summary>Null, or <c>tree.not-writable</c>; never half written.</summary>
    public Refusal? Remember(Standing standing)
    {
        var (file, temporary) = ($"{root}/{PublicPath.Standing}", $"{root}/{PublicPath.TemporaryOf(PublicPath.Standing)}");
        try
        {
            Disk.Remove(temporary);
            Disk.WriteNew(temporary, standing.ToBytes(), Disk.OwnerOnly);
            Disk.Rename(temporary, file);
            return null;
        }
        catch (DiskFault fault)
        {
            return NotWritable(fault);
        }
    }

    private static bool IsOpenFolder(TreeEntry entry) => entry.Kind == EntryKind.Folder && !PublicPath.IsHidden(entry.Path);

    private Refusal? ReadIn(List<TreeEntry> entries)
    {
        var files = entries.Where(entry => entry.Kind == EntryKind.File).Select(entry => entry.Path).ToLookup(PublicPath.IsTemporary);
        var folders = entries.Where(IsOpenFolder).Select(entry => entry.Path).ToList();
        writer = new TreeWriter(root, folders);
        try
        {
            files[true].ToList().ForEach(writer.Remove);
            FirstBuild.ThrowAway(root);
        }
        catch (DiskFault fault)
        {
            return NotWritable(fault);
        }

        List<string> paths = [.. files[false].Where(path => !PublicPath.IsHidden(path)).Order(StringComparer.Ordinal)];
        var readings = TreeWalk.ReadAll(root, paths);
        if (readings.FirstOrDefault(reading => reading.Fault is not null).Fault is { } unreadable)
        {
            return NotReadable(unreadable);
        }

        state = StateOf(paths.Zip(readings, (path, reading) => KeyValuePair.Create(path, reading.File!)));
        emptyFolders = [.. folders.Except(paths.Select(PublicPath.FolderOf), StringComparer.Ordinal)];
        return null;
    }

    private static TreeState StateOf(IEnumerable<KeyValuePair<string, PublishedFile>> files)
    {
        var state = new TreeState();
        foreach (var (path, file) in files)
        {
            if (path == PublicPath.Checkpoint)
            {
                state.Checkpoint = file;
            }
            else if (PublicPath.IsInManifests(path))
            {
                state.ManifestFiles.Add(path, file);
            }
            else
            {
                state.Set(path, file);
            }
        }

        return state;
    }

    // A folder of that name alone proves nothing: other programs keep manifests and checkpoints too.
    private static bool IsForeign(string root)
    {
        if (!Directory.Exists(root) || !Directory.EnumerateFileSystemEntries(root).Any())
        {
            return false;
        }

        var checkpoint = $"{root}/{PublicPath.Checkpoint}";
        var manifests = new DirectoryInfo($"{root}/{PublicPath.Manifests}");
        bool isPointedTo = File.Exists(checkpoint) && Tree.Checkpoint.TryRead(Disk.Read(checkpoint), out _, out _);
        return !isPointedTo && !(manifests.Exists && manifests.LinkTarget is null && HoldsManifests(manifests));
    }

    private static bool HoldsManifests(DirectoryInfo folder)
    {
        // Empty files are what a power cut leaves of a first run's manifests before their flush.
        var files = folder.GetFiles().Where(file => !PublicPath.IsTemporary(file.Name) && file.Length > 0).ToList();
        return files.Count == 0 || files.Any(IsManifest);
    }

    private static bool IsManifest(FileInfo file) =>
        Manifest.TryRead(Path.GetFileNameWithoutExtension(file.Name), Disk.Read(file.FullName), out _, out _);

    private Refusal NotWritable(DiskFault fault) => Refusal.Mend(null, "tree.not-writable", Named(fault), fault.Reason);

    private Refusal NotReadable(DiskFault fault) => Refusal.Mend(null, "tree.not-readable", Named(fault), fault.Reason);

    private string Named(DiskFault fault) =>
        PublicPath.TargetOf(fault.Path.StartsWith(root + "/", StringComparison.Ordinal) ? fault.Path[(root.Length + 1)..] : fault.Path);
}
