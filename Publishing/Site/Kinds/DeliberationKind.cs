using System.Collections.Immutable;
using Transparency.Contracts;
using Transparency.Contracts.Deliberations;
using Transparency.Publishing.Components;
using Transparency.Publishing.Components.Lists;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Pages;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site.Suppressions;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Site.Kinds;

/// <summary>
/// 村级决策: on a routine matter a case of its own; on a major one its row holds only the result, on the pages of its declarations.
/// </summary>
internal sealed class DeliberationKind() : PublicCase<DeliberationOnRegister>(
    CaseKind.Decision, "deliberation", 2, typeof(DeliberationEvent), DeliberationOnRegister.Evolve)
{
    internal override IPublicRow Anew(IPublicRow row) => (DeliberationOnRegister)row with { };

    protected override IEnumerable<AttachedFile> Files(DeliberationOnRegister r) =>
        (r.Edition?.Section.Decision.Steps.SelectMany(held => held.Meeting.Minutes) ?? []).Concat(r.Result?.Evidence ?? [])
            .Select(file => new AttachedFile(file, [Slices.Deliberation(r.Deliberation)]));

    protected override string Path(DeliberationOnRegister r) => SiteMap.Decision(r.Deliberation);

    protected override byte[] Page(PageContext here, DeliberationOnRegister r) =>
        PageRenderer.Render<DecisionPage>(here, ("Row", r), ("Edition", r.Edition!));

    protected override Text Title(DeliberationOnRegister r) => r.Edition!.Section.Title;

    protected override string Summary(Language language, DeliberationOnRegister r)
    {
        var (s, decided) = (r.Edition!.Section, DecisionWords.Decided(language, r.Edition.Section.Decision));
        return Catalogue.Say(language, "feed.decision", s.VillageName, decided.ToString(), s.Decision.Posted);
    }

    protected override CaseItem Item(Language language, DeliberationOnRegister r) => CaseItem.Of(r);

    protected override byte[] YearPage(PageContext here, int year) => PageRenderer.Render<DecisionYearPage>(here, ("Year", year));

    protected override IEnumerable<Output> Outputs(SiteModel site, DeliberationOnRegister r)
    {
        if (r.Edition is not { } edition) return [];
        ImmutableArray<string> own = [Slices.Deliberation(r.Deliberation)];
        return Edition(site, PlaceOf(r), edition, own, [Slices.Town, .. own], () => DecisionNotice.Json(edition), here => Page(here, r));
    }

    protected override IEnumerable<PublicEdition> Editions(DeliberationOnRegister r) => r.Edition is not { } edition ? [] :
    [
        PlaceOf(r).With(r.PublicKey, edition.Hash, [], edition, () => DecisionNotice.Json(edition)),
    ];

    protected override DeliberationOnRegister Without(DeliberationOnRegister r, Func<int, bool> gone) =>
        r.Edition is { } edition && gone(DecisionEdition.Ordinal)
            ? r with
            {
                Edition = edition with { Section = Redacted.Of(edition.Section) },
                Result = r.Result is { } result ? Redacted.Of(result) : null,
            }
            : r;

    private static EditionPlace PlaceOf(DeliberationOnRegister r) =>
        new(SiteMap.DecisionFolder(r.Deliberation), DecisionEdition.Ordinal, true);
}
