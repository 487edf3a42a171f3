using Transparency.Contracts.Declarations;
using Transparency.Contracts.Town;
using static Transparency.Contracts.Deliberations.DeliberationCommand;

namespace Transparency.Contracts.Deliberations;

internal static class DeliberationGuards
{
    /// <summary>A village decides for itself; the town's own matters are its officers'.</summary>
    public static Refusal? OfRole(DeliberationId id, DeliberationCommand command)
    {
        // Asked of whoever declares, by the declaration's own law.
        if (command is Carry or Release) return null;
        var needed = id.Village is null ? Role.Town : Role.Village;
        return command.By.Holds(needed, id.Village) ? null : Refusal.NotYours("officer.may-not", new Word($"role.{needed}"));
    }

    public static Refusal? OfContent(RuleBook rules, DeliberationId id, DeliberationContent c)
    {
        if (!rules.Matters.TryGetValue(c.Matter, out var matter)) return Refusal.NotNow("matter.unknown", c.Matter).At("matter");
        if (matter.Deliberation is null) return Refusal.Mend("matter", "deliberation.needless", matter.Name);
        if (id.Village is { } village && !rules.Villages.ContainsKey(village)) return Refusal.NotNow("village.unknown", village.Value);
        if (matter.Declarant == Role.Village && id.Village is null) return Refusal.NotNow("matter.wants-village", matter.Name.Zh);
        if (c.Title.IsEmpty || c.What.IsEmpty) return Refusal.Mend("title", "deliberation.text-missing");
        return !c.Title.IsClean ? Refusal.Mend("title", "text.unclean")
            : !c.What.IsClean ? Refusal.Mend("what", "text.unclean")
            : matter.Route == Route.Major || c.Terms is not null ? OfTerms(c.Terms) : null;
    }

    /// <summary>Who votes must see how much, for what, with whom and until when.</summary>
    private static Refusal? OfTerms(VotedTerms? terms) =>
        terms is null ? Refusal.Mend("flow", "deliberation.terms-missing")
        : terms.Texts.Any(t => t.IsEmpty || !t.IsClean) ? Refusal.Mend(null, "text.unclean")
        : terms.Amounts.Any(a => a.Amount <= Yuan.Zero) ? Refusal.Mend("amounts", "deliberation.amount-negative")
        : (terms.Flow == MoneyFlow.None) != (terms.Amounts.Count == 0) ? Refusal.Mend("amounts", "deliberation.amounts-missing")
        : terms.ByTender && terms.Parties.Count > 0 ? Refusal.Mend("parties", "deliberation.party-and-tender")
        : terms.Parties.FirstOrDefault(p => p.Until < p.From) is { } turned
            ? Refusal.Mend("parties", "deliberation.term-turned", turned.Name, turned.From!.Value, turned.Until!.Value)
        : null;

    /// <summary>Sound numbers, a day between the step before and today, and enough who were there.</summary>
    /// <param name="file">null for the first step</param>
    public static Refusal? OfMeeting(
        RuleBook rules, DeliberationId id, Meeting m, Quorum quorum, DeliberationFile? file, DateTimeOffset at) =>
        m.Place.IsEmpty ? Refusal.Mend("place", "deliberation.place-missing")
        : AttachmentList.FaultIn(m.Minutes) is { } crooked ? crooked.At("minutes")
        : m.Texts.Any(t => t.IsEmpty || !t.IsClean) ? Refusal.Mend(null, "text.unclean")
        : !m.HasSoundNumbers ? Refusal.Mend("present", "deliberation.numbers", m.Due, m.Present, m.For, m.Against)
        : LeastOf(rules, id, quorum) is var least && m.Due < least
            ? Refusal.Mend("members", "deliberation.too-few-members", m.Due, least, new Word($"quorum.{quorum.Name}"))
        : OfDay(m.On, file?.Newest.Meeting.On, at) is { } no ? no
        : OfSpacing(rules, id, m.On, file?.Newest.Meeting.On) is { } early ? early
        : quorum.IsMetBy(m) ? null
        : Refusal.Mend("present", "deliberation.no-quorum", m.Present, m.Due, new Word($"quorum.{quorum.Name}"));

