using System.Collections.Immutable;
using Transparency.Contracts;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Publishing.Components;
using Transparency.Publishing.Components.Lists;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Notices.Statements;
using Transparency.Publishing.OpenData;
using Transparency.Publishing.Pages;
using Transparency.Publishing.Register;
using Transparency.Publishing.Texts;
using Transparency.Publishing.Site.Suppressions;

namespace Transparency.Publishing.Site.Kinds;

/// <summary>Monthly statements: beside page and notice.json the same lines as CSV and workbook.</summary>
internal sealed class StatementKind() : PublicCase<StatementOnRegister>(
    CaseKind.Statement, "statement", 3, typeof(StatementEvent), StatementOnRegister.Evolve)
{
    internal override IEnumerable<DataKind> Data =>
        [MoneyData.Statements, MoneyData.Payments, BookData.Heads, BookData.Cash, BookData.OpenItems];

    protected override string Path(StatementOnRegister s) => SiteMap.Statement(s.Of);

    protected override byte[] Page(PageContext here, StatementOnRegister s) => Page(here, s, s.Current);

    protected override Text Title(StatementOnRegister s) => StatementWording.Title(s.Section);

    protected override string Summary(Language language, StatementOnRegister s)
    {
        var verdict = new Word(s.Section.Reconciliation.Agrees ? "statement.agrees" : "statement.differs");
        return Catalogue.Say(
            language, "feed.statement", s.Section.VillageName, s.Section.Income, s.Section.Expense, s.Section.Closing, verdict);
    }

    protected override CaseItem Item(Language language, StatementOnRegister s) => CaseItem.Of(language, s);

    protected override byte[] YearPage(PageContext here, int year) => PageRenderer.Render<StatementYearPage>(here, ("Year", year));

    protected override IEnumerable<Output> Outputs(SiteModel site, StatementOnRegister s)
    {
        ImmutableArray<string> own = [Slices.Statement(s.Of)];
        return s.Editions.SelectMany(edition =>
        {
            var at = PlaceOf(s, edition);
            // What a line belongs to gets a link once it has a page of its own; the newest page also says that the month was inspected.
            ImmutableArray<string> inputs =
            [
                Slices.Town,
                .. own,
                .. at.IsNewest ? [Slices.Inspected(s.Of)] : Array.Empty<string>(),
                .. StatementOnRegister.LinkedTo(edition.Section),
            ];
            return Edition(site, at, edition, own, inputs, () => NoticeJson.Of(edition), here => Page(here, s, edition))
                .Concat(Languages(site, at).SelectMany(language => Tables(site, language, at, own, edition)));
        });
    }

    protected override IEnumerable<Sheet> Sheets(SiteModel site, StatementOnRegister s) => s.Editions.Select(edition => Sheet.Of(
        PlaceOf(s, edition), "statement.pdf", [Slices.Statement(s.Of)], () => NoticeJson.Of(edition),
        json => StatementNotice.Of(edition, site.Settings.First, site.Town.Settings, site.Settings, json)));

    protected override IEnumerable<PublicEdition> Editions(StatementOnRegister s) => s.Editions.Select(edition =>
        PlaceOf(s, edition).With(s.PublicKey, edition.Hash, [], edition, () => NoticeJson.Of(edition)));

    protected override StatementOnRegister Without(StatementOnRegister s, Func<int, bool> gone) => s with
    {
        Editions = [.. s.Editions.Select(e => gone(e.Ordinal) ? e with { Section = Redacted.Of(e.Section) } : e)],
    };

    private static EditionPlace PlaceOf(StatementOnRegister s, StatementEdition edition) =>
        new(SiteMap.StatementFolder(s.Of), edition.Ordinal, edition.Ordinal == s.Current.Ordinal);

    private static byte[] Page(PageContext here, StatementOnRegister s, StatementEdition edition) =>
        PageRenderer.Render<StatementPage>(here, ("Statement", s), ("Edition", edition));

    /// <summary>Those of its tables; none of an edition that is withheld.</summary>
    private static IReadOnlyList<Language> Languages(SiteModel site, EditionPlace at) =>
        site.Register.Withheld.ContainsKey(at.Key) ? [] : site.Settings.Languages;

    private static IEnumerable<Output> Tables(
        SiteModel site, Language language, EditionPlace at, ImmutableArray<string> own, StatementEdition edition)
    {
        var table = SiteMap.In(site.Settings, language, $"{at.Folder}statement");
        yield return new($"{table}.csv", Stage.Leaf, own, () => StatementFiles.Csv(language, edition.Section));
        yield return new($"{table}.xlsx", Stage.Leaf, own, () => StatementFiles.Workbook(language, edition.Section));
    }
}
