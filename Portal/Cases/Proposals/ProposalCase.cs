using Transparency.Contracts;
using Transparency.Contracts.Proposals;
using Transparency.Contracts.Readings;
using Transparency.Portal.Access;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;

namespace Transparency.Portal.Cases.Proposals;

/// <summary>
/// One proposal, from the letter to its result. Before it is public only those who admit and sign see it; its author's own words are
/// theirs alone for ever.
/// </summary>
public static class ProposalCase
{
    public static async Task<CaseView?> ReadAsync(CaseReader r, string subject)
    {
        var told = await r.ReadAsync(ProposalStore.KeyOf(new(subject)), ProposalDecider.Law);
        if (told.State is not Proposal.Known { File: var file } known) return null;
        var whose = ReadersBy(r.Rules, file.Village, known is Proposal.Public);
        var (section, open) = ((known as Proposal.Numbered)?.Admission.Section, known as Proposal.Public);
        var letter = whose.IsOwn(r.Officer) ? await r.Session.LoadAsync<ProposalAsSent>(subject, r.Cancelled) : null;
        var acts = await ProposalActs.OfferedAsync(r, told);
        return new(
            whose, $"proposals/{subject}", section is null ? new Shown(new Word("office.proposal.letter")) : section.Title,
            section is null ? "" : $"{section.Number}", $"proposal-state.{known.GetType().Name}", ColourOf(known))
        {
            Facts = [.. Facts(r, known, letter)],
            Sheets = section is null ? [] : [SheetOf(section, known is Proposal.Admitted)],
            History = told.History,
            OnRecord = letter is null ? [] : [new(ReadingKind.Proposal, $"proposals/{subject}")],
            Acts = acts,
            Under = hash => Worded(told, hash) is { } seen ? [SheetOf(seen, true)] : null,
            PublicPath = open is null ? null : SiteMap.Proposal(open.Admission.Section.Number),
            Foreseen = known is Proposal.Admitted waiting ? Foresee(r, subject, waiting, acts) : null,
            Note = known is Proposal.Returned { Reason: var reason } ? new Sentence("office.returned", reason) : null,
        };
    }

    public static bool IsSeen(CaseReader r, ProposalOnDesk row) =>
        ReadersBy(r.Rules, row.Village is { } code ? new VillageCode(code) : null, row.IsPublic).Include(r.Officer);

    public static Shown About(CaseReader r, VillageCode? village) =>
        village is { } v ? r.Village(v) : new Shown(new Word("proposals.whole-town"));

    /// <summary>Those who admit and sign; they read the letters too.</summary>
    private static Readers ReadersBy(RuleBook rules, VillageCode? village, bool isPublic) => new(
        rules.Matters.TryGetValue(ProposalDecider.Matter, out var matter)
            ? [.. new[] { matter.Reviewer, matter.Approver }.OfType<Role>()] : [], village,
        isPublic ? Others.EveryOfficer : Others.Nobody);

    private static ProposalSection? Worded(Told<Proposal> told, string hash) =>
        told.History.Select(h => h.Event).OfType<ProposalAdmitted>().FirstOrDefault(x => x.Hash.Value == hash)?.Section;

    private static string ColourOf(Proposal state) => state switch
    {
        Proposal.ResultPosted or Proposal.Answered => "good",
        Proposal.NotOurs or Proposal.Merged or Proposal.Returned => "stopped",
        _ => "waiting",
    };

    private static IEnumerable<Fact> Facts(CaseReader r, Proposal.Known known, ProposalAsSent? letter)
    {
        yield return new Fact("field.village", About(r, known.File.Village));
        yield return new Fact("office.proposal.received", Shanghai.DayOf(known.File.At));
        if (letter is not null)
        {
            yield return new Fact("office.proposal.words", letter.Words);
            if (letter.Name is { } name) yield return new Fact("field.name", name);
            if (letter.Contact is { } contact) yield return new Fact("office.proposal.contact", contact);
            yield return new Fact("office.proposal.may-be-named", new Shown(new Word(letter.MayBeNamed ? "office.yes" : "office.no")));
        }
        if (known is Proposal.Numbered numbered) yield return new Fact("office.proposal.answer-due", numbered.Admission.AnswerDue.Last);
        if (known is Proposal.Public { Joined.Count: > 0 and var joined })
            yield return new Fact("office.proposal.joined", new Shown(joined));
        if (known is Proposal.Studied studied) yield return new Fact("field.unit", studied.Unit, new Shown("—"), studied.Due);
        if (known is Proposal.Carried { Carrier: var carrier })
            yield return new Fact("office.proposal.carried", $"{carrier.Declaration}", $"{carrier.Work}");
        if (known is Proposal.Merged { Into: var into, Number: var number })
            yield return new Fact("field.into", new Shown($"{number}", $"/office/proposals/{into.Value}"));
    }

    private static Sheet SheetOf(ProposalSection s, bool signed) => new(
        "office.proposal.section", ["field.title", "field.body", "office.proposal.author"],
        [[s.Title, s.Body, s.Author is { } author ? new Text(author.Zh, author.En) : new Shown(new Word("proposals.anybody"))]], signed);

    private static Foreseen Foresee(CaseReader r, string subject, Proposal.Admitted s, IReadOnlyList<OfferedAct> acts)
    {
        var section = s.Admission.Section;
        var signed = new ProposalDisclosed(
            section, section.Hash, s.Admission.AnswerDue, Signers.Act(s.By), Signers.Next(r, acts, ProposalActs.Sign));
        var row = ProposalOnRegister.Evolve(null, ProposalStore.KeyOf(new(subject)), signed)!;
        return new([row], (model, language) => SitePages.Proposal(model, row, language, "/"));
    }
}
