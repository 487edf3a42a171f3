using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Deliberations;
using Transparency.Contracts.Town;
using Transparency.Portal.Access;
using Transparency.Portal.Cases.Desk;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store;
using Route = Transparency.Contracts.Town.Route;

namespace Transparency.Portal.Cases.Deliberations;

/// <summary>One village decision, from the proposal to its result.</summary>
public static class DeliberationCase
{
    public static async Task<CaseView?> ReadAsync(CaseReader r, string subject)
    {
        if (DeliberationId.Parse(subject) is not { } id) return null;
        var told = await r.ReadAsync(StreamKey.Of(id), DeliberationDecider.Law);
        var file = (told.State as Deliberation.Known)?.File;
        var declared = file is null ? [] : await DeclaredAsync(r, file);
        return new(ReadersOf(r, id, told.State),
            $"deliberations/{id}", file is null ? new Shown(new Word("office.new-deliberation")) : file.Content.Title, id.Value,
            told.State is Deliberation.None ? "office.case.none" : $"deliberation-state.{told.State.GetType().Name}", ColourOf(told.State))
        {
            Facts = file is null ? [] : [.. Facts(r, file, declared)],
            Sheets = file is null ? [] : [Meetings(file)],
            History = told.History,
            Acts = [.. (await DeliberationActs.OfferedAsync(r, id, told, declared)).OfType<OfferedAct>()],
        };
    }

    private static Readers ReadersOf(CaseReader r, DeliberationId id, Deliberation state) => DeliberationOnDesk.Of(
        r.Rules, (state as Deliberation.Known)?.File.Content.Matter ?? "", id.Village,
        state is Deliberation.ResolutionPosted or Deliberation.ResultPosted);

    /// <summary>Declarations of this decision that this officer may see, the newest first.</summary>
    private static async Task<IReadOnlyList<DeclarationOnDesk>> DeclaredAsync(CaseReader r, DeliberationFile file)
    {
        var (number, carries) = (file.Id.Value, file.Carries is { } known ? StreamKey.Of(known) : null);
        var rows = await r.Session.Query<DeclarationOnDesk>()
            .Where(d => d.Deliberation == number || d.Id == carries).ToListAsync(r.Cancelled);
        return [.. rows.Where(d => d.ReadersBy(r.Rules).Include(r.Officer)).OrderByDescending(d => d.Since)];
    }

    private static string ColourOf(Deliberation state) => state switch
    {
        Deliberation.ResolutionPosted or Deliberation.ResultPosted => "good",
        Deliberation.Rejected or Deliberation.Returned or Deliberation.Withdrawn => "stopped",
        _ => "waiting",
    };

    private static IEnumerable<Fact> Facts(CaseReader r, DeliberationFile file, IReadOnlyList<DeclarationOnDesk> declared)
    {
        yield return new Fact("office.label.propose.what", file.Content.What);
        yield return new Fact("field.village", file.Id.Village is { } village ? r.Village(village) : r.Rules.Town.Name);
        var matter = r.Rules.Matters.GetValueOrDefault(file.Content.Matter);
        yield return new Fact("field.matter", matter?.Name ?? new Text(file.Content.Matter));
        yield return new Fact("field.wish", Worded($"office.deliberation.origin.{file.Content.Origin}"));
        yield return new Fact("office.deliberation.required", Worded($"body.{file.Required}"), Worded($"quorum.{file.Required}"));
        if (file.Content.Terms is { } terms)
        {
            foreach (var fact in VotedFields.Facts(terms)) yield return fact;
        }
        if (file.Merged) yield return new Fact("office.deliberation.merged-label", Worded("office.deliberation.merged"));
        if (file.Resolution is { } resolution) yield return new Fact("field.decision", Worded($"body.{resolution.Body}"));
        if (file.Resolution?.Notice is { } notice) yield return new Fact("field.called", notice.Trigger);
        if (file.Resolution?.Mandate is { } mandate) yield return new Fact("office.deliberation.mandate", mandate);
        if (file.Posting is { } posting) yield return new Fact("office.deliberation.posted", posting.On, posting.Place);
        if (MayBeDeclared(r, file, matter))
        {
            var way = $"/office/declarations/new?matter={file.Content.Matter}&village={file.Id.Village?.Value}&deliberation={file.Id}";
            yield return new Fact("office.deliberation.declare", new Shown(new Word("office.deliberation.declare-by-it"), way));
        }
        if (declared.Count > 0) yield return new Fact("office.deliberation.declared", [.. declared.Select(WayTo)]);
    }

    /// <summary>Posted, carrying nothing yet, and the matter is this officer's to declare.</summary>
    private static bool MayBeDeclared(CaseReader r, DeliberationFile file, Matter? matter) =>
        matter is { Route: Route.Major } && file is { Posting: not null, Carries: null, Resolution: not null }
        && r.Officer.Holds(matter.Declarant, file.Id.Village);

    private static Sheet Meetings(DeliberationFile file) => new(
        "office.deliberation.steps",
        [
            "office.deliberation.step", "field.date", "field.place", "field.members", "field.present", "field.agreed", "field.against",
            "field.observer", "field.minutes",
        ],
        [.. file.Held.Select(h => (IReadOnlyList<Shown>)
        [
            Worded($"office.deliberation.step.{h.Step}"), h.Meeting.On, h.Meeting.Place,
            new Shown(h.Meeting.Due), new Shown(h.Meeting.Present),
            new Shown(h.Meeting.For), new Shown(h.Meeting.Against), h.Meeting.Observer, new Shown(h.Meeting.Minutes.Count),
        ])]);

    private static Shown WayTo(DeclarationOnDesk d) => new(d.Title, $"/office/declarations/{StreamKey.IdOf(d.Id)}");

    private static Shown Worded(string code) => new(new Word(code));
}
