using Transparency.Publishing.Tree.OnDisk;

namespace Transparency.Publishing.Tree;

public sealed partial class PublishedTree
{
    /// <summary>
    /// Takes the steps in order; neighbouring puts run on all processors. A fault in rendering leaves that file as it stood, a fault of
    /// the disk is <see cref="TreeRun.Failure"/>. After that, and after steps that do not hold their sweep, a scan is due.
    /// </summary>
    public TreeRun Apply(IReadOnlyList<TreeStep> steps)
    {
        var known = Known;
        state = null;
        run = new TreeRun(0, 0, 0, 0, false, [], [], null);
        try
        {
            writer.Claim();
            if (known.IsEmpty)
            {
                writer.BeginFirstBuild();
            }

            for (var next = 0; next < steps.Count;)
            {
                var outputs = steps.Skip(next).TakeWhile(step => step is TreeStep.Put).Select(step => ((TreeStep.Put)step).Output).ToList();
                if (outputs.Count > 0)
                {
                    Put(outputs, known);
                    next += outputs.Count;
                }
                else
                {
                    Take(steps[next++], known);
                }
            }
        }
        catch (DiskFault fault)
        {
            // Every file stands whole, old or new; the next run, after a scan, goes on from here.
            return run with { Failure = NotWritable(fault) };
        }

        state = steps.Any(step => step is TreeStep.Sweep) ? known : null;
        return run;
    }

    private void Take(TreeStep step, TreeState known)
    {
        switch (step)
        {
            case TreeStep.Flush:
                writer.Flush();
                break;
            case TreeStep.WriteManifests manifests:
                Write(manifests, known);
                break;
            case TreeStep.WriteCheckpoint checkpoint:
                Write(checkpoint, known);
                break;
            case TreeStep.Remove leaving:
                Remove(leaving.Path, known);
                break;
            case TreeStep.RemoveManifests:
                RemoveManifests(known);
                break;
            case TreeStep.Sweep:
                writer.RemoveEmpty(emptyFolders);
                emptyFolders = [];
                break;
            default:
                throw new ArgumentException($"Puts are taken together, and there is no other step: {step}", nameof(step));
        }
    }

    private void Write(TreeStep.WriteManifests step, TreeState known)
    {
        foreach (var path in step.Leaving)
        {
            known.Unlist(path);
        }

        foreach (var manifest in known.TakeChanged())
        {
            var bytes = manifest.ToBytes();
            var path = PublicPath.OfManifest(manifest.Part);
            var fresh = PublishedFile.Of(bytes);
            if (known.ManifestFiles.GetValueOrDefault(path) != fresh)
            {
                // If we die among these: pages are new, some lists are old, and a check finds the root wrong until the next run.
                writer.Write(path, bytes);
                known.ManifestFiles[path] = fresh;
                run = run with { ManifestsChanged = run.ManifestsChanged + 1 };
            }
        }
    }

    private void Write(TreeStep.WriteCheckpoint step, TreeState known)
    {
        writer.EndFirstBuild();
        var bytes = new Checkpoint(step.Imprint, known.Root()).ToBytes();
        var fresh = PublishedFile.Of(bytes);
        if (known.Checkpoint != fresh)
        {
            writer.WriteFlushed(PublicPath.Checkpoint, bytes);
            // If we die from here on: the tree is complete, and what it lists no more still stands until the next run.
            known.Checkpoint = fresh;
            run = run with { CheckpointWritten = true };
        }
    }

    private void Remove(string path, TreeState known)
    {
        // Only what the scan or a put of ours has named, so neither hidden files nor what lies behind a link.
        if (known.Files.Remove(path))
        {
            known.Unlist(path);
            writer.Remove(path);
            emptyFolders.Add(PublicPath.FolderOf(path));
            run = run with { Removed = run.Removed + 1 };
        }
    }

    private void RemoveManifests(TreeState known)
    {
        foreach (var path in known.SuperfluousManifests())
        {
            known.ManifestFiles.Remove(path);
            writer.Remove(path);
            emptyFolders.Add(PublicPath.FolderOf(path));
            run = run with { ManifestsChanged = run.ManifestsChanged + 1 };
        }
    }
}
