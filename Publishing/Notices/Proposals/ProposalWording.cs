using Transparency.Contracts;
using Transparency.Contracts.Proposals;
using Transparency.Publishing.Register;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Notices.Proposals;

/// <summary>Words about one proposal that lists, feeds, data and page share.</summary>
public static class ProposalWording
{
    private static readonly Text WholeTown = Both("proposals.whole-town");

    /// <summary>2026年第3号建议 · Proposal no. 3 of 2026.</summary>
    public static string Number(Language language, ProposalNumber n) => Catalogue.Say(language, "proposals.number", n.Year, n.Ordinal);

    /// <summary>The village, or the whole town.</summary>
    public static Text Place(ProposalSection s) => s.VillageName ?? WholeTown;

    public static Phrase Author(Language language, ProposalSection s) =>
        s.Author is { } name ? Phrase.Of(language, name) : Phrase.Say(language, "proposals.anybody");

    public static string State(Language language, ProposalOnRegister p) => Catalogue.Say(language, Status(p));

    public static string Status(ProposalOnRegister p) => $"proposals.status.{p.Status}";

    public static string Outcome(Language language, PublicAnswer answer) =>
        Catalogue.Say(language, $"proposal-outcome.{answer.Outcome}");

    /// <summary>正在办理，最迟 9月9日 答复 · 已答复：采纳: the newest that can be said whatever day it is.</summary>
    public static string Newest(Language language, ProposalOnRegister p) => p.Answer is { } answer
        ? Catalogue.Say(language, "proposals.state-answer", State(language, p), Outcome(language, answer))
        : Catalogue.Say(language, "proposals.state-due", State(language, p), p.Section.AnswerDue);

    /// <summary>By number.</summary>
    public static IOrderedEnumerable<ProposalOnRegister> NewestFirst(IEnumerable<ProposalOnRegister> all) =>
        all.OrderByDescending(p => p.Number.Year).ThenByDescending(p => p.Number.Ordinal);

    /// <summary>Where anybody may write one, below <c>/act/</c>; a village's page hands its code on.</summary>
    public static string Form(VillageCode? village) => village is { } code ? $"proposal?village={code}" : "proposal";

    private static Text Both(string code) => new(Catalogue.Say(Language.Zh, code), Catalogue.Say(Language.En, code));
}
