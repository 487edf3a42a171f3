using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Contracts.Objections;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Declarations.Publicity;
using Transparency.Portal.Files;
using Transparency.Portal.Store;
using Transparency.Publishing.Site;
using static Transparency.Portal.Cases.Acts.InputKind;
using Asks = Transparency.Contracts.Declarations.DeclarationCommand;

namespace Transparency.Portal.Cases.Declarations;

using LoadedDeclaration = Loaded<Declaration, DeclarationCommand, DeclarationEvent>;

/// <summary>
/// The acts on a declaration. Subject: its internal id. What changes the content is written on a page of its own, so these acts have no
/// form here; <see cref="ContentFields"/> names their fields.
/// </summary>
internal static class DeclarationActs
{
    private static readonly FormField Reason = new("reason", Lines);

    /// <summary>A new draft; its subject may be empty, for an id that is minted now.</summary>
    internal static readonly Act Draft = Of("draft", async a =>
    {
        var content = ContentFields.Read(a.Fields, null);
        if (a.Fields.Fault is { } no) return no;
        var id = new DeclarationId(a.Subject.Length > 0 ? a.Subject : NewId.At(a.At));
        var file = await a.Entry.LoadAsync(id);
        return a.Stale(file.Version) ?? await FaultInFilesAsync(a.Entry, content)
            ?? a.Entry.Decide(file, new Asks.Draft(id, content, a.By, a.At));
    });

    internal static readonly Act Redraft = Changing("redraft", async (a, file, content) =>
        a.Fields.Fault ?? await FaultInFilesAsync(a.Entry, content) ?? a.Entry.Decide(file, new Asks.Redraft(content, a.By, a.At)));

    /// <summary>申报: the content goes to review as its section stands now.</summary>
    internal static readonly Act Declare = Of("declare", async a =>
        a.Fields.Fault ?? await WithSectionNowAsync(a, async (file, known, section) =>
        {
            var content = known.Case.Content;
            var bases = await SectionNow.BasesAsync(a.Entry.Documents, content, a.Entry.Cancelled);
            return a.Stale(file.Version) ?? a.Entry.Decide(file, new Asks.Declare(section, bases, a.By, a.At))
                ?? await ReleaseAsync(a, known, content) ?? await CarryAsync(a, known, content);
        }));

    /// <summary>撤回, by the declarant.</summary>
    internal static readonly Act Withdraw = Ending("withdraw", (a, why) => new Asks.Withdraw(why, a.By, a.At), LetGoAsync);

    /// <summary>退回补正, by the reviewer.</summary>
    internal static readonly Act Return = Reasoned("return", (a, why) => new Asks.Return(why, a.By, a.At));

    /// <summary>审核不通过.</summary>
    internal static readonly Act RefuseReview = Ending("refuse-review", (a, why) => new Asks.RefuseReview(why, a.By, a.At), LetGoAsync);

    /// <summary>审核通过, pinned by the hash of what the reviewer saw.</summary>
    internal static readonly Act PassReview = Pinned("pass-review", (a, seen) => WithSectionNowAsync(a, (file, _, section) =>
        Task.FromResult(a.Entry.Decide(file, new Asks.PassReview(section, seen, a.By, a.At)))));

    /// <summary>
    /// 公示开始, pinned by the hash. The first opening takes the year's next number in the same transaction, so numbers have no gaps.
    /// </summary>
    internal static readonly Act OpenWindow = Pinned("open-window", (a, seen) => WithSectionNowAsync(a, async (file, known, section) =>
    {
        var year = Shanghai.DayOf(a.At).Year;
        var taken = await a.Entry.VersionAsync(StreamKey.Numbers(year));
        var next = new DeclarationNumber(a.Entry.Rules.Town.NumberPrefix, year, (int)taken + 1);
        if (a.Entry.Decide(file, new Asks.OpenWindow(section, seen, next.Ordinal, a.By, a.At)) is { } no) return no;
        if (known.Case.Number is not null) return null;
        a.Entry.Append(StreamKey.Numbers(year), taken, new NumberTaken(next.Ordinal, new(a.Subject), a.At));
        return await PublicNumber.WaitsAsync(a.Entry, $"{next}", SiteMap.DeclarationFolder(next));
    }));

