using Transparency.Contracts.Agreements;
using Transparency.Contracts.Deliberations;
using Transparency.Contracts.Town;

namespace Transparency.Contracts.Declarations;

/// <summary>
/// A declaration rests on what was voted, and on nothing beside it: it costs no more and brings no less; words, quantity, term and party
/// are the same. One decision carries one declaration.
/// </summary>
internal static class VoteGuards
{
    /// <summary>Row that says how long after its posting a decision may still be declared; a town without it sets no end.</summary>
    public const string LapseRule = "DECISION_LAPSE";

    /// <param name="file">the declaration as it stands</param>
    /// <param name="section">what is declared</param>
    public static Refusal? Of(
        RuleBook rules, Case file, DeclarationContent c, DeclarationSection section, Bases bases, DateTimeOffset at)
    {
        var (matter, day) = (rules.Matters[c.Matter], Shanghai.DayOf(at));
        if (matter is { Declarant: Role.Town, Deliberation: not null })
            return OfMeetingOfAll(c, bases.Own, day) ?? OfShares(rules, file, section, c, matter, bases.Shares, day);
        if (c.Shares is { Count: > 0 }) return Refusal.Mend("shares", "decision.shares-needless", matter.Name);
        if (c.Deliberation is not { } number)
            return matter.Deliberation is { } body ? Refusal.Mend("deliberation", "decision.missing", new Word($"body.{body}")) : null;
        return VillageDecision.FaultOf(bases.Own, number, c.Matter, c.Village, BodyThen(rules, matter, bases.Own), day)
            ?? OfOneUse(rules, file.Id, bases.Own, day, "deliberation")
            ?? (VillageDecision.Of(bases.Own)!.Voted is not { } voted
                ? Refusal.Mend("deliberation", "decision.without-terms", number.Value)
                : OfWords(file, voted, section) ?? OfTerms(voted.Terms, section));
    }

    /// <summary>The body that the row asked for on the day of the vote: what was lawful then stays so.</summary>
    private static VillageBody? BodyThen(RuleBook rules, Matter matter, Deliberation state) =>
        VillageDecision.Of(state) is { } decision && rules.On(decision.Date).Matters.TryGetValue(matter.Code, out var then)
            ? then.Deliberation
            : matter.Deliberation;

    /// <summary>Where villages join their money, the meeting that pooled it decides nothing for any of them.</summary>
    private static Refusal? OfMeetingOfAll(DeclarationContent c, Deliberation own, DateOnly day) =>
        c.Deliberation is { } number ? VillageDecision.FaultOf(own, number, c.Matter, c.Village, null, day) : null;

