using Transparency.Contracts;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Site;
using Transparency.Publishing.Tree;

namespace Transparency.Portal.Publication;

/// <summary>How a run ended.</summary>
/// <param name="Differing">with a rebuild: paths whose fresh bytes differed from what stood</param>
/// <param name="WaitingForPdf">sheets that could not be typeset; the pages stand without waiting for them</param>
public sealed record Published(int Written, int Removed, long Edition, IReadOnlyList<Refusal> Findings, IReadOnlyList<string> Differing, IReadOnlyList<string> WaitingForPdf, Refusal? Fault);

/// <summary>Where the register is read and where the tree stands.</summary>
public sealed record PublicationPlace(string ConnectionString, string SiteFolder);

/// <summary>
/// Brings the tree in line with the register: compares what the register says with what the tree holds and applies the difference.
/// Level-triggered, so it may run twice, late or after a crash. One run at a time in this process by the gate, among processes by the lock.
/// </summary>
public sealed class PublishSite(ReadRegister register, SheetShelf shelf, PublicationState state, PublicationPlace place, SiteSettings site, TimeProvider clock, ILogger<PublishSite> log) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly PublishedTree tree = new(place.SiteFolder);
    private SiteModel? standing;
    private string? checkpoint;
    private bool shelved;

    /// <summary>One run; null when another portal is publishing just now.</summary>
    public async Task<Published?> RunAsync(bool rebuild, CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            await using var elected = await PublicationLock.TryTakeAsync(place.ConnectionString, ct);
            if (elected is null) return null;
            state.Begin(clock.GetUtcNow());
            var done = await PublishAsync(rebuild, elected.Lost);
            state.End(clock.GetUtcNow(), done.Fault, done.WaitingForPdf, done.Edition);
            log.LogInformation("published edition {Edition}: {Written} written, {Removed} removed, {Waiting} sheets waiting, {Fault}", done.Edition, done.Written, done.Removed, done.WaitingForPdf.Count, done.Fault?.Code ?? "no fault");
            return done;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>As <see cref="RunAsync"/>, but waits its turn: up to half a minute while another portal publishes.</summary>
    public async Task<Published?> RunPatientlyAsync(bool rebuild, CancellationToken ct)
    {
        for (var attempt = 0; attempt < 60; attempt++)
        {
            if (await RunAsync(rebuild, ct) is { } done) return done;
            await Task.Delay(500, ct);
        }
        return null;
    }

    public void Dispose() => gate.Dispose();

    private async Task<Published> PublishAsync(bool rebuild, CancellationToken ct)
    {
        if (!shelved) await shelf.LoadAsync(ct);
        shelved = true;
        var asOf = Shanghai.DayOf(clock.GetUtcNow());
        if (await register.ReadAsync(ct) is not { } now) return Failed(new("publication.no-town"));
        var next = new SiteModel(now, asOf, site);
        var isNew = rebuild || standing is null || checkpoint != Checkpoint();
        if (isNew && tree.Scan() is { } foreign) return Failed(foreign);
        var touched = isNew ? null : Touched(standing!, next);
        if (touched is { Count: 0 } && state.Now.WaitingForPdf.Count == 0) return new(0, 0, now.Acts, [], [], [], null);

        var all = WholeSite.Outputs(next).ToList();
        var sheets = Sheet.All(next).ToList();
        var desired = all.Select(o => o.Path).Concat(sheets.Select(s => s.Path)).ToHashSet(StringComparer.Ordinal);
        var differing = rebuild ? tree.Compare(all).ToList() : [];
        var changed = touched is null ? all : all.Where(o => o.Inputs.Any(touched.Contains));

        standing = null; // If we die or fail from here on, the next run starts from what is on disk.
        var run = Apply([.. changed, .. Ready(sheets, touched)], desired, next);
        if (run.Failure is not null) return Failed(run.Failure);
        var (waiting, typeset) = await TypesetAsync(sheets, ct);
        if (typeset.Count > 0 && Apply(typeset, desired, next) is { Failure: { } fault }) return Failed(fault);

        (standing, checkpoint) = (next, Checkpoint());
        return new(run.Written + typeset.Count, run.Removed, now.Acts, run.Findings, differing, waiting, null);
    }

    private static HashSet<string> Touched(SiteModel before, SiteModel after)
    {
        var touched = Slices.Touched(before.Register, after.Register);
        if (before.AsOf != after.AsOf) touched.Add(Slices.AsOf);
        return touched;
    }

    private TreeRun Apply(IEnumerable<Output> outputs, HashSet<string> desired, SiteModel next) =>
        tree.Apply(TreeDiff.Steps(tree.Files, outputs, desired.Contains, new Imprint(next.Register.Acts, next.AsOf, SiteSettings.TemplateVersion)));

    private IEnumerable<Output> Ready(IEnumerable<Sheet> sheets, HashSet<string>? touched) =>
        from sheet in sheets
        where touched is null || sheet.Inputs.Any(touched.Contains)
        let file = shelf.Find(sheet)
        where file is not null
        select AsOutput(sheet, file);

    private async Task<(IReadOnlyList<string> Waiting, List<Output> Typeset)> TypesetAsync(IEnumerable<Sheet> sheets, CancellationToken ct)
    {
        var (waiting, typeset) = (new List<string>(), new List<Output>());
        foreach (var sheet in sheets.Where(s => shelf.Find(s) is null))
        {
            if (await shelf.TypesetAsync(sheet, ct) is null) typeset.Add(AsOutput(sheet, shelf.Find(sheet)!));
            else waiting.Add(sheet.Path);
        }
        return (waiting, typeset);
    }

    private static Output AsOutput(Sheet sheet, string file) => new(sheet.Path, Stage.Leaf, sheet.Inputs, () => File.ReadAllBytes(file));

    private string? Checkpoint()
    {
        var file = Path.Combine(place.SiteFolder, "checkpoint");
        return File.Exists(file) ? File.ReadAllText(file) : null;
    }

    private Published Failed(Refusal why)
    {
        log.LogError("publishing stopped: {Code}", why.Code);
        return new(0, 0, state.Now.Edition, [], [], [], why);
    }
}