    /// <summary>
    /// A wording fix proposed by the reviewer while the window runs; a material change is refused and wants a restart.
    /// </summary>
    internal static readonly Act FixWording = Changing("fix-wording", async (a, file, content) =>
    {
        var note = a.Fields.Text("note");
        return a.Fields.Fault ?? await WithSectionAsync(a, (Declaration.Known)file.State, content, section =>
            Task.FromResult(a.Entry.Decide(file, new Asks.FixWording(content, section, note, a.By, a.At))));
    });

    /// <summary>By another person, pinned by the hash of what was proposed: a new edition.</summary>
    internal static readonly Act ConfirmWording = Pinned("confirm-wording", async (a, seen) => a.Entry.Decide(
        await a.Entry.LoadAsync(new DeclarationId(a.Subject)), new Asks.ConfirmWording(seen, a.By, a.At)))
        with { Pins = ReadDeclaration.WordingToPinAsync };

    internal static readonly Act DeclineWording = Reasoned("decline-wording", (a, why) => new Asks.DeclineWording(why, a.By, a.At));

    /// <summary>延长公示期, by the reviewer while the window runs.</summary>
    internal static readonly Act ExtendWindow = Plain("extend-window", a =>
    {
        var (days, reason) = (a.Fields.Required("days", "count", Fields.Count), a.Fields.Text("reason"));
        return new Asks.ExtendWindow(days, reason, a.By, a.At);
    }, Reason, new("days", Count) { Longest = 2 });

    /// <summary>
    /// 内容有变，重新审核, by the declarant. It ends the window, so it collects the objections like closing does.
    /// </summary>
    internal static readonly Act Restart = Changing("restart", async (a, file, content) =>
    {
        var reason = a.Fields.Text("reason");
        return a.Fields.Fault ?? await WithSectionAsync(a, null, content, async section =>
        {
            var arrived = await Arrived.InRoundAsync(a.Entry, (Declaration.Known)file.State);
            var bases = await SectionNow.BasesAsync(a.Entry.Documents, content, a.Entry.Cancelled);
            return a.Entry.Decide(file, new Asks.Restart(content, section, bases, reason, arrived, a.By, a.At))
                ?? await CarryAsync(a, (Declaration.Known)file.State, content);
        });
    }, alone: true) with { IsDangerous = true };

    /// <summary>
    /// Answers an objection, or sets it aside with a public reason: on the objection's stream and on the declaration's, or on neither.
    /// Its form stands beside the letter, whose id it carries as <c>objection</c>.
    /// </summary>
    internal static readonly Act SettleObjection = Of("settle-objection", SettleAsync,
        new("summary", Lines) { Longest = 2000 }, new("answer", Lines) { Longest = 4000 },
        new("set_aside", OneOf, [("no", "office.letter.how.answer"), ("yes", "office.letter.how.set-aside")]));

    /// <summary>批准, pinned by the hash of the published section. Its subjects are disclosed with it, all or none.</summary>
    internal static readonly Act Approve = Pinned("approve", async (a, seen) =>
    {
        var file = await a.Entry.LoadAsync(new DeclarationId(a.Subject));
        if (a.Entry.Decide(file, new Asks.Approve(seen, a.By, a.At)) is { } no) return no;
        return file.State is Declaration.WindowClosed closed ? await DiscloseAsync(a, closed) : null;
    });

    /// <summary>不予批准.</summary>
    internal static readonly Act Refuse = Ending("refuse", (a, why) => new Asks.Refuse(why, a.By, a.At));

    /// <summary>退回村里, with the article: what a village decides by itself is not refused.</summary>
    internal static readonly Act SendBack = Plain(
        "send-back", a => new Asks.SendBack(a.Fields.Text("reason"), a.Fields.Text("law"), a.By, a.At),
        Reason, FormField.Said("law")) with { IsDangerous = true };

    /// <summary>撤销 of an approval.</summary>
    internal static readonly Act Revoke = Ending("revoke", (a, why) => new Asks.Revoke(why, a.By, a.At));

    public static readonly IReadOnlyList<Act> All =
    [
        Draft, Redraft, Declare, Withdraw, Return, RefuseReview, PassReview, OpenWindow, FixWording, ConfirmWording, DeclineWording,
        ExtendWindow, Restart,
        SettleObjection, Approve, SendBack, Refuse, Revoke,
    ];

    /// <summary>Those that change what is written already.</summary>
    public static readonly IReadOnlyList<Act> Rewriting = [Redraft, FixWording, Restart];

