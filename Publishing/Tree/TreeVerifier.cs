using System.Collections.Immutable;
using Transparency.Contracts;
using Transparency.Publishing.Tree.OnDisk;

namespace Transparency.Publishing.Tree;

/// <param name="Files">how many of the listed files were read</param>
/// <param name="Findings">by kind, then by path; empty for a sound tree</param>
public sealed record TreeVerification(int Files, ImmutableArray<Refusal> Findings);

/// <summary>
/// Checks a tree by what it says of itself, without register or software version: every file against its manifest,
/// every manifest against the checkpoint. While a run is under way it finds what is not finished.
/// </summary>
public static class TreeVerifier
{
    /// <summary>
    /// Finds <c>tree.no-checkpoint</c>, <c>tree.checkpoint-broken</c>, <c>tree.root-mismatch</c>, <c>tree.manifest-broken</c>,
    /// <c>tree.misplaced</c>, <c>tree.missing</c>, <c>tree.changed</c>, <c>tree.unlisted</c> and <c>tree.not-readable</c>.
    /// </summary>
    public static TreeVerification Verify(string folder)
    {
        string root = Path.GetFullPath(folder);
        if (!Directory.Exists(root))
        {
            return new TreeVerification(0, [Refusal.Mend(null, "tree.no-checkpoint")]);
        }

        try
        {
            return new Verification(root, TreeWalk.Entries(root, intoHidden: true)).Run();
        }
        catch (DiskFault fault)
        {
            return new TreeVerification(0, [Refusal.Mend(null, "tree.not-readable", fault.Path, fault.Reason)]);
        }
    }

    private sealed class Verification
    {
        private readonly string root;
        private readonly List<string> links;
        private readonly SortedDictionary<string, Reading> found = new(StringComparer.Ordinal);
        private readonly Dictionary<string, PublishedFile> listed = new(StringComparer.Ordinal);
        private readonly HashSet<string> unreadParts = new(StringComparer.Ordinal);
        private readonly List<Refusal> findings = [];

        public Verification(string root, List<TreeEntry> entries)
        {
            this.root = root;
            links = [.. entries.Where(entry => entry.Kind == EntryKind.Link).Select(entry => entry.Path).Order(StringComparer.Ordinal)];
            var files = entries.Where(entry => entry.Kind == EntryKind.File && !PublicPath.IsTemporary(entry.Path));
            List<string> paths = [.. files.Select(entry => entry.Path)];
            foreach (var (path, reading) in paths.Zip(TreeWalk.ReadAll(root, paths)))
            {
                found.Add(path, reading);
            }
        }

        public TreeVerification Run()
        {
            CheckCheckpoint();
            found.Keys.Where(IsManifest).ToList().ForEach(ReadManifest);
            int read = CheckListed();
            CheckUnlisted();
            return new TreeVerification(read, [.. findings]);
        }

        private void CheckCheckpoint()
        {
            if (!found.TryGetValue(PublicPath.Checkpoint, out var reading) || reading.File is null)
            {
                findings.Add(Refusal.Mend(null, "tree.no-checkpoint"));
                return;
            }

            if (!Checkpoint.TryRead(Disk.Read($"{root}/{PublicPath.Checkpoint}"), out var checkpoint, out var why))
            {
                findings.Add(why);
                return;
            }

            var hashes = found.Where(file => IsManifest(file.Key) && file.Value.File is not null)
                .Select(file => KeyValuePair.Create(PartIn(file.Key), file.Value.File!.Sha256));
            if (Checkpoint.RootOf(hashes) != checkpoint.Root)
            {
                findings.Add(Refusal.Mend(null, "tree.root-mismatch"));
            }
        }

        private void ReadManifest(string path)
        {
            var part = PartIn(path);
            if (found[path].File is null || !Manifest.TryRead(part, Disk.Read($"{root}/{path}"), out var manifest, out var why))
            {
                findings.Add(Refusal.Mend(null, "tree.manifest-broken", path));
                unreadParts.Add(part);
                return;
            }

            foreach (var (file, content) in manifest.Files)
            {
                if (Manifest.PartOf(file) != part)
                {
                    findings.Add(Refusal.Mend(null, "tree.misplaced", file, path));
                }

                listed[file] = content;
            }
        }

        private int CheckListed()
        {
            var read = 0;
            foreach (var (path, content) in listed.OrderBy(file => file.Key, StringComparer.Ordinal))
            {
                if (!found.TryGetValue(path, out var reading))
                {
                    findings.Add(links.Contains(path)
                        ? Refusal.Mend(null, "tree.changed", path)
                        : Refusal.Mend(null, "tree.missing", path));
                }
                else if (reading.Fault is { } fault)
                {
                    findings.Add(Refusal.Mend(null, "tree.not-readable", path, fault.Reason));
                }
                else
                {
                    read++;
                    if (reading.File != content)
                    {
                        findings.Add(Refusal.Mend(null, "tree.changed", path));
                    }
                }
            }

            return read;
        }

        // Of a part whose manifest cannot be read nothing is known, which has been said once.
        private void CheckUnlisted() => findings.AddRange(found.Keys.Concat(links)
            .Where(path => path is not (PublicPath.Checkpoint or PublicPath.Standing) && !IsManifest(path))
            .Where(path => !listed.ContainsKey(path) && !unreadParts.Contains(Manifest.PartOf(path)))
            .Order(StringComparer.Ordinal)
            .Select(path => Refusal.Mend(null, "tree.unlisted", path)));

        private static bool IsManifest(string path) =>
            path.Split('/') is [PublicPath.Manifests, var name] && name.EndsWith(".json", StringComparison.Ordinal);

        private static string PartIn(string path) => Path.GetFileNameWithoutExtension(path);
    }
}
