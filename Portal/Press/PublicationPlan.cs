using Transparency.Contracts;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Publishing.Tree;

namespace Transparency.Portal.Press;

/// <summary>What one run has to do to the tree, sheets that are not typeset yet apart.</summary>
/// <param name="Outputs">to be rendered and compared with what stands</param>
/// <param name="Sheets">those of the cases that the run looks at</param>
/// <param name="Files">attachments of the same cases; they come and never leave</param>
/// <param name="Leaving">paths that no page function makes any more; some may not stand</param>
/// <param name="Attempts">what was asked, and what could not be told</param>
internal sealed record PublicationPlan(
    IReadOnlyList<Output> Outputs, IReadOnlyList<Sheet> Sheets, IReadOnlyList<AttachedFile> Files, IReadOnlySet<string> Leaving,
    Attempts Attempts)
{
    /// <summary>Nothing to do, and nothing to tell.</summary>
    public bool IsEmpty => Outputs.Count + Sheets.Count + Files.Count + Leaving.Count + Attempts.Failed.Count == 0;

    /// <summary>Everything, for a tree of which nothing is known but its paths.</summary>
    /// <param name="through">see <see cref="PublicationPlace"/></param>
    public static PublicationPlan Whole(SiteModel site, IEnumerable<string> standing, Attempts attempts, Func<Part, Part> through)
    {
        var outputs = attempts.Of(WholeSite.Parts(site).Select(through));
        var (sheets, files) = Beside(site, [.. Ordered(site)], outputs, attempts);
        var desired = PathsOf(outputs, sheets).Concat(files.Select(file => file.Path)).ToHashSet(StringComparer.Ordinal);
        return new(outputs, sheets, files, Gone(attempts, standing.Where(path => !desired.Contains(path))), attempts);
    }

    /// <summary>
    /// What a change of the register touches, found without looking at the rest: cases by the slices they stand in, in the old site
    /// for what leaves and in the new one for what comes.
    /// </summary>
    public static PublicationPlan Between(SiteModel before, SiteModel after, Attempts attempts, Func<Part, Part> through)
    {
        var was = new Attempts();
        var touched = Touched(before, after);
        if (touched.Count == 0) return new([], [], [], new HashSet<string>(), attempts);
        var are = attempts.Of(WholeSite.PartsAround(after, touched).Select(through));
        var (sheets, files) = Beside(after, RowsOf(after, touched), are, attempts);
        var were = was.Of(WholeSite.PartsAround(before, touched).Select(through));
        var (sheetsBefore, _) = Beside(before, RowsOf(before, touched), were, was);
        var desired = PathsOf(are, sheets).ToHashSet(StringComparer.Ordinal);
        return new(
            [.. are.Where(output => output.Inputs.Any(touched.Contains))], sheets, files,
            Gone(attempts, PathsOf(were, sheetsBefore).Where(path => !desired.Contains(path))), attempts);
    }

    /// <summary>The same with what failed in a run before, and is not in this one anyway.</summary>
    public PublicationPlan WithAgain(SiteModel site, IReadOnlySet<string> failing, Func<Part, Part> through)
    {
        if (failing.Count == 0) return this;
        var known = Outputs.Select(output => output.Path).Concat(Attempts.Parts).ToHashSet(StringComparer.Ordinal);
        var again = from part in WholeSite.Parts(site).Where(part => !known.Contains(part.Name)).Select(through)
                    from output in Attempts.Each(part.Name, part.Outputs)
                    where failing.Contains(part.Name) || failing.Contains(output.Path)
                    select output;
        return this with { Outputs = [.. Outputs, .. again.Where(output => known.Add(output.Path))] };
    }

    /// <summary>
    /// The same where also these leave unless they are made: what was suppressed waits for nothing that fails elsewhere.
    /// </summary>
    public PublicationPlan Without(IReadOnlySet<string> suppressed)
    {
        if (suppressed.Count == 0) return this;
        var made = PathsOf(Outputs, Sheets).ToHashSet(StringComparer.Ordinal);
        return this with { Leaving = Leaving.Union(suppressed.Where(path => !made.Contains(path))).ToHashSet(StringComparer.Ordinal) };
    }

    // What could not be told may stand all the same.
    private static HashSet<string> Gone(Attempts attempts, IEnumerable<string> paths) =>
        attempts.Failed.Count > 0 ? [] : paths.ToHashSet(StringComparer.Ordinal);

    /// <summary>What is kept of a lost record gives way where a page function makes the same file again.</summary>
    private static (List<Sheet> Sheets, List<AttachedFile> Files) Beside(
        SiteModel site, IReadOnlyList<IPublicRow> rows, IEnumerable<Output> outputs, Attempts attempts)
    {
        List<Sheet> sheets = [.. rows.SelectMany(row => attempts.Each(row.Id, () => Sheet.Of(site, row)))];
        var made = PathsOf(outputs, sheets).ToHashSet(StringComparer.Ordinal);
        var files = AttachedFile.Distinct(rows.SelectMany(row => attempts.Each(row.Id, () => AttachedFile.In(site, row))));
        return (sheets, [.. files.Where(file => !made.Contains(file.Path))]);
    }

    private static IReadOnlyList<IPublicRow> RowsOf(SiteModel site, HashSet<string> touched) =>
        touched.Contains(Slices.Town) ? [.. Ordered(site)] : [.. WholeSite.RowsTouched(site, touched)];

    private static IEnumerable<IPublicRow> Ordered(SiteModel site) =>
        site.Register.Rows.Values.OrderBy(row => row.Id, StringComparer.Ordinal);

    private static HashSet<string> Touched(SiteModel before, SiteModel after)
    {
        var touched = after.Register.TouchedSince(before.Register);
        if (before.AsOf != after.AsOf) touched.Add(Slices.AsOf);
        return touched;
    }

    private static IEnumerable<string> PathsOf(IEnumerable<Output> outputs, IEnumerable<Sheet> sheets) =>
        outputs.Select(output => output.Path).Concat(sheets.Select(sheet => sheet.Path));
}