    private static Act Of(string name, Func<Doing, Task<Refusal?>> act, params IReadOnlyList<FormField> form) =>
        new(name, async a => await InterestedAsync(a) ?? await act(a), form)
    {
        Leaves = (subject, _) => StreamKey.Of(new DeclarationId(subject)),
        SubjectOf = key => NewId.FromKey(key).Value,
    };

    /// <summary>The section masks natural persons, so who they are is asked of the agreements themselves.</summary>
    private static async Task<Refusal?> InterestedAsync(Doing a) =>
        !a.By.Interests.IsNone && (await a.Entry.LoadAsync(new DeclarationId(a.Subject))).State is Declaration.Known known
            ? new Concern(a.By, await OtherSides.OfAsync(a.Entry, known.Case.Content.Subjects)).Fault : null;

    /// <summary>An act whose command needs nothing but what was given.</summary>
    private static Act Plain(string name, Func<Doing, DeclarationCommand> command, params IReadOnlyList<FormField> form) =>
        Of(name, async a => a.Decide(await a.Entry.LoadAsync(new DeclarationId(a.Subject)), command(a)), form);

    private static Act Reasoned(string name, Func<Doing, Text, DeclarationCommand> command) =>
        Plain(name, a => command(a, a.Fields.Text("reason")), Reason);

    /// <summary>An act after which nothing goes on.</summary>
    /// <param name="then">what becomes of the decisions on which it rested; null for nothing</param>
    private static Act Ending(
        string name, Func<Doing, Text, DeclarationCommand> command, Func<Doing, Declaration.Known, Task<Refusal?>>? then = null) =>
        Of(name, async a =>
        {
            var file = await a.Entry.LoadAsync(new DeclarationId(a.Subject));
            return a.Decide(file, command(a, a.Fields.Text("reason")))
                ?? (then is not null && file.State is Declaration.Known known ? await then(a, known) : null);
        }, Reason) with { IsDangerous = true };

    /// <summary>An act that carries the hash of what was seen: a moved version alone does not refuse it.</summary>
    private static Act Pinned(string name, Func<Doing, ContentHash, Task<Refusal?>> act) => Of(name, async a =>
    {
        var seen = a.Fields.Hash();
        return a.Fields.Fault ?? await act(a, seen);
    }) with { Pins = ReadDeclaration.HashToPinAsync };

    /// <summary>An act that changes the content: fields that are not given keep what stands.</summary>
    /// <param name="alone">no objection may arrive meanwhile</param>
    private static Act Changing(string name, Func<Doing, LoadedDeclaration, DeclarationContent, Task<Refusal?>> act, bool alone = false) =>
        Of(name, async a =>
        {
            var id = new DeclarationId(a.Subject);
            if (alone) await a.Entry.LockAsync(StreamKey.Of(id), shared: false);
            var file = await a.Entry.LoadAsync(id);
            if (file.State is not Declaration.Known known) return Refusal.NotNow("declaration.unknown");
            return a.Stale(file.Version) ?? await act(a, file, ContentFields.Read(a.Fields, SectionNow.ContentOf(known)));
        });

    /// <summary>With what the public would see of the content that stands.</summary>
    private static async Task<Refusal?> WithSectionNowAsync(
        Doing a, Func<LoadedDeclaration, Declaration.Known, DeclarationSection, Task<Refusal?>> act)
    {
        var file = await a.Entry.LoadAsync(new DeclarationId(a.Subject));
        if (file.State is not Declaration.Known known) return Refusal.NotNow("declaration.unknown");
        return await WithSectionAsync(a, known, SectionNow.ContentOf(known), section => act(file, known, section));
    }

    /// <param name="known">the case whose rows hold; null for a content that begins anew today</param>
    private static async Task<Refusal?> WithSectionAsync(
        Doing a, Declaration.Known? known, DeclarationContent content, Func<DeclarationSection, Task<Refusal?>> then)
    {
        var today = a.Entry.Rules.On(Shanghai.DayOf(a.At));
        var rules = known is null ? today : SectionNow.RulesOf(today, known);
        return await SectionNow.OfAsync(a.Entry.Documents, rules, content, a.Entry.Cancelled) switch
        {
            Result<DeclarationSection>.Refused no => no.Why,
            Result<DeclarationSection>.Of(var section) => await then(section),
            _ => throw new InvalidOperationException("a section is one or refused"),
        };
    }

