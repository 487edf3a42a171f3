using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Declarations;
using Transparency.Portal.Cases.Desk;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Files;
using Transparency.Portal.Store;
using static Transparency.Contracts.Deliberations.DeliberationCommand;
using static Transparency.Portal.Cases.Acts.InputKind;

namespace Transparency.Portal.Cases.Deliberations;

/// <summary>The acts on one village decision, and when its page offers them. Subject: its number.</summary>
internal static class DeliberationActs
{
    private static readonly ActsOn<DeliberationId, Deliberation, DeliberationCommand, DeliberationEvent> OnDeliberation =
        new(DeliberationId.Parse, text => Refusal.Mend(null, "deliberation.id", text), StreamKey.Of, DeliberationDecider.Law);

    private static readonly FormField Place = FormField.Said("place") with { Longest = 200 };

    private static readonly IReadOnlyList<FormField> Held =
    [
        new("date", Day), Place, new("members", Count), new("present", Count), new("agreed", Count), new("against", Count),
        FormField.Said("observer") with { Optional = true, Longest = 200 }, Attached("minutes"),
    ];

    /// <summary>
    /// 党支部提议; its subject is the new number. With <c>merged=yes</c> the same meeting was the two committees' discussion.
    /// </summary>
    private static readonly Act ProposeDeliberation = Of("propose",
        (a, id) => new Propose(id, ContentOf(a.Fields), MeetingOf(a.Fields), IsMerged(a.Fields), a.By, a.At),
        [
            FormField.Said("title") with { Longest = 200 }, new("matter", Choice), FormField.Said("what", Lines),
            new("wish", Choice, FormField.Named<ProposalOrigin>("office.deliberation.origin")),
            .. VotedFields.All, new("merged", Choice, FormField.YesNo) { Optional = true }, .. Held,
        ]);

    /// <summary>村“两委”商议.</summary>
    internal static readonly Act DiscussDeliberation = Of("discuss", (a, _) => new Discuss(MeetingOf(a.Fields), a.By, a.At), Held);

    /// <summary>党员大会审议.</summary>
    internal static readonly Act PartyReview = Of("party-review", (a, _) => new ReviewByParty(MeetingOf(a.Fields), a.By, a.At), Held);

    /// <summary>村民（代表）会议决议, carried or not.</summary>
    internal static readonly Act ResolveDeliberation = Of("resolve", (a, _) =>
    {
        var (body, meeting) = (a.Fields.Required("body", "body", Fields.Choice<VillageBody>), MeetingOf(a.Fields));
        return new Resolve(body, meeting, a.Fields.Optional("called", "day", Fields.Day), a.Fields.TextOrNone("mandate"), a.By, a.At);
    }, [new("body", Choice), new("called", Day) { Optional = true }, FormField.Said("mandate", Lines) with { Optional = true }, .. Held]);

    /// <summary>决议公开 in the village, recorded by another person than the resolution.</summary>
    internal static readonly Act PostTheResolution = Of("post-resolution",
        (a, _) => new PostResolution(DayOf(a.Fields), a.Fields.Text("place"), a.By, a.At), new FormField("date", Day), Place);

    /// <summary>退回重议.</summary>
    private static readonly Act ReturnDeliberation = Of("return-deliberation",
        (a, _) => new Return(a.Fields.Text("reason"), a.By, a.At), FormField.Reason) with { IsDangerous = true };

    /// <summary>撤回.</summary>
    private static readonly Act WithdrawDeliberation = Of("withdraw-deliberation",
        (a, _) => new Withdraw(a.Fields.Text("reason"), a.By, a.At), FormField.Reason) with { IsDangerous = true };

    /// <summary>
    /// 实施结果公开; <c>declaration</c> names the approved declaration that rests on the decision by its internal id.
    /// </summary>
    private static readonly Act PostTheResult = Of("post-result", async (a, _) =>
    {
        var (on, result, evidence) = (DayOf(a.Fields), a.Fields.Text("result"), a.Fields.Files("evidence"));
        return new PostResult(on, result, evidence, await DeclaredAsync(a.Entry, a.Fields.Line("declaration")), a.By, a.At);
    },
    new("declaration", Choice) { Optional = true, IsDeclaration = true },
    new("date", Day), FormField.Said("result", Lines), Attached("evidence"));

    public static readonly IReadOnlyList<Act> All =
    [
        ProposeDeliberation, DiscussDeliberation, PartyReview, ResolveDeliberation, PostTheResolution,
        ReturnDeliberation, WithdrawDeliberation, PostTheResult,
    ];

