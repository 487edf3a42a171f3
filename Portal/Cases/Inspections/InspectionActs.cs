using System.Security.Cryptography;
using Transparency.Contracts;
using Transparency.Contracts.Escrow.Inspections;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store;
using Transparency.Publishing.Site;
using static Transparency.Portal.Cases.Acts.InputKind;

namespace Transparency.Portal.Cases.Inspections;

/// <summary>The acts on the whole of an inspection, and when its page offers them. Subject: <c>2026-2</c>.</summary>
internal static class InspectionActs
{
    private static readonly ActsOn<InspectionId, Inspection, InspectionCommand, InspectionEvent> OnInspection =
        new(InspectionId.Parse, text => Refusal.Mend(null, "inspection.subject", text), StreamKey.Of, InspectionDecider.Law);

    /// <summary>
    /// 检查计划. Of <c>half</c>, the town's half of the seed, only its hash goes on: it is kept by the planner, and nowhere here.
    /// </summary>
    private static readonly Act PlanInspection = OnInspection.Whole("plan-inspection",
        async (a, id, file) =>
        {
            var before = await a.Entry.LoadAsync(StreamKey.Of(Before(id)), InspectionDecider.Law);
            return a.Decide(file, new InspectionCommand.Plan(id, WordsOf(a.Fields), before.State, a.By, a.At))
                ?? await PublicNumber.WaitsAsync(a.Entry, id.Value, SiteMap.InspectionFolder(id));
        },
        FormField.Said("title"), new("from"), new("to"), new("villages", Several) { Optional = true }, new("count", Count),
        FormField.Said("team"),
        new("first", Day), new("last", Day), Half);

    /// <summary>村务监督代表报数, before anybody but the planner knows the town's half.</summary>
    private static readonly Act CallNumber = OnInspection.Act("call-number",
        (a, _) => new InspectionCommand.CallNumber(a.Fields.Required("number", "count", Fields.Count), a.By, a.At),
        new FormField("number", Count));

    /// <summary>
    /// 抽取被检查村, by another person than planned and than called the number, with the half as the planner now tells it.
    /// </summary>
    private static readonly Act DrawVillages = OnInspection.Act("draw-villages",
        (a, _) => new InspectionCommand.Draw(a.Fields.Line("half"), a.By, a.At), Half);

    /// <summary>检查办结, once everything found is cured.</summary>
    private static readonly Act CloseInspection = OnInspection.Act("close-inspection", (a, _) => new InspectionCommand.Close(a.By, a.At));

    /// <summary>抽取作废, by those who supervise, when the number is known and the town does not draw; the reason is public.</summary>
    private static readonly Act VoidDraw = OnInspection.Act("void-draw",
        (a, _) => new InspectionCommand.Void(a.Fields.Text("reason"), a.By, a.At), FormField.Reason) with { IsDangerous = true };

    /// <summary>取消检查, before the number is called; the reason is public.</summary>
    private static readonly Act CancelInspection = OnInspection.Act("cancel-inspection",
        (a, _) => new InspectionCommand.Cancel(a.Fields.Text("reason"), a.By, a.At), FormField.Reason) with { IsDangerous = true };

    /// <summary>Those that wait for somebody.</summary>
    public static readonly IReadOnlyList<Act> Tasks = [CallNumber, DrawVillages, CloseInspection];

    public static readonly IReadOnlyList<Act> All = [PlanInspection, CallNumber, DrawVillages, CloseInspection, CancelInspection, VoidDraw];

    /// <summary>As internal ids have them: nothing reads like something else when it is told aloud.</summary>
    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";

    private static FormField Half => new("half") { Longest = DrawRecipe.LongestHalf };

    public static async Task<IReadOnlyList<OfferedAct?>> OfferedAsync(CaseReader r, InspectionId id, Told<Inspection> told)
    {
        OfferedAct? Ask(Act act, InspectionCommand command) =>
            Asked.Of(r.Rules, InspectionDecider.Law, told.State, act, told.Version, command);
        var before = (await Entry.LoadAsync(r.Session, StreamKey.Of(Before(id)), InspectionDecider.Law, r.Cancelled)).State;
        var month = Month.Of(r.Here.Today).Previous;
        var sound = new PlanWords(Asked.Sound, month, month, [], 1, Asked.Sound, r.Here.Today, r.Here.Today, "");
        var plan = Ask(PlanInspection, new InspectionCommand.Plan(id, sound, before, r.Officer, r.Now))?.With("villages", r.Villages);
        return
        [
            plan is null ? null : plan with { Filled = new Dictionary<string, string> { ["half"] = NewHalf() } },
            Ask(CallNumber, new InspectionCommand.CallNumber(1, r.Officer, r.Now)),
            Ask(DrawVillages, new InspectionCommand.Draw("", r.Officer, r.Now)),
            Ask(CloseInspection, new InspectionCommand.Close(r.Officer, r.Now)),
            Ask(CancelInspection, new InspectionCommand.Cancel(Asked.Sound, r.Officer, r.Now)),
            Ask(VoidDraw, new InspectionCommand.Void(Asked.Sound, r.Officer, r.Now)),
        ];
    }

    private static PlanWords WordsOf(Fields f)
    {
        var half = f.Line("half");
        if (!DrawRecipe.IsHalf(half)) f.Refuse("half", "", "half");
        var villages = f.Several<VillageCode>("villages", "village", VillageCode.Parse);
        return new(
            f.Text("title"), f.Required("from", "month", Month.Parse), f.Required("to", "month", Month.Parse), villages,
            f.Required("count", "count", Fields.Count), f.Text("team"),
            f.Required("first", "day", Fields.Day), f.Required("last", "day", Fields.Day),
            DrawRecipe.Commitment(half));
    }

    /// <summary>The year's inspection before this one; a number that nobody has for the first.</summary>
    private static InspectionId Before(InspectionId id) => InspectionId.Of(id.Year, id.Ordinal - 1);

    /// <summary>120 bits of chance, in the form's own field: it goes with the plan's form, of which only its hash is stored.</summary>
    private static string NewHalf() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Digits, 6)));
}

/// <summary>What an act on an inspection is about: <c>2026-2</c>, or one drawn village of it, <c>2026-2/09</c>.</summary>
public readonly record struct InspectionKey(InspectionId Id, VillageCode? Village)
{
    /// <summary>Null unless the text has one of the two forms.</summary>
    public static InspectionKey? Parse(string text) => text.Split('/') switch
    {
        [var id] when InspectionId.Parse(id) is { } whole => new(whole, null),
        [var id, var village] when InspectionId.Parse(id) is { } whole && VillageCode.Parse(village) is { } code => new(whole, code),
        _ => null,
    };

    public override string ToString() => Village is { } village ? $"{Id}/{village}" : Id.Value;
}