    /// <summary>From here on the decisions carry this declaration and no other, in the same transaction.</summary>
    private static async Task<Refusal?> CarryAsync(Doing a, Declaration.Known known, DeclarationContent content)
    {
        foreach (var number in DecisionsOf(content))
        {
            var decision = await a.Entry.LoadAsync(StreamKey.Of(number), DeliberationDecider.Law);
            if (a.Entry.Decide(decision, new DeliberationCommand.Carry(known.Case.Id, a.By, a.At)) is { } no) return no;
        }
        return null;
    }

    /// <summary>What was never public has used nothing up.</summary>
    private static Task<Refusal?> LetGoAsync(Doing a, Declaration.Known known) => ReleaseAsync(a, known, null);

    /// <summary>Decisions of a declaration that was never public, unless it still rests on them.</summary>
    /// <param name="kept">what is declared instead; null for nothing</param>
    private static async Task<Refusal?> ReleaseAsync(Doing a, Declaration.Known known, DeclarationContent? kept)
    {
        if (known.Case is not { IsPublic: false, Sections: [.., var declared] }) return null;
        var left = DecisionsOf(SectionNow.ContentOf(declared)).Except(kept is null ? [] : DecisionsOf(kept));
        foreach (var number in left)
        {
            var decision = await a.Entry.LoadAsync(StreamKey.Of(number), DeliberationDecider.Law);
            if (a.Entry.Decide(decision, new DeliberationCommand.Release(known.Case.Id, a.By, a.At)) is { } no) return no;
        }
        return null;
    }

    /// <summary>The town's meeting that pools the money of several villages carries nothing of its own.</summary>
    private static IEnumerable<DeliberationId> DecisionsOf(DeclarationContent c) =>
        c.Shares is { Count: > 0 } shares ? shares.Select(s => s.Deliberation)
        : c.Deliberation is { Village: not null } own ? [own] : [];

    private static async Task<Refusal?> FaultInFilesAsync(Entry entry, DeclarationContent content) =>
        (await StoredFiles.FaultInAsync(entry.Documents, content.Attachments, entry.Cancelled))?.At("attachments");

    private static async Task<Refusal?> SettleAsync(Doing a)
    {
        var (id, declaration) = (new ObjectionId(a.Fields.Line("objection")), new DeclarationId(a.Subject));
        var (aside, summary, answer) = (a.Fields.Flag("set_aside"), a.Fields.Text("summary"), a.Fields.Text("answer"));
        if (a.Fields.Fault is { } no) return no;
        var file = await a.Entry.LoadAsync(declaration);
        if (a.Stale(file.Version) is { } stale) return stale;
        var objection = await a.Entry.LoadAsync(StreamKey.Of(id), ObjectionDecider.Law);
        var raised = objection.State as Objection.Raised;
        if (raised is not null && raised.Declaration != declaration) return Refusal.NotNow("objection.unknown");
        var (round, received, due) = raised is null ? (0, Shanghai.DayOf(a.At), null)
            : (raised.Round, Shanghai.DayOf(raised.At), raised.Due?.Last);
        return a.Entry.Decide(file, new Asks.SettleObjection(id, round, received, due, aside, summary, answer, a.By, a.At))
            ?? a.Entry.Decide(objection, new ObjectionCommand.Settle(aside, a.By, a.At));
    }

    private static async Task<Refusal?> DiscloseAsync(Doing a, Declaration.WindowClosed closed)
    {
        var (id, number) = (closed.Case.Id, closed.Case.Number!.ToString());
        foreach (var subject in closed.Section.Subjects)
        {
            var agreement = await a.Entry.LoadAsync(StreamKey.Of(subject.Id), AgreementDecider.Law);
            if (a.Entry.Decide(agreement, new AgreementCommand.Disclose(id, number, subject.Hash, a.By, a.At)) is { } no) return no;
        }
        foreach (var plan in closed.Section.Plans ?? [])
        {
            var tender = await a.Entry.LoadAsync(StreamKey.Of(plan.Id), TenderDecider.Law);
            if (a.Entry.Decide(tender, new TenderCommand.Disclose(id, number, plan.Hash, a.By, a.At)) is { } no) return no;
        }
        return null;
    }
}
