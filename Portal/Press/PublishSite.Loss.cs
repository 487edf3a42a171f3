using System.Globalization;
using Transparency.Contracts;
using Transparency.Contracts.Losses;
using Transparency.Portal.Cases;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;
using Transparency.Publishing.Site;
using Transparency.Publishing.Tree;

namespace Transparency.Portal.Press;

/// <summary>What stood in public stays: the press stops before the first write when it would take something away.</summary>
public sealed partial class PublishSite
{
    private const string Notice = "/notice.json";

    /// <summary>
    /// The way on when records are lost for good, and an act on record: lost addresses stay as pages that say so, the files of their
    /// editions as they stood, and their numbers are used up. The next run follows this store.
    /// </summary>
    /// <returns>
    /// the loss, or why not: <c>loss.none</c>, <c>loss.collides</c>, <c>publication.unknown-event</c>, <c>publication.elsewhere</c>, an
    /// output that cannot be made, or what the law refuses
    /// </returns>
    public async Task<Result<LossAccepted>> AcceptLossAsync(Text reason, Officer by, Ledger ledger, CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            await using var elected = await PublicationLock.TryTakeAsync(place.ConnectionString, ct);
            if (elected is null) return Refusal.Wait("publication.elsewhere");
            await shelf.LoadOnceAsync(ct);
            if (await register.ReadAsync(hinted: null, ct, tree.Remembered()?.Suppressed) is not { } now)
                return register.Why;
            if (tree.Scan() is { } foreign) return foreign;
            standing = null;
            var next = new SiteModel(now, Shanghai.DayOf(clock.GetUtcNow()), site);
            var plan = PublicationPlan.Whole(next, tree.Files.Keys, new(register.Unreadable), through);
            if (plan.Attempts.Failed is [var cannot, ..]) return cannot;
            switch (LossBy(plan, tree.Remembered(), now))
            {
                case null: return Refusal.NotNow("loss.none");
                case { Code: "publication.unknown-event" } unknown: return unknown;
            }
            if (OtherCase(plan) is { } twice) return Refusal.NotNow("loss.collides", twice.Path);
            return await RecordAsync(reason, plan, now, by, ledger, ct);
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<Result<LossAccepted>> RecordAsync(
        Text reason, PublicationPlan plan, PublicRegister known, Officer by, Ledger ledger, CancellationToken ct)
    {
        var gone = LossesOf(plan).Where(path => !IsWithheld(known, path)).Order(StringComparer.Ordinal).ToList();
        var pages = gone.Where(IsPage).Select(path => SiteMap.InFirst(site, path)).Distinct().Order(StringComparer.Ordinal).ToList();
        KeptFile[] kept =
        [
            .. gone.Where(path => !IsPage(path)).Select(path => Kept(path, moved: false)),
            .. Overwritten(plan).Select(path => Kept(path, moved: true)),
        ];
        var ordinal = known.Rows.Values.OfType<Publishing.Register.LossOnRegister>().Count() + 1;
        var at = clock.GetUtcNow();
        // If we die here: files that no record names.
        foreach (var one in kept) attachments.TakeOver(one.File, ReadStanding(one.Was));
        LossAccepted? accepted = null;
        var outcome = await ledger.WriteAsync(new(by.Id.Value, "press"), async entry =>
        {
            var now = await entry.LoadAsync(LossStore.KeyOf(ordinal), Loss.Law);
            accepted = new(ordinal, reason, pages, kept, by.Sign(at));
            if (entry.Decide(now, new AcceptLoss(ordinal, reason, pages, kept, by, at)) is { } no) return no;
            foreach (var file in kept.Select(one => one.File).DistinctBy(file => file.Sha256))
                entry.Documents.Store(new StoredFile(file.Sha256.Value, file.Extension, file.Bytes, by.Id.Value, at));
            await UseUpAsync(entry, pages, at);
            return null;
        }, ct);
        if (outcome is Outcome.Refused { Why: var why }) return why;
        // If we die here: the loss is on record and its pages are made, but the tree still asks for the former store. Accepted again, it
        // finds nothing more to name.
        return tree.Remember(MarkOf(known, stood: null)) is { } unwritten ? unwritten : accepted!;
    }

    /// <summary>Numbers that the tree shows beyond those the store has taken.</summary>
    private static async Task UseUpAsync(Entry entry, IEnumerable<string> pages, DateTimeOffset at)
    {
        var lost = from page in pages
                   let names = page.Split('/')
                   where names.Length == 4
                   from series in CaseKinds.Series
                   where series.Folder == names[0]
                   group int.Parse(names[2], CultureInfo.InvariantCulture)
                       by (series, Year: int.Parse(names[1], CultureInfo.InvariantCulture)) into year
                   select (year.Key.series, year.Key.Year, Last: year.Max());
        foreach (var (series, year, last) in lost)
        {
            var taken = await entry.VersionAsync(series.Stream(year));
            var beyond = Enumerable.Range((int)taken + 1, Math.Max(0, last - (int)taken));
            entry.Append(series.Stream(year), taken, [.. beyond.Select(ordinal => series.Lost(ordinal, at))]);
        }
    }

    /// <summary>
    /// Null when the plan takes nothing away; <c>publication.unknown-event</c>, <c>publication.other-store</c>,
    /// <c>publication.older-store</c>, <c>publication.would-lose</c>.
    /// </summary>
    private Refusal? LossBy(PublicationPlan plan, Standing? stood, PublicRegister now)
    {
        if (register.Mark.Unknown is { } name) return Refusal.NotNow("publication.unknown-event", name);
        if (stood?.Against(MarkOf(now, stood)) is { } other) return other;
        var losses = LossesOf(plan).Where(path => (stood is null || SiteMap.IsOfCase(path)) && !IsWithheld(now, path))
            .Order(StringComparer.Ordinal).ToList();
        return losses.Count > 0 ? Refusal.NotNow("publication.would-lose", losses.Count, losses[0]) : null;
    }

    private IEnumerable<string> LossesOf(PublicationPlan plan) => plan.Leaving.Where(tree.Files.ContainsKey);

    /// <summary>
    /// What was not counted in this run holds as it was counted before: the acts of a register of which rows could not be read, and the
    /// events when only hinted rows were.
    /// </summary>
    private Standing MarkOf(PublicRegister now, Standing? stood) => new(
        register.Mark.Identity,
        register.Unreadable.Count > 0 ? Math.Max(now.Acts, stood?.Edition ?? 0) : now.Acts,
        register.Mark.Events ?? stood?.Events ?? 0,
        register.Mark.Last,
        [.. failing.All.Select(StandingFault.Of)])
    {
        Suppressed = now.Suppressed,
    };

    /// <summary>A case whose first edition stands in the tree under the same number with other words; null when there is none.</summary>
    private Output? OtherCase(PublicationPlan plan)
    {
        var notices = plan.Outputs.Where(output => output.Path.EndsWith(Notice, StringComparison.Ordinal)).ToDictionary(o => o.Path);
        return notices.Values.FirstOrDefault(fresh =>
            FirstOf(CaseOf(fresh.Path), notices.ContainsKey) == fresh.Path
            && tree.Files.TryGetValue(FirstOf(CaseOf(fresh.Path), tree.Files.ContainsKey), out var stood)
            && PublishedFile.Of(fresh.Render()) != stood);
    }

    private static string CaseOf(string notice) =>
        notice.IndexOf("/e/", StringComparison.Ordinal) is > 0 and var cut ? notice[..cut] : notice[..^Notice.Length];

    private static string FirstOf(string folder, Func<string, bool> stands) =>
        stands($"{folder}/e/1{Notice}") ? $"{folder}/e/1{Notice}" : $"{folder}{Notice}";

    /// <summary>
    /// Data and sheets of editions that are lost while their case is not: something else comes to stand at their address.
    /// </summary>
    private IEnumerable<string> Overwritten(PublicationPlan plan) =>
        (from output in plan.Outputs
         where output.Path.EndsWith(Notice, StringComparison.Ordinal) || output.Path.EndsWith("/certificate.json", StringComparison.Ordinal)
         where tree.Files.TryGetValue(output.Path, out var stood) && PublishedFile.Of(output.Render()) != stood
         select output.Path)
        .Concat(
            from sheet in plan.Sheets
            where shelf.Find(sheet) is { } hash && tree.Files.TryGetValue(sheet.Path, out var stood) && stood.Sha256 != hash
            select sheet.Path)
        .Order(StringComparer.Ordinal);

    /// <param name="moved">something else stands at its address now</param>
    private KeptFile Kept(string path, bool moved)
    {
        var stood = tree.Files[path];
        var file = new Attachment(new(stood.Sha256), Path.GetExtension(path)[1..], stood.Length, new(path));
        return new(moved ? SiteMap.File(file) : path, path, file);
    }

    private static bool IsPage(string path) => path.EndsWith("index.html", StringComparison.Ordinal);

    private byte[] ReadStanding(string path) => File.ReadAllBytes(Path.Combine(place.SiteFolder, path));
}
