using Transparency.Publishing.Notices;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;

namespace Transparency.Portal.Press;

/// <summary>What one run has to do to the tree, sheets that are not typeset yet apart.</summary>
/// <param name="Outputs">to be rendered and compared with what stands</param>
/// <param name="Sheets">those of the cases that the run looks at</param>
/// <param name="Files">attachments of the same cases; they come and never leave</param>
/// <param name="Leaving">paths that no page function makes any more; some may not stand</param>
internal sealed record PublicationPlan(
    IReadOnlyList<Output> Outputs, IReadOnlyList<Sheet> Sheets, IReadOnlyList<AttachedFile> Files, IReadOnlySet<string> Leaving)
{
    public bool IsEmpty => Outputs.Count + Sheets.Count + Files.Count + Leaving.Count == 0;

    /// <summary>Everything, for a tree of which nothing is known but its paths.</summary>
    public static PublicationPlan Whole(SiteModel site, IEnumerable<string> standing)
    {
        var (outputs, sheets, files) = (WholeSite.Outputs(site).ToList(), Sheet.All(site).ToList(), AttachedFile.All(site).ToList());
        var desired = PathsOf(outputs, sheets).Concat(files.Select(file => file.Path)).ToHashSet(StringComparer.Ordinal);
        return new(outputs, sheets, files, standing.Where(path => !desired.Contains(path)).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>
    /// What a change of the register touches, found without looking at the rest: cases by the slices they stand in, in the old site
    /// for what leaves and in the new one for what comes.
    /// </summary>
    public static PublicationPlan Between(SiteModel before, SiteModel after)
    {
        var touched = Touched(before, after);
        if (touched.Count == 0) return new([], [], [], new HashSet<string>());
        var (were, are) = (Around(before, touched), Around(after, touched));
        var desired = PathsOf(are.Outputs, are.Sheets).ToHashSet(StringComparer.Ordinal);
        return new(
            [.. are.Outputs.Where(output => output.Inputs.Any(touched.Contains))],
            are.Sheets,
            [.. AttachedFile.Distinct(touched.Contains(Slices.Town)
                ? after.Register.Rows.Values
                : WholeSite.RowsTouched(after, touched))],
            PathsOf(were.Outputs, were.Sheets).Where(path => !desired.Contains(path)).ToHashSet(StringComparer.Ordinal));
    }

    private static (List<Output> Outputs, List<Sheet> Sheets) Around(SiteModel site, HashSet<string> touched) =>
        ([.. WholeSite.Around(site, touched)],
        [.. (touched.Contains(Slices.Town)
            ? Sheet.All(site)
            : WholeSite.RowsTouched(site, touched).SelectMany(row => Sheet.Of(site, row)))]);

    private static HashSet<string> Touched(SiteModel before, SiteModel after)
    {
        var touched = after.Register.TouchedSince(before.Register);
        if (before.AsOf != after.AsOf) touched.Add(Slices.AsOf);
        return touched;
    }

    private static IEnumerable<string> PathsOf(IEnumerable<Output> outputs, IEnumerable<Sheet> sheets) =>
        outputs.Select(output => output.Path).Concat(sheets.Select(sheet => sheet.Path));
}