    /// <param name="declared">the declarations that rest on it, the newest first</param>
    public static async Task<IReadOnlyList<OfferedAct?>> OfferedAsync(
        CaseReader r, DeliberationId id, Told<Deliberation> told, IReadOnlyList<DeclarationOnDesk> declared)
    {
        if (told.State is not Deliberation.Known { File.Required: var required }) return [Proposing(r, id, told.Version)];
        OfferedAct? Ask(Act act, DeliberationCommand command) =>
            Asked.Of(r.Rules, DeliberationDecider.Law, told.State, act, told.Version, command);
        var (meeting, lastYear) = (Sound(r), r.Here.Today.AddYears(-1));
        var approved = declared.Where(d => d.State is nameof(Declaration.Approved) or nameof(Declaration.Concluded)).ToList();
        var basis = approved.Count == 0 ? new Declaration.None()
            : (await Entry.LoadAsync(r.Session, approved[0].Id, DeclarationDecider.Law, r.Cancelled)).State;
        return
        [
            Ask(DiscussDeliberation, new Discuss(meeting, r.Officer, r.Now)),
            Ask(PartyReview, new ReviewByParty(meeting, r.Officer, r.Now)),
            Ask(ResolveDeliberation, new Resolve(required, meeting, lastYear, Asked.Sound, r.Officer, r.Now))
                ?.With("body", [.. Enum.GetValues<VillageBody>().Where(b => b.Serves(required)).Select(b => OptionOf(r, b))]),
            Ask(PostTheResolution, new PostResolution(r.Here.Today, Asked.Sound, r.Officer, r.Now)),
            Ask(PostTheResult, new PostResult(r.Here.Today, Asked.Sound, [], basis, r.Officer, r.Now))
                ?.With("declaration", [.. approved.Select(d => OptionOf(r, d))]),
            Ask(ReturnDeliberation, new Return(Asked.Sound, r.Officer, r.Now)),
            Ask(WithdrawDeliberation, new Withdraw(Asked.Sound, r.Officer, r.Now)),
        ];
    }

    /// <summary>Every matter that this officer may propose, each asked of the law.</summary>
    private static OfferedAct? Proposing(CaseReader r, DeliberationId id, long version)
    {
        bool MayPropose(string matter) => Asked.Answer(r.Rules, DeliberationDecider.Law, new Deliberation.None(), new Propose(
            id, new(Asked.Sound, matter, Asked.Sound, ProposalOrigin.Villagers, Unmoved), Sound(r), false, r.Officer, r.Now)) is null;
        var matters = r.Rules.Matters.Values.Where(m => MayPropose(m.Code))
            .Select(m => new Option(m.Code, $"{m.Name.In(r.Here.Language)} · {r.Here.Say($"body.{m.Deliberation}")}")).ToList();
        return matters.Count == 0 ? null : new OfferedAct(ProposeDeliberation, version).With("matter", matters) with
        {
            Filled = r.Query["matter"].ToString() is { Length: > 0 } chosen ? new Dictionary<string, string> { ["matter"] = chosen } : [],
        };
    }

    private static Option OptionOf(CaseReader r, VillageBody body) => new(Fields.NameOf(body), r.Here.Say($"body.{body}"));

    private static Option OptionOf(CaseReader r, DeclarationOnDesk d) =>
        new(StreamKey.IdOf(d.Id), $"{d.Number} {d.Title.In(r.Here.Language)}");

    private static Act Of(string name, Func<Doing, DeliberationId, DeliberationCommand> command, params IReadOnlyList<FormField> form) =>
        Of(name, (a, id) => Task.FromResult(command(a, id)), form);

    /// <summary>An act that may name files: the store must hold them.</summary>
    private static Act Of(
        string name, Func<Doing, DeliberationId, Task<DeliberationCommand>> command, params IReadOnlyList<FormField> form) =>
        OnDeliberation.Whole(name, async (a, id, file) =>
        {
            var asked = await command(a, id);
            return a.Fields.Fault ?? a.Stale(file.Version)
                ?? await StoredFiles.FaultInAsync(a.Entry.Documents, asked.Files, a.Entry.Cancelled) ?? a.Entry.Decide(file, asked);
        }, form);

    private static async Task<Declaration> DeclaredAsync(Entry entry, string id) => id.Length == 0 ? new Declaration.None()
        : (await entry.LoadAsync(StreamKey.Of(new DeclarationId(id)), DeclarationDecider.Law)).State;

    private static DeliberationContent ContentOf(Fields f) =>
        new(f.Text("title"), f.Line("matter"), f.Text("what"), f.Required("wish", "wish", Fields.Choice<ProposalOrigin>),
            VotedFields.Read(f));

    private static Meeting MeetingOf(Fields f) => new(
        DayOf(f), f.Text("place"), CountOf(f, "members"), CountOf(f, "present"), CountOf(f, "agreed"), CountOf(f, "against"),
        f.Files("minutes"), f.TextOrNone("observer"));

    private static DateOnly DayOf(Fields f) => f.Required("date", "day", Fields.Day);

    private static int CountOf(Fields f, string name) => f.Required(name, "count", Fields.Count);

    private static bool IsMerged(Fields f) => f.Line("merged").Length > 0 && f.Flag("merged");

    private static readonly VotedTerms Unmoved = new(MoneyFlow.None, [], [], [], false);

    /// <summary>Large enough for any body, with everybody there.</summary>
    private static Meeting Sound(CaseReader r) => new(r.Here.Today, Asked.Sound, 1_000_000, 1_000_000, 1_000_000, 0, []);

    private static FormField Attached(string name) => new(name, InputKind.Files) { Optional = true };
}