    private static Refusal? OfShares(
        RuleBook rules, Case file, DeclarationSection section, DeclarationContent c, Matter matter,
        IReadOnlyList<Deliberation> found, DateOnly day)
    {
        var body = matter.Deliberation!.Value;
        if (c.Shares is not { Count: > 0 } shares) return Refusal.Mend("shares", "decision.shares-missing", new Word($"body.{body}"));
        if (shares.GroupBy(s => s.Deliberation.Village).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return Refusal.Mend("shares", "decision.share-twice", twice.First().Deliberation.Value, twice.Last().Deliberation.Value);
        foreach (var (share, state) in shares.Zip(found))
        {
            if (OfShare(rules, file, c, share, state, BodyThen(rules, matter, state) ?? body, day) is { } no) return no.At("shares");
        }
        var sum = shares.Sum(s => s.Amount);
        return section.Sources.Any(s => s.Amount == sum) ? null : Refusal.Mend("shares", "decision.shares-differ", sum);
    }

    private static Refusal? OfShare(
        RuleBook rules, Case file, DeclarationContent c, VillageShare share, Deliberation state, VillageBody body, DateOnly day)
    {
        var number = share.Deliberation;
        if (number.Village is null) return Refusal.Mend("shares", "decision.share-of-town", number.Value);
        if (VillageDecision.FaultOf(state, number, c.Matter, number.Village, body, day) is { } no) return no;
        if (OfOneUse(rules, file.Id, state, day, "shares") is { } spent) return spent;
        return VillageDecision.Of(state)!.Voted is not { Terms: { Flow: MoneyFlow.Spent } terms }
            ? Refusal.Mend("shares", "decision.without-terms", number.Value)
            : share.Amount <= Yuan.Zero || share.Amount > terms.Total
                ? Refusal.Mend("shares", "decision.costs-more", number.Value, share.Amount, terms.Total)
            : null;
    }

    private static Refusal? OfOneUse(RuleBook rules, DeclarationId id, Deliberation state, DateOnly day, string field)
    {
        var file = ((Deliberation.Known)state).File;
        if (file.Carries is { } other) return other == id ? null : Refusal.Mend(field, "decision.carried", file.Id.Value);
        var posted = file.Posting!.On;
        return rules.Deadlines.InForce(LapseRule, posted, file.Id.Village) is null ? null
            : rules.Count(LapseRule, posted, file.Id.Village) switch
            {
                Result<Deadlines.Deadline>.Refused no => no.Why,
                Result<Deadlines.Deadline>.Of(var lapse) when day > lapse.Last =>
                    Refusal.Mend(field, "decision.lapsed", file.Id.Value, posted, lapse.Last),
                _ => null,
            };
    }

    /// <summary>What a wording fix has put right meanwhile may stay right.</summary>
    private static Refusal? OfWords(Case file, VotedText voted, DeclarationSection s)
    {
        var published = file.IsPublic ? file.Sections[^1] : null;
        return !Same(s.Title, voted.Title) && !Same(s.Title, published?.Title)
            ? Refusal.Mend("title", "decision.other-words", new Word("field.title"), voted.Title, s.Title)
            : !Same(s.What, voted.What) && !Same(s.What, published?.What)
                ? Refusal.Mend("what", "decision.other-words", new Word("field.what"), voted.What, s.What)
            : null;
    }

    private static Refusal? OfTerms(VotedTerms voted, DeclarationSection s) =>
        OfMoney(voted, s) ?? OfItems(voted, s) ?? OfParties(voted, s);

    private static Refusal? OfMoney(VotedTerms voted, DeclarationSection s)
    {
        foreach (var declared in s.Sources)
        {
            if (voted.Amounts.FirstOrDefault(a => Same(a.Source, declared.Source)) is not { } allowed)
                return Refusal.Mend("sources", "decision.other-source", declared.Source);
            if (voted.Flow == MoneyFlow.Spent && declared.Amount > allowed.Amount)
                return Refusal.Mend("sources", "decision.costs-more", declared.Source, declared.Amount, allowed.Amount);
        }
        if (voted.Flow == MoneyFlow.Received)
        {
            foreach (var least in voted.Amounts)
            {
                var declared = s.Sources.Where(x => Same(x.Source, least.Source)).Sum(x => x.Amount);
                if (declared < least.Amount) return Refusal.Mend("sources", "decision.brings-less", least.Source, declared, least.Amount);
            }
        }
        return (s.Plans ?? []).Sum(p => p.Ceiling ?? p.Estimate) is var planned && voted.Flow == MoneyFlow.Spent && planned > voted.Total
            ? Refusal.Mend("plans", "decision.costs-more", new Word("field.plans"), planned, voted.Total)
            : null;
    }

    private static Refusal? OfItems(VotedTerms voted, DeclarationSection s)
    {
        if (voted.Items.Count == 0) return null;
        foreach (var line in s.Budget)
        {
            if (!voted.Items.Any(i => Same(i.Item, line.Item) && Same(i.Quantity, line.Quantity)))
                return Refusal.Mend("budget", "decision.other-quantity", line.Item, line.Quantity);
        }
        return voted.Items.FirstOrDefault(i => s.Budget.Count > 0 && !s.Budget.Any(l => Same(l.Item, i.Item))) is { } left
            ? Refusal.Mend("budget", "decision.other-quantity", left.Item, left.Quantity)
            : null;
    }

    private static Refusal? OfParties(VotedTerms voted, DeclarationSection s)
    {
        if (voted.Parties.Count > 0 && s.Plans is { Count: > 0 }) return Refusal.Mend("plans", "decision.not-by-tender");
        foreach (var subject in s.Subjects)
        {
            if (OfParty(voted, subject) is { } no) return no;
        }
        return null;
    }

    private static Refusal? OfParty(VotedTerms voted, AgreementSection subject)
    {
        if (voted.ByTender && subject.Tender is not null) return null;
        var named = voted.Parties.Where(p => p.Name.Zh.Trim() == subject.With.Zh).ToList();
        if (named.Count == 0) return Refusal.Mend("subjects", "decision.other-party", subject.Id.Value, subject.With.Zh);
        return named.Exists(p => (p.From ?? subject.Start) == subject.Start && (p.Until ?? subject.End) == subject.End) ? null
            : Refusal.Mend("subjects", "decision.other-term", subject.Id.Value, subject.Start, subject.End);
    }

    private static bool Same(Text a, Text? b) => b is not null && a.Zh.Trim() == b.Zh.Trim();
}

/// <summary>The village decisions that a declaration names, as they stand now.</summary>
/// <param name="Own">of <see cref="DeclarationContent.Deliberation"/></param>
/// <param name="Shares">in the order of <see cref="DeclarationContent.Shares"/></param>
public sealed record Bases(Deliberation Own, IReadOnlyList<Deliberation> Shares)
{
    public static implicit operator Bases(Deliberation own) => new(own, []);
}
