using Transparency.Contracts.Deadlines;
using Transparency.Contracts.Declarations;
using static Transparency.Contracts.Proposals.Proposal;
using static Transparency.Contracts.Proposals.ProposalCommand;

namespace Transparency.Contracts.Proposals;

/// <summary>The right role, other persons than before, words that say something, days that can be kept.</summary>
internal static class ProposalGuards
{
    /// <summary>
    /// The matter's row: its reviewer admits, merges, declines and hands on; its approver signs, returns and answers;
    /// its declarant says what carries it out and what came of it.
    /// </summary>
    public static Refusal? OfRole(RuleBook rules, VillageCode? village, ProposalCommand command)
    {
        if (!rules.Matters.TryGetValue(ProposalDecider.Matter, out var matter))
            return Refusal.NotNow("matter.unknown", ProposalDecider.Matter);
        var needed = command switch
        {
            Sign or Return or Answer => matter.Approver,
            Carry or PostResult => matter.Declarant,
            _ => matter.Reviewer,
        };
        return command.By.Holds(needed, village) ? null : Refusal.NotYours("officer.may-not", new Word($"role.{needed}"));
    }

    /// <summary>
    /// Who worded it neither signs nor answers it, and who answered does not say what came of the answer.
    /// The signer may answer: a small office has no third person.
    /// </summary>
    public static Refusal? OfPersons(Known state, ProposalCommand command) => (state, command) switch
    {
        (Numbered s, Sign or Return or Answer) when s.Admission.Admitters.Contains(command.By.Person) =>
            Refusal.NotYours("proposal.own-admission"),
        (Carried s, PostResult) when s.Answer.By == command.By.Person => Refusal.NotYours("proposal.own-answer"),
        _ => null,
    };

    public static Refusal? OfLetter(RuleBook rules, ProposalLetter letter) =>
        letter.Village is { } v && !rules.Villages.ContainsKey(v) ? Refusal.NotNow("village.unknown", v.Value).At("village")
        : new Text(letter.Words).IsEmpty ? Refusal.Mend("words", "proposal.words-missing")
        : Fits("words", letter.Words, ProposalLetter.Longest)
        ?? (letter.MayBeNamed && new Text(letter.Name ?? "").IsEmpty ? Refusal.Mend("name", "proposal.name-missing") : null)
        ?? Fits("name", letter.Name, ProposalLetter.LongestName)
        ?? Fits("contact", letter.Contact, ProposalLetter.LongestContact);

    public static Refusal? OfWords(ProposalWords words) =>
        OfText(words.Title, Refusal.Mend("title", "proposal.title-missing"))
        ?? Fits("title", words.Title.Zh, ProposalWords.LongestTitle)
        ?? Fits("title", words.Title.En, ProposalWords.LongestTitle)
        ?? OfText(words.Body, Refusal.Mend("body", "proposal.body-missing"));

    public static Refusal? OfAnswer(Answer c) => OfText(c.Reasons, Refusal.Mend("reasons", "proposal.answer-missing"));

    public static Refusal? OfResult(PostResult c) => OfText(c.Result, Refusal.Mend("result", "proposal.result-missing"));

    public static Refusal? OfReason(Text reason) => OfText(reason, Refusal.Mend("reason", "reason.missing"));

    public static Refusal? OfOther(Submitted state, Merge c) =>
        c.Into == state.File.Id ? Refusal.Mend("into", "proposal.into-itself")
        : c.Other is not Public { File: var file } || file.Id != c.Into ? Refusal.Mend("into", "proposal.other-not-public")
        : null;

    /// <summary>A unit's day never goes beyond the answer's own, unless that is over already.</summary>
    public static Refusal? OfStudy(Deadline answer, Study c)
    {
        var today = Shanghai.DayOf(c.At);
        return OfText(c.Unit, Refusal.Mend("unit", "proposal.unit-missing"))
            ?? (c.Due < today ? Refusal.Mend("due", "proposal.due-past", today)
            : c.Due > answer.Last && today <= answer.Last ? Refusal.Mend("due", "proposal.due-after-answer", answer.Last)
            : null);
    }

    public static Refusal? OfCarrier(ProposalCarrier? before, Carry c) =>
        c is { Declaration: null, Work: null } ? Refusal.Mend(null, "proposal.carrier-missing")
        : c.Declaration is { } declaration && !IsUnderWay(declaration) ? Refusal.Mend("declaration", "proposal.declaration-not-public")
        : c is { Work: { } work, WorkIsPublic: false } ? Refusal.Mend("work", "proposal.work-not-public", work.Value)
        : CarrierOf(c) == before ? Refusal.Twice("proposal.carried-already")
        : null;

    public static ProposalCarrier CarrierOf(Carry c) => new((c.Declaration as Declaration.Known)?.Case.Number, c.Work);

    private static bool IsUnderWay(Declaration declaration) =>
        declaration is Declaration.Known { Case.IsPublic: true }
            and not (Declaration.Refused or Declaration.Withdrawn or Declaration.Revoked);

    /// <summary>Whoever gives English that says nothing would leave an English page with a hole.</summary>
    /// <param name="missing">when it says nothing</param>
    private static Refusal? OfText(Text text, Refusal missing) =>
        text.IsEmpty || (text.En is { } en && new Text(en).IsEmpty) ? missing
        : (Characters.FaultIn(text.Zh) ?? Characters.FaultIn(text.En ?? ""))?.At(missing.Field);

    private static Refusal? Fits(string field, string? text, int longest) =>
        text is null ? null
        : text.Length > longest ? Refusal.Mend(field, "proposal.too-long", longest)
        : Characters.FaultIn(text)?.At(field);
}
