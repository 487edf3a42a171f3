namespace Transparency.Contracts.Deliberations;

/// <summary>The village decision behind a declaration, as the public sees it: who decided, and how it came to that.</summary>
/// <param name="Number">of the deliberation</param>
/// <param name="Body">the body that decided</param>
/// <param name="Merged">proposal and discussion in one meeting; shown, not passed over</param>
/// <param name="Steps">as they were held, the last one decided</param>
/// <param name="Mandate">of representatives; null for a meeting of all</param>
/// <param name="Called">the day on which the deciding meeting was called, where notice is asked for</param>
/// <param name="Posted">the day on which the resolution was posted in the village</param>
/// <param name="Voted">the text of the vote; null where the decision stands by itself and says it there</param>
public sealed record VillageDecision(
    DeliberationId Number, VillageBody Body, bool Merged, IReadOnlyList<HeldStep> Steps,
    Text? Mandate, DateOnly? Called, DateOnly Posted, Text PostedAt, VotedText? Voted = null)
{
    public Meeting Meeting => Steps[^1].Meeting;

    public DateOnly Date => Meeting.On;

    public int Due => Meeting.Due;

    public int Present => Meeting.Present;

    public int For => Meeting.For;

    /// <summary>
    /// Null until the resolution has been posted. What comes later (the result) changes nothing of it, so a hash over it stands.
    /// </summary>
    public static VillageDecision? Of(Deliberation state) =>
        state is Deliberation.ResolutionPosted or Deliberation.ResultPosted
            && ((Deliberation.Known)state).File is { Posting: { } posting } file
            ? new(file.Id, file.Resolution?.Body ?? VillageBody.Committee, file.Merged, file.Held, file.Resolution?.Mandate,
                file.Resolution?.Notice?.Trigger, posting.On, posting.Place,
                file.Content.Terms is { } terms ? new(file.Content.Title, file.Content.What, terms) : null)
            : null;

    /// <summary>Null, or why a declaration may not rest on this deliberation.</summary>
    /// <param name="required">the body that the matter asks for, or null</param>
    public static Refusal? FaultOf(
        Deliberation state, DeliberationId wanted, string matter, VillageCode? village, VillageBody? required, DateOnly declaredOn)
    {
        if (state is not Deliberation.Known { File: var file } || file.Id != wanted)
            return Refusal.Mend("deliberation", "decision.unknown", wanted.Value);
        if (file.Id.Village != village) return Refusal.Mend("deliberation", "decision.other-village", wanted.Value);
        if (file.Content.Matter != matter) return Refusal.Mend("deliberation", "decision.other-matter", wanted.Value);
        if (Of(state) is not { } decision)
        {
            var stage = new Word($"deliberation-state.{state.GetType().Name}");
            return state is Deliberation.Resolved or Deliberation.Discussed { File.Required: VillageBody.Committee }
                ? Refusal.Mend("deliberation", "decision.not-posted", wanted.Value, stage)
                : Refusal.Mend("deliberation", "decision.not-resolved", wanted.Value, stage);
        }
        if (required is { } body && !decision.Body.Serves(body))
            return Refusal.Mend("deliberation", "decision.other-body", new Word($"body.{body}"), new Word($"body.{decision.Body}"));
        return decision.Posted > declaredOn ? Refusal.Mend("deliberation", "decision.in-future", decision.Posted) : null;
    }
}
