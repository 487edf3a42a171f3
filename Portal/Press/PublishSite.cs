using System.Collections.Concurrent;
using Transparency.Contracts;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Site;
using Transparency.Publishing.Site.Suppressions;
using Transparency.Publishing.Tree;

namespace Transparency.Portal.Press;

/// <summary>How a run ended.</summary>
/// <param name="Differing">with a rebuild: paths whose fresh bytes differed from what stood</param>
/// <param name="WaitingForPdf">paths of sheets that are not typeset yet; the pages stand without waiting for them</param>
/// <param name="Failing">
/// <c>output.failed</c> for each output, row or group of lists that could not be made and was left as it stood
/// </param>
/// <param name="Fault">why nothing was written, or not everything</param>
public sealed record Published(
    int Written, int Removed, long Edition, IReadOnlyList<Refusal> Findings, IReadOnlyList<string> Differing,
    IReadOnlyList<string> WaitingForPdf, IReadOnlyList<Refusal> Failing, Refusal? Fault);

/// <summary>Where the register is read and where the tree stands.</summary>
/// <param name="Through">what becomes of each part on its way into the tree; null for a tree as it should be, as every real one is</param>
public sealed record PublicationPlace(string ConnectionString, string SiteFolder, Func<Part, Part>? Through = null);

