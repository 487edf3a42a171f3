using Transparency.Contracts;
using Transparency.Contracts.Deliberations;
using Transparency.Publishing.Register;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Notices;

/// <summary>How it is told that a village decided. What the town decides for itself names no body of a village.</summary>
internal static class DecisionWords
{
    /// <summary>Ends the codes of the deciding body.</summary>
    public static string Who(VillageDecision d) => d.Number.Village is null ? "Town" : d.Body.ToString();

    /// <summary>Code of the word for where a decision stands that stands by itself.</summary>
    public static string Status(DeliberationOnRegister r) => r.Result is null ? "decision.posted" : "decision.carried-out";

    /// <param name="paid">yuan that public statements show under it</param>
    public static IReadOnlyList<CaseSentence> Sentences(Language language, DecisionSection s, Yuan paid, Text ask)
    {
        return
        [
            new(Say("sentence.what"), Phrase.Of(language, s.What), null),
            new(Say("decision.who"), Decided(language, s.Decision), null),
            new(Say("decision.paid"), Phrase.Plain(Wording.ExactWithUnit(language, paid)), Phrase.Say(language, "decision.paid-words")),
            new(Say("sentence.ask"), Phrase.Of(language, ask), null),
        ];

        string Say(string code) => Catalogue.Say(language, code);
    }

    /// <summary>村民代表会议：应到 35 人，到会 32 人，30 人同意.</summary>
    public static Phrase Decided(Language language, VillageDecision d) =>
        Phrase.Say(language, $"timeline.Decided.{Who(d)}", d.Due, d.Present, d.For);

    /// <summary>What kind of meeting a step was: 党支部提议, 村民代表会议决议.</summary>
    public static Phrase Step(Language language, VillageDecision d, HeldStep held) =>
        held == d.Steps[^1] ? Phrase.Say(language, $"decided.by.{Who(d)}")
        : Phrase.Say(language, d.Number.Village is null ? $"decided.town.{held.Step}" : $"decided.step.{held.Step}");

    /// <summary>应到 35 人，到会 32 人；同意 30 人，反对 1 人，弃权 1 人; households where they vote as such.</summary>
    public static Phrase Figures(Language language, VillageDecision d, HeldStep held)
    {
        var households = d.Body == VillageBody.HouseholdsMeeting && held == d.Steps[^1];
        var m = held.Meeting;
        return Phrase.Say(language, households ? "decided.households" : "decided.figures", m.Due, m.Present, m.For, m.Against, m.Abstained);
    }
}
