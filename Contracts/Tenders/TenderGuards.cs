using Transparency.Contracts.Agreements;
using Transparency.Contracts.Coal;
using Transparency.Contracts.Town;
using static Transparency.Contracts.Tenders.TenderCommand;

namespace Transparency.Contracts.Tenders;

/// <summary>What every act must satisfy, whatever the state: the right role, sound content, words where words are owed.</summary>
internal static class TenderGuards
{
    /// <summary>The matter under which purchases are declared from its threshold on.</summary>
    private const string Declared = "tender-plan";

    /// <summary>Whoever declares under the matter also runs the tender.</summary>
    public static Refusal? MayRun(RuleBook rules, TenderContent content, Officer by) =>
        !rules.Matters.TryGetValue(content.Matter, out var matter) ? Refusal.NotNow("matter.unknown", content.Matter)
        : by.Holds(matter.Declarant, content.Village) ? null
        : MayNot(matter.Declarant);

    public static Refusal? OfRole(RuleBook rules, TenderContent content, TenderCommand command)
    {
        if (!rules.Matters.TryGetValue(content.Matter, out var matter)) return Refusal.NotNow("matter.unknown", content.Matter);
        Role[] may = command switch
        {
            Disclose => [],
            SignPlan => [matter.Reviewer],
            Award or Reaward => [Role.Town, Role.TownReview],
            DropChange => [matter.Declarant, matter.Reviewer, Role.Town, Role.TownReview],
            SignChange => [matter.Reviewer, Role.Town, Role.TownReview],
            Accept => [matter.Declarant, Role.Supervision, Role.Town, Role.TownReview],
            _ => [matter.Declarant],
        };
        return may.Length == 0 || may.Any(role => command.By.Holds(role, content.Village)) ? null : MayNot(may[0]);
    }

    /// <summary>Reasons, questions and answers are public, so they may be neither empty nor unclean.</summary>
    public static Refusal? OfWords(TenderCommand command) => command switch
    {
        Cancel { Reason: var r } when IsPoor(r) => Refusal.Mend("reason", "reason.missing"),
        Reaward { Reason: var r } when IsPoor(r) => Refusal.Mend("reason", "reason.missing"),
        Fail { Reason: var r } when IsPoor(r) => Refusal.Mend("reason", "reason.missing"),
        ChangeContract { Reason: var r } when IsPoor(r) => Refusal.Mend("reason", "reason.missing"),
        Announce c when IsPoor(c.Place, c.Channels, c.Rules) => Refusal.Mend("place", "tender.call-missing"),
        Clarify c when IsPoor(c.Question, c.Answer) => Refusal.Mend("question", "tender.answer-missing"),
        Amend { What: var w } when IsPoor(w) => Refusal.Mend("what", "tender.what-changed-missing"),
        Open { Place: var p } when IsPoor(p) => Refusal.Mend("place", "tender.place-missing"),
        Open { Attended: < 0 } => Refusal.Mend("place", "tender.place-missing"),
        Evaluate { Note: var n } when !n.IsClean => Refusal.Mend("note", "text.unclean"),
        Accept { Result: var r } when IsPoor(r) => Refusal.Mend("result", "tender.result-missing"),
        ChangeContract { Total.Fen: < 0 } => Refusal.Mend("total", "tender.amount"),
        _ => null,
    };

    public static Refusal? OfContent(RuleBook rules, TenderId id, TenderContent c)
    {
        if (TenderId.Parse(id.Value) is null) return Refusal.Mend(null, "tender.id", id.Value);
        if (id.Village != c.Village) return Refusal.Mend(null, "tender.id-village", id.Value);
        if ("WGSL"[(int)c.Kind] != id.Value[8]) return Refusal.Mend(null, "tender.id-kind", id.Value);
        if (!rules.Matters.TryGetValue(c.Matter, out var matter)) return Refusal.NotNow("matter.unknown", c.Matter).At("matter");
        if (c.Village is { } village && !rules.Villages.ContainsKey(village)) return Refusal.NotNow("village.unknown", village.Value);
        if (matter.Declarant == Role.Village && c.Village is null) return Refusal.NotNow("matter.wants-village", matter.Name.Zh);
        if (IsPoor([c.Title, c.What, .. c.Lots.Select(l => l.Title), .. c.Lots.Select(l => l.Quantity)]))
            return Refusal.Mend("title", "tender.text-missing", id.Value);
        return OfRoute(rules, matter, c) ?? OfLots(c);
    }

    /// <summary>The thresholds of the town's table: neither a small row for a large purchase, nor the other way round.</summary>
    private static Refusal? OfRoute(RuleBook rules, Matter matter, TenderContent c) =>
        matter.Threshold is { } threshold && c.Estimate < threshold
            ? Refusal.Mend("estimate", "matter.below-threshold", matter.Name.Zh, threshold, c.Estimate)
        : matter.Route == Route.Routine && rules.Matters.GetValueOrDefault(Declared) is { Threshold: { } from } major && c.Estimate >= from
            ? Refusal.Mend("matter", "tender.too-large-for-routine", from, major.Name.Zh)
        : c is { IsMandatory: true, Kind: AgreementKind.Works, Method: not (TenderMethod.Open or TenderMethod.Invited) }
            ? Refusal.Mend("method", "tender.mandatory")
        : null;

    private static Refusal? OfLots(TenderContent c) =>
        c.Estimate < Yuan.Zero || c.Ceiling < Yuan.Zero || c.Lots.Any(l => l.Estimate < Yuan.Zero)
            ? Refusal.Mend("estimate", "tender.negative")
        : c.Lots.Count == 0 || !c.Lots.Select(l => l.Number).SequenceEqual(Enumerable.Range(1, c.Lots.Count))
            ? Refusal.Mend("lots", "tender.lots")
        : c.Lots.Sum(l => l.Estimate) is var sum && sum != c.Estimate ? Refusal.Mend("estimate", "tender.lots-differ", sum, c.Estimate)
        : c.Lots.Any(l => l.Coal is { } coal && (coal.Tonnes <= 0 || coal.MinCalorific is <= 0 or > 40))
            ? Refusal.Mend("lots", "tender.coal-figures")
        : c.Matter == HeatingSeason.Matter && c.Lots.Any(l => l.Coal is null) ? Refusal.Mend("lots", "tender.coal-figures")
        : null;

    private static bool IsPoor(params IEnumerable<Text> texts) => texts.Any(t => t.IsEmpty || !t.IsClean);

    private static Refusal MayNot(Role needed) => Refusal.NotYours("officer.may-not", new Word($"role.{needed}"));
}
