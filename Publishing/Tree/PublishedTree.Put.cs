using System.Runtime.ExceptionServices;
using Transparency.Contracts;
using Transparency.Publishing.Site;
using Transparency.Publishing.Tree.OnDisk;

namespace Transparency.Publishing.Tree;

public sealed partial class PublishedTree
{
    private void Put(List<Output> outputs, TreeState known)
    {
        var placed = new Placed[outputs.Count];
        try
        {
            Parallel.For(0, outputs.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
                i => placed[i] = Place(outputs[i], known));
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions.FirstOrDefault(one => one is not DiskFault) ?? several.InnerExceptions[0]);
        }

        List<string> frozen = [.. placed.Where(place => place.How == How.Frozen).Select(place => place.Path)];
        writer.FlushTemporaries(frozen);
        // If we die here: no name leads to these frozen files yet. A name that did would keep its bytes, whole or not.
        frozen.ForEach(writer.Rename);
        Note(placed, known);
    }

    private void Note(Placed[] placed, TreeState known)
    {
        var written = placed.Where(place => place.How is How.Written or How.Frozen).ToList();
        var failed = placed.Where(place => place.Fault is not null).ToList();
        var changed = placed.Where(place => place.IsOther).Select(place => Refusal.Mend(null, "tree.frozen-changed", place.Path));
        written.ForEach(place => known.Set(place.Path, place.File!));
        run = run with
        {
            Written = run.Written + written.Count,
            Unchanged = run.Unchanged + placed.Length - written.Count - failed.Count,
            Findings = [.. run.Findings, .. changed],
            Failed = [.. run.Failed, .. failed.Select(place => (place.Path, Attempts.Failure(place.Path, place.Fault!)))],
        };
    }

    private Placed Place(Output output, TreeState known)
    {
        byte[] bytes;
        try
        {
            bytes = output.Render();
        }
        catch (Exception fault)
        {
            return new Placed(output.Path, null, How.Kept, IsOther: false) { Fault = fault };
        }

        var fresh = PublishedFile.Of(bytes);
        var standing = known.Files.GetValueOrDefault(output.Path);
        if (standing == fresh)
        {
            return new Placed(output.Path, fresh, How.Unchanged, IsOther: false);
        }

        if (writer.IsFirstBuild || !PublicPath.IsFrozen(output.Path))
        {
            writer.Write(output.Path, bytes);
            return new Placed(output.Path, fresh, How.Written, IsOther: false);
        }

        // The manifest knows what was published: bytes that came to harm on the disk may be put back, other bytes may not.
        var promised = Promised(output.Path, known) ?? standing;
        bool isOther = promised is not null && promised != fresh;
        if (isOther && standing is not null)
        {
            return new Placed(output.Path, standing, How.Kept, isOther);
        }

        writer.WriteTemporary(output.Path, bytes);
        return new Placed(output.Path, fresh, How.Frozen, isOther);
    }

    private PublishedFile? Promised(string path, TreeState known)
    {
        var part = Manifest.PartOf(path);
        var manifest = PublicPath.OfManifest(part);
        return known.ManifestFiles.ContainsKey(manifest) && Manifest.TryRead(part, Disk.Read($"{root}/{manifest}"), out var list, out _)
            ? list.Files.GetValueOrDefault(path)
            : null;
    }

    private enum How
    {
        Unchanged,
        Written,

        /// <summary>Written, and named only after a flush.</summary>
        Frozen,

        /// <summary>What stands was left.</summary>
        Kept,
    }

    /// <param name="File">null for what could not be rendered</param>
    private readonly record struct Placed(string Path, PublishedFile? File, How How, bool IsOther)
    {
        public Exception? Fault { get; init; }
    }
}
