using Transparency.Contracts.Declarations;
using Transparency.Contracts.Town;
using static Transparency.Contracts.Deliberations.DeliberationCommand;

namespace Transparency.Contracts.Deliberations;

internal static class DeliberationGuards
{
    /// <summary>A village decides for itself; the town's own matters are its officers'.</summary>
    public static Refusal? OfRole(DeliberationId id, DeliberationCommand command)
    {
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
        return !c.Title.IsClean ? Refusal.Mend("title", "text.unclean") : !c.What.IsClean ? Refusal.Mend("what", "text.unclean") : null;
    }

    /// <summary>Sound numbers, a day between the step before and today, and enough who were there.</summary>
    /// <param name="file">null for the first step</param>
    public static Refusal? OfMeeting(Meeting m, Quorum quorum, DeliberationFile? file, DateTimeOffset at) =>
        m.Place.IsEmpty ? Refusal.Mend("place", "deliberation.place-missing")
        : AttachmentList.FaultIn(m.Minutes) is { } crooked ? crooked.At("minutes")
        : m.Texts.Any(t => t.IsEmpty || !t.IsClean) ? Refusal.Mend(null, "text.unclean")
        : !m.HasSoundNumbers ? Refusal.Mend("present", "deliberation.numbers", m.Due, m.Present, m.For, m.Against)
        : OfDay(m.On, file?.Newest.Meeting.On, at) is { } no ? no
        : quorum.IsMetBy(m) ? null
        : Refusal.Mend("present", "deliberation.no-quorum", m.Present, m.Due, new Word($"quorum.{quorum.Name}"));

    /// <summary>A decision of representatives without mandate is void (Shandong rules on the Organic Law, art. 24).</summary>
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
        : IsMajor(rules, file) && !(c.Declared is Declaration.Approved approved && approved.Section.Decision?.Number == file.Id)
            ? Refusal.Wait("deliberation.not-approved").At("declaration")
        : OfDay(c.On, file.Posting!.On, c.At);

    private static bool IsMajor(RuleBook rules, DeliberationFile file) =>
        !rules.Matters.TryGetValue(file.Content.Matter, out var matter) || matter.Route == Route.Major;

    private static Refusal? OfDay(DateOnly on, DateOnly? before, DateTimeOffset at) =>
        on > Shanghai.DayOf(at) ? Refusal.Mend("date", "deliberation.in-future", on)
        : on < before ? Refusal.Mend("date", "deliberation.before-step", on, before.Value)
        : null;
}