    private static int LeastOf(RuleBook rules, DeliberationId id, Quorum quorum) =>
        Quorum.Least(quorum.Name, id.Village is { } village ? rules.Villages.GetValueOrDefault(village) : null);

    /// <summary>Who was outvoted, or away, shall hear of one step before the next is taken.</summary>
    private static Refusal? OfSpacing(RuleBook rules, DeliberationId id, DateOnly on, DateOnly? before)
    {
        if (before is not { } last) return null;
        if (rules.Deadlines.InForce(Quorum.SpacingRule, last, id.Village) is null)
            return on > last ? null : Refusal.Mend("date", "deliberation.too-soon", on, last, last.AddDays(1));
        return rules.Count(Quorum.SpacingRule, last, id.Village) switch
        {
            Result<Deadlines.Deadline>.Refused no => no.Why,
            Result<Deadlines.Deadline>.Of(var earliest) when on < earliest.Last =>
                Refusal.Mend("date", "deliberation.too-soon", on, last, earliest.Last),
            _ => null,
        };
    }

    /// <summary>A decision of representatives without mandate is void (Shandong rules on the Organic Law).</summary>
    public static Refusal? OfMandate(Resolve c) =>
        !Quorum.Of(c.Body).WantsMandate ? null
        : c.Mandate is not { IsEmpty: false } mandate ? Refusal.Mend("mandate", "deliberation.mandate-missing", new Word($"body.{c.Body}"))
        : mandate.IsClean ? null : Refusal.Mend("mandate", "text.unclean");

    /// <summary>Who wrote the decision down does not also vouch that it hangs on the board.</summary>
    public static Refusal? OfPosting(DeliberationFile file, PostResolution c) =>
        file.RecordedBy == c.By.Person ? Refusal.NotYours("deliberation.own-resolution")
        : c.Place.IsEmpty ? Refusal.Mend("place", "deliberation.place-missing")
        : !c.Place.IsClean ? Refusal.Mend("place", "text.unclean")
        : OfDay(c.On, file.Newest.Meeting.On, c.At);

    /// <summary>
    /// What was carried out is what was approved: a matter of the major route wants the approved declaration that rests on this decision.
    /// </summary>
    public static Refusal? OfResult(RuleBook rules, DeliberationFile file, PostResult c) =>
        c.Result.IsEmpty ? Refusal.Mend("result", "deliberation.result-missing")
        : !c.Result.IsClean ? Refusal.Mend("result", "text.unclean")
        : AttachmentList.FaultIn(c.Evidence) is { } crooked ? crooked.At("evidence")
        : IsMajor(rules, file) && !Carried(c.Declared, file.Id)
            ? Refusal.Wait("deliberation.not-approved").At("declaration")
        : OfDay(c.On, file.Posting!.On, c.At);

    private static bool Carried(Declaration declared, DeliberationId id)
    {
        var section = declared switch
        {
            Declaration.Approved s => s.Section,
            Declaration.Concluded s => s.Section,
            _ => null,
        };
        return section?.Decisions.Any(d => d.Number == id) == true;
    }

    private static bool IsMajor(RuleBook rules, DeliberationFile file) =>
        !rules.Matters.TryGetValue(file.Content.Matter, out var matter) || matter.Route == Route.Major;

    private static Refusal? OfDay(DateOnly on, DateOnly? before, DateTimeOffset at) =>
        on > Shanghai.DayOf(at) ? Refusal.Mend("date", "deliberation.in-future", on)
        : on < before ? Refusal.Mend("date", "deliberation.before-step", on, before.Value)
        : null;
}
