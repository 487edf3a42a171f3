using System.Collections.Immutable;
using Transparency.Contracts;
using Transparency.Contracts.Proposals;
using Transparency.Publishing.Calendars;
using Transparency.Publishing.Components;
using Transparency.Publishing.Components.Lists;
using Transparency.Publishing.Components.Proposals;
using Transparency.Publishing.Notices.Proposals;
using Transparency.Publishing.OpenData;
using Transparency.Publishing.Pages;
using Transparency.Publishing.Register;
using Transparency.Publishing.Texts;
using Transparency.Publishing.Site.Suppressions;

namespace Transparency.Publishing.Site.Kinds;

/// <summary>群众建议, with the way from a letter to what came of it.</summary>
internal sealed class ProposalKind() : PublicCase<ProposalOnRegister>(
    CaseKind.Proposal, "proposal", 1, typeof(ProposalEvent), ProposalOnRegister.Evolve)
{
    internal override IEnumerable<DataKind> Data => [ProposalData.Proposals];

    internal override Func<SiteModel, Language, IEnumerable<IcsEvent>> Calendar => ProposalEvents.Of;

    internal override Type Beside(Place place) => place switch
    {
        Place.Late => typeof(LateProposals),
        Place.Home => typeof(HomeProposals),
        Place.Calendar => typeof(CalendarProposals),
        Place.Village => typeof(VillageProposals),
        _ => typeof(FromProposals),
    };

    protected override string Path(ProposalOnRegister p) => SiteMap.Proposal(p.Number);

    protected override byte[] Page(PageContext here, ProposalOnRegister p) => PageRenderer.Render<ProposalPage>(here, ("Proposal", p));

    protected override Text Title(ProposalOnRegister p) => p.Section.Title;

    protected override string Summary(Language language, ProposalOnRegister p) => Catalogue.Say(
        language, "feed.proposal", ProposalWording.Number(language, p.Number), ProposalWording.Place(p.Section),
        ProposalWording.Newest(language, p));

    protected override CaseItem Item(Language language, ProposalOnRegister p) => new(
        p.Section.Title, Path(p), ProposalWording.Number(language, p.Number),
        p.Answer is { } answer ? ProposalWording.Outcome(language, answer) : Catalogue.Say(language, "proposals.by", p.Section.AnswerDue),
        ProposalWording.Place(p.Section), ProposalWording.Status(p), Shanghai.DayOf(p.LastAct));

    protected override byte[] YearPage(PageContext here, int year) => PageRenderer.Render<ProposalYearPage>(here, ("Year", year));

    /// <summary>Years and overview say which answers are over their day, so another day may change them.</summary>
    internal override IEnumerable<Output> Lists(SiteModel site, Language language) =>
    [
        .. base.Lists(site, language).Select(year => year with { Inputs = [.. year.Inputs, Slices.AsOf] }),
        SitePages.Index(
            site, language, SiteMap.Proposals, [Slices.Town, Slices.Kind(CaseKind.Proposal), Slices.AsOf],
            here => PageRenderer.Render<ProposalsPage>(here)),
    ];

    protected override IEnumerable<Output> Outputs(SiteModel site, ProposalOnRegister p)
    {
        ImmutableArray<string> own = [Slices.Proposal(p.Number)];
        ImmutableArray<string> inputs =
        [
            Slices.Town,
            .. own,
            // Without an answer the day may go past it.
            .. p.Answer is null ? [Slices.AsOf] : Array.Empty<string>(),
            // What carries it out gets a link once it has a page of its own, and is called by its name there.
            .. p.Carrier?.Declaration is { } declaration ? [Slices.Numbered(declaration)] : Array.Empty<string>(),
            .. p.Carrier?.Work is { } work ? [Slices.Work(work)] : Array.Empty<string>(),
        ];
        return Edition(
            site, PlaceOf(p), p.Signed, own, inputs,
            () => ProposalNotice.Of(p.Signed), here => Page(here, p));
    }
    protected override IEnumerable<PublicEdition> Editions(ProposalOnRegister p) =>
        [PlaceOf(p).With(p.PublicKey, p.Signed.Hash, [], p.Signed, () => ProposalNotice.Of(p.Signed))];

    protected override ProposalOnRegister Without(ProposalOnRegister p, Func<int, bool> gone) =>
        p with { Signed = p.Signed with { Section = Redacted.Of(p.Section) } };

    private static EditionPlace PlaceOf(ProposalOnRegister p) => new(SiteMap.ProposalFolder(p.Number), 1, IsNewest: true);
}
