using System.Collections.Immutable;
using Transparency.Contracts;
using Transparency.Publishing.Components;
using Transparency.Publishing.Components.Lists;
using Transparency.Publishing.Pages;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site.Suppressions;

namespace Transparency.Publishing.Site.Kinds;

/// <summary>A kind whose rows have an <see cref="IPublicRow.Entry"/>, a page of their own, and stand in lists, feeds and search.</summary>
internal abstract class PublicCase<TRow>(
    CaseKind kind, string stream, int version, Type events, Func<TRow?, string, object, TRow?> evolve)
    : PublicKind<TRow>(stream, version, events, evolve) where TRow : class, IPublicRow
{
    internal sealed override CaseKind? Case => kind;

    /// <summary>Of its page with the newest edition, in the first language.</summary>
    protected abstract string Path(TRow row);

    /// <summary>Its page with the newest edition.</summary>
    protected abstract byte[] Page(PageContext here, TRow row);

    protected abstract Text Title(TRow row);

    /// <summary>What feeds say of it.</summary>
    protected abstract string Summary(Language language, TRow row);

    protected abstract CaseItem Item(Language language, TRow row);

    /// <summary>All cases of one year.</summary>
    protected abstract byte[] YearPage(PageContext here, int year);

    protected abstract override IEnumerable<Output> Outputs(SiteModel site, TRow row);

    /// <summary>Oldest first.</summary>
    protected abstract IEnumerable<PublicEdition> Editions(TRow row);

    /// <summary>
    /// Every word that a person typed, every name and file of these editions gone (<see cref="Redacted"/>), and every figure kept.
    /// </summary>
    /// <param name="gone">by the ordinals of editions</param>
    protected abstract TRow Without(TRow row, Func<int, bool> gone);

    internal sealed override IEnumerable<PublicEdition> Editions(IPublicRow row) => Editions((TRow)row);

    internal sealed override IPublicRow Without(IPublicRow row, Func<int, bool> gone) => Without((TRow)row, gone);

    protected sealed override SiteCase? CaseOf(TRow row) => row.Entry is { } entry ? new Listed(this, row, entry) : null;

    internal override IEnumerable<Output> Lists(SiteModel site, Language language) =>
        from year in site.Years(year => Slices.KindYear(kind, year))
        let path = SiteMap.KindYear(kind, year)
        select SitePages.Index(site, language, path, [Slices.Town, Slices.KindYear(kind, year)], here => YearPage(here, year));

    /// <summary>notice.json of one edition, and its page in every language; of a withheld one a page that says so.</summary>
    /// <param name="edition">whose check code the pages print</param>
    /// <param name="own">slices that the data depend on</param>
    /// <param name="inputs">those that the page depends on</param>
    protected static IEnumerable<Output> Edition(
        SiteModel site, EditionPlace at, object edition, ImmutableArray<string> own, ImmutableArray<string> inputs,
        Func<byte[]> notice, Func<PageContext, byte[]> page)
    {
        if (site.Register.Withheld.GetValueOrDefault(at.Key) is { } withheld)
        {
            foreach (var language in site.Settings.Languages)
                yield return SitePages.Page(
                    site, language, $"{at.Folder}index.html", at.Stage, [.. inputs, Slices.Suppressions],
                    here => PageRenderer.Render<WithheldPage>(here, ("Edition", withheld)));
            yield break;
        }
        yield return new($"{at.Folder}notice.json", Stage.Leaf, own, notice) { Frozen = new(at.Key, edition) };
        foreach (var language in site.Settings.Languages)
            yield return SitePages.Page(site, language, $"{at.Folder}index.html", at.Stage, inputs, page);
    }

    private sealed class Listed(PublicCase<TRow> of, TRow row, CaseEntry entry) : SiteCase(row, entry, of.Path(row), of.Title(row))
    {
        public override byte[] Page(SiteModel site, Language language, string? linkBase) =>
            of.Page(new(site, language, Path, linkBase), row);

        public override CaseItem Item(Language language) => of.Item(language, row);

        public override string Summary(Language language) => of.Summary(language, row);
    }
}