/// <summary>
/// Brings the tree in line with the register: compares what the register says with what the tree holds and applies the difference.
/// Level-triggered, so it may run twice, late or after a crash. One run at a time in this process by the gate, among processes by the lock.
/// </summary>
public sealed partial class PublishSite(
    ReadRegister register, SheetShelf shelf, NoticeShelf notices, AttachmentShelf attachments, PublicationState state,
    PublicationPlace place, SiteSettings site, TimeProvider clock, ILogger<PublishSite> log) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly SemaphoreSlim typesetting = new(1, 1);
    private readonly PublishedTree tree = new(place.SiteFolder);
    private readonly ConcurrentQueue<string> told = new();
    private readonly Failing failing = new();
    private readonly Func<Part, Part> through = place.Through ?? (part => part);
    private SiteModel? standing;
    private string? checkpoint;
    private Suppressed? takenOut;
    private IReadOnlyList<Sheet> missing = [];
    private IReadOnlyList<AttachedFile> lacking = [];

    /// <summary>
    /// One run: pages, then the sheets that are not typeset yet; while these are made, the next pages may already follow.
    /// Null when another portal is publishing just now.
    /// </summary>
    /// <param name="hinted">keys of rows that a commit has just changed, to look at these only; null to compare everything</param>
    public async Task<Published?> RunAsync(bool rebuild, CancellationToken ct, IReadOnlyCollection<string>? hinted = null)
    {
        var done = await PublishPagesAsync(rebuild, ct, hinted);
        // A batch at a time, so that the first sheets of a long row need not wait for the last.
        var tried = new HashSet<string>(StringComparer.Ordinal);
        while (done is { Fault: null } && await TypesetAsync(tried, ct))
        {
            if (await PublishPagesAsync(rebuild: false, ct, hinted: []) is not { } sheets) break;
            done = sheets with
            {
                Written = done.Written + sheets.Written,
                Removed = done.Removed + sheets.Removed,
                Findings = [.. done.Findings, .. sheets.Findings],
                Differing = done.Differing,
                Failing = sheets.Failing,
            };
        }
        return done;
    }

    /// <summary>As <see cref="RunAsync"/>, but waits its turn: up to half a minute while another portal publishes.</summary>
    public async Task<Published?> RunPatientlyAsync(bool rebuild, CancellationToken ct, IReadOnlyCollection<string>? hinted = null)
    {
        for (var attempt = 0; attempt < 60; attempt++)
        {
            if (await RunAsync(rebuild, ct, hinted) is { } done) return done;
            await Task.Delay(500, ct);
        }
        return null;
    }

    /// <summary>
    /// Rows that a commit has just changed. The next run looks at these too, whoever asked for it, so that many commits in a row
    /// need not wait for a run each; the job of each commit then finds nothing to do, or, when this process has died, all of its own.
    /// </summary>
    public void Tell(IEnumerable<string> rows)
    {
        foreach (var row in rows) told.Enqueue(row);
    }

    public void Dispose()
    {
        gate.Dispose();
        typesetting.Dispose();
    }

    /// <summary>Pages, feeds and data only, with the sheets that lie on the shelf already.</summary>
    public async Task<Published?> PublishPagesAsync(bool rebuild, CancellationToken ct, IReadOnlyCollection<string>? hinted = null)
    {
        await gate.WaitAsync(ct);
        try
        {
            await using var elected = await PublicationLock.TryTakeAsync(place.ConnectionString, ct);
            if (elected is null) return null;
            state.Begin(clock.GetUtcNow());
            var done = await BringInLineAsync(rebuild, hinted, elected.Lost);
            state.End(clock.GetUtcNow(), done);
            // Most minutes find nothing to do.
            log.Log(
                done.Written + done.Removed > 0 ? LogLevel.Information : LogLevel.Debug,
                "edition {Edition}: {Written} written, {Removed} removed, {Waiting} sheets waiting",
                done.Edition, done.Written, done.Removed, done.WaitingForPdf.Count);
            return done;
        }
        catch (Exception fault)
        {
            log.LogError("publishing broke off: {Fault}", fault.GetType().Name);
            state.BrokeOff(clock.GetUtcNow());
            throw;
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<Published> BringInLineAsync(bool rebuild, IReadOnlyCollection<string>? hinted, CancellationToken ct)
    {
        await shelf.LoadOnceAsync(ct);
        var also = Told();
        // A tree that another process has moved on shows rows that this one has not read.
        var isUnknown = rebuild || standing is null || checkpoint != Checkpoint();
        var stood = tree.Remembered();
        if (await register.ReadAsync(isUnknown || hinted is null ? null : [.. hinted.Union(also)], ct, stood?.Suppressed) is not { } now)
            return Failed(register.Why);
        var asOf = Shanghai.DayOf(clock.GetUtcNow());
        var next = standing is null ? new SiteModel(now, asOf, site) : standing.Next(now, asOf);
        if (isUnknown && tree.Scan() is { } foreign) return Failed(foreign);
        var attempts = new Attempts(register.Unreadable);
        var plan = isUnknown
            ? PublicationPlan.Whole(next, tree.Files.Keys, attempts, through)
            : PublicationPlan.Between(standing!, next, attempts, through);
        if (hinted is null) plan = plan.WithAgain(next, failing.Names, through);
        if (!ReferenceEquals(takenOut, now.Suppressed)) plan = plan.Without(Withheld(now));
        if (LossBy(plan, stood, now) is { } loss) return Failed(loss);
        if (plan.IsEmpty && !isUnknown && missing.Count + lacking.Count == 0)
            return new(0, 0, now.Acts, [], [], [], failing.All, null);

        var (outputs, altered) = await notices.FreezeAsync(plan.Outputs, path => tree.Files.GetValueOrDefault(path)?.Sha256, ct);
        var differing = rebuild ? tree.Compare(outputs).ToList() : [];
        // Looked for once: a sheet that is typeset while this run writes is missing still, and the next run finds it.
        // Looked for twice, it would be in neither.
        var sheets = (isUnknown ? plan.Sheets : [.. plan.Sheets, .. Waiting(plan)])
            .Select(sheet => (Sheet: sheet, Hash: shelf.Find(sheet))).ToList();
        var files = await attachments.LookAsync(
            plan.Files.Concat(lacking).DistinctBy(file => file.Path), file => tree.Files.GetValueOrDefault(file.Path)?.Sha256, ct);
        standing = null; // If we die or fail from here on, the next run starts from what is on disk.
        var run = tree.Apply(TreeDiff.Steps(
            outputs.Concat(Ready(sheets)).Concat(files.Ready), plan.Leaving,
            new Imprint(now.Acts, next.AsOf, SiteSettings.TemplateVersion)));
        if (run.Failure is not null) return Failed(run.Failure);
        foreach (var finding in run.Findings) log.LogWarning("left as it stood: {Code}", finding.Code);
        var (told, repaired) = failing.Next(plan, run, hinted is null);
        foreach (var why in told) log.LogError("left as it stood: {Where} {Fault}", why.Arguments[0], why.Arguments[1]);
        missing = [.. sheets.Where(x => x.Hash is null).Select(x => x.Sheet)];
        failing.Keep(missing);
        if (MarkOf(now, stood) is var mark && mark != stood && tree.Remember(mark) is { } unwritten) return Failed(unwritten);
        await TakeOutAsync(now, ct);
        lacking = files.Lacking;
        // Nothing was removed while something failed: what is to go is found by looking at everything.
        (standing, checkpoint) = (repaired ? null : next, Checkpoint());
        return new(
            run.Written, run.Removed, now.Acts, [.. run.Findings, .. altered, .. files.Findings], differing,
            [.. missing.Select(sheet => sheet.Path)], failing.All, null);
    }

    private List<string> Told()
    {
        var rows = new List<string>();
        while (told.TryDequeue(out var row)) rows.Add(row);
        return rows;
    }

    private string? Checkpoint()
    {
        var file = Path.Combine(place.SiteFolder, "checkpoint");
        return File.Exists(file) ? File.ReadAllText(file) : null;
    }

    private Published Failed(Refusal why)
    {
        log.LogError("publishing stopped: {Code}", why.Code);
        return new(0, 0, state.Now.Edition, [], [], [], failing.All, why);
    }
}
