using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Declarations;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store;
using static Transparency.Contracts.Deliberations.DeliberationCommand;
using Options = System.Collections.Generic.Dictionary<string, System.Collections.Generic.IReadOnlyList<Transparency.Portal.Cases.Pages.Option>>;

namespace Transparency.Portal.Cases.Deliberations;

/// <summary>The acts on one village decision, found by asking the law with a sound command of each kind.</summary>
internal static class DeliberationActs
{
    public static async Task<IReadOnlyList<OfferedAct?>> OfAsync(CaseReader r, DeliberationId id, Told<Deliberation> told, IReadOnlyList<DeclarationOnDesk> declared)
    {
        if (told.State is not Deliberation.Known { File: var file }) return [Propose(r, id, told.Version)];
        OfferedAct? Ask(string act, DeliberationCommand command) => Asked.Of(r.Rules, DeliberationDecider.Law, told.State, act, told.Version, command);
        var meeting = Sound(r);
        var approved = declared.Where(d => d.State == nameof(Declaration.Approved)).ToList();
        var basis = approved.Count == 0 ? new Declaration.None() : (await Entry.LoadAsync(r.Session, approved[0].Id, DeclarationDecider.Law, r.Cancelled)).State;
        return
        [
            Ask("discuss", new DeliberationCommand.Discuss(meeting, r.Officer, r.Now)),
            Ask("party-review", new DeliberationCommand.ReviewByParty(meeting, r.Officer, r.Now)),
            Ask("resolve", new DeliberationCommand.Resolve(file.Required, meeting, r.Here.Today.AddYears(-1), Asked.Sound, r.Officer, r.Now)) is { } resolve ? resolve with { Choices = Bodies(r, file.Required) } : null,
            Ask("post-resolution", new DeliberationCommand.PostResolution(r.Here.Today, Asked.Sound, r.Officer, r.Now)),
            Ask("post-result", new DeliberationCommand.PostResult(r.Here.Today, Asked.Sound, [], basis, r.Officer, r.Now)) is { } result
                ? result with { Choices = new Options { ["declaration"] = [.. approved.Select(d => new Option(StreamKey.IdOf(d.Id), $"{d.Number} {d.Title.In(r.Here.Language)}"))] } } : null,
            Ask("return-deliberation", new DeliberationCommand.Return(Asked.Sound, r.Officer, r.Now)),
            Ask("withdraw-deliberation", new DeliberationCommand.Withdraw(Asked.Sound, r.Officer, r.Now)),
        ];
    }

    private static OfferedAct? Propose(CaseReader r, DeliberationId id, long version)
    {
        var matters = r.Rules.Matters.Values.Where(m => Asked.Answer(r.Rules, DeliberationDecider.Law, new Deliberation.None(),
            new Propose(id, new(Asked.Sound, m.Code, Asked.Sound, ProposalOrigin.Villagers), Sound(r), false, r.Officer, r.Now)) is null).ToList();
        return matters.Count == 0 ? null : new(ActTable.All["propose"], version)
        {
            Choices = new Options { ["matter"] = [.. matters.Select(m => new Option(m.Code, $"{m.Name.In(r.Here.Language)} · {r.Here.Say($"body.{m.Deliberation}")}"))] },
            Filled = r.Query["matter"].ToString() is { Length: > 0 } chosen ? new Dictionary<string, string> { ["matter"] = chosen } : [],
        };
    }

    private static Options Bodies(CaseReader r, VillageBody required) =>
        new() { ["body"] = [.. Enum.GetValues<VillageBody>().Where(b => b.Serves(required)).Select(b => new Option(Fields.NameOf(b), r.Here.Say($"body.{b}")))] };

    private static Meeting Sound(CaseReader r) => new(r.Here.Today, Asked.Sound, 1, 1, 1, 0, []);
}
