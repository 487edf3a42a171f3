using System.Collections.Immutable;
using Transparency.Contracts;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site.Kinds;

namespace Transparency.Publishing.Site.Suppressions;

/// <summary>Rows on their way into the register: what was suppressed leaves them before any page can see it.</summary>
internal static class Withholding
{
    /// <summary>The row as it may be shown: the same object when nothing of it is suppressed.</summary>
    /// <param name="row">as the store has it</param>
    /// <param name="withheld">by the keys of editions; those of the row are noted here</param>
    public static IPublicRow Of(IPublicRow row, Suppressed suppressed, ImmutableDictionary<string, WithheldEdition>.Builder withheld)
    {
        if (suppressed.Editions.Count == 0) return row;
        var kind = PublicKinds.Of(row);
        var all = kind.Editions(row).ToList();
        var gone = all.Where(edition => suppressed.SectionIn(edition) is not null).ToDictionary(edition => edition.Ordinal);
        if (gone.Count == 0) return row;
        foreach (var edition in gone.Values)
            withheld[edition.Key] = Noted(edition, suppressed, all.Where(other => other.Ordinal != edition.Ordinal));
        var shown = kind.Without(row, gone.ContainsKey);
        // The check codes that are printed of it are those of what stood.
        foreach (var edition in kind.Editions(shown).Where(e => gone.ContainsKey(e.Ordinal)))
            CheckCodes.Keep(edition.Of, withheld[edition.Key].Notice.Value);
        return shown;
    }

    /// <summary>Whether a file that the row names is suppressed now and was not before.</summary>
    public static bool LosesFile(IPublicRow row, Suppressed before, Suppressed now) =>
        now.Files.Count > before.Files.Count
        && PublicKinds.Of(row).Files(row).Any(file => now.Holds(file.Of) && !before.Holds(file.Of));

    private static WithheldEdition Noted(PublicEdition edition, Suppressed suppressed, IEnumerable<PublicEdition> others)
    {
        var record = suppressed.Editions.FirstOrDefault(e => e.Key == edition.Key && edition.Shows(e.Content));
        return new(
            edition.Folder, edition.Number, edition.Ordinal, edition.Content, suppressed.SectionIn(edition)!.Value,
            record?.Notice ?? ContentHash.Over(edition.Notice()), record?.Sheet, [.. others.Select(e => (e.Ordinal, e.Folder))]);
    }
}
