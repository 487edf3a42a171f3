using System.Security.Cryptography;
using Transparency.Contracts;
using Transparency.Contracts.Escrow.Inspections;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store;
using Transparency.Publishing.Site;
using InspectionWording = Transparency.Publishing.Notices.Inspections.InspectionWording;

namespace Transparency.Portal.Cases.Inspections;

/// <summary>One inspection of the villages' money, from its plan to its closing. It is public by its plan, so every officer sees it.</summary>
public static class InspectionCase
{
    /// <summary>As internal ids have them: nothing reads like something else when it is told aloud.</summary>
    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";

    public static async Task<CaseView?> ReadAsync(CaseReader r, string subject)
    {
        if (InspectionId.Parse(subject) is not { } id) return null;
        var told = await r.ReadAsync(StreamKey.Of(id), InspectionDecider.Law);
        var known = told.State as Inspection.Known;
        return new($"inspections/{id}", known is null ? new Shown(new Word("office.new-inspection")) : known.Plan.Title, InspectionWording.Number(r.Here.Language, id),
            known is null ? "office.case.none" : $"inspection-state.{told.State.GetType().Name}", ColourOf(told.State))
        {
            Facts = known is null ? [] : [.. Facts(r, known.Plan)],
            Sheets = [.. Sheets(r, id, told)],
            History = InspectedVillage.Seen(r, told.History),
            Acts = [.. (await ActsAsync(r, id, told)).OfType<OfferedAct>()],
            PublicPath = known is null ? null : SiteMap.Inspection(id),
        };
    }

    private static string ColourOf(Inspection state) => state switch { Inspection.Closed => "good", Inspection.Cancelled => "stopped", _ => "waiting" };

    private static IEnumerable<Fact> Facts(CaseReader r, InspectionPlan plan)
    {
        yield return new Fact("office.inspection.months", InspectionWording.Months(r.Here.Language, plan));
        yield return new Fact("office.inspection.days", plan.First, new Shown("—"), plan.Last);
        yield return new Fact("field.team", plan.Team);
        yield return new Fact("office.inspection.pool", new Shown(new Sentence("inspection.of-pool", plan.Pool.Count, plan.Count)));
        yield return new Fact("office.inspection.commitment", plan.Commitment);
    }

    private static IEnumerable<Sheet> Sheets(CaseReader r, InspectionId id, Told<Inspection> told)
    {
        if (told.State is Inspection.Running running)
            yield return new Sheet("office.inspection.villages", ["field.village", "office.list.state"],
                [.. running.Villages.Select(v => (IReadOnlyList<Shown>)[new Shown(running.Plan.NameOf(v.Village), $"/office/inspections/{id}/{v.Village}"), new Shown(new Word(InspectedVillage.StateOf(r, v.Check)))])]);
        if (told.History.Select(h => h.Event).OfType<InspectionVillagesDrawn>().FirstOrDefault() is { } drawn && told.State is Inspection.Known { Plan: var plan })
            yield return new Sheet("office.inspection.draw", ["office.inspection.order", "field.village", "office.inspection.hash"],
                [.. drawn.Draw.Places.Select((p, i) => (IReadOnlyList<Shown>)[new Shown(i + 1), plan.NameOf(p.Village), p.Hash])]);
    }

    private static async Task<IReadOnlyList<OfferedAct?>> ActsAsync(CaseReader r, InspectionId id, Told<Inspection> told)
    {
        OfferedAct? Ask(string act, InspectionCommand command) => Asked.Of(r.Rules, InspectionDecider.Law, told.State, act, told.Version, command);
        var before = id.Ordinal == 1 ? new Inspection.None() : (await Entry.LoadAsync(r.Session, StreamKey.Of(InspectionId.Of(id.Year, id.Ordinal - 1)), InspectionDecider.Law, r.Cancelled)).State;
        var month = Month.Of(r.Here.Today).Previous;
        return
        [
            Ask("plan-inspection", new InspectionCommand.Plan(id, new(Asked.Sound, month, month, [], 1, Asked.Sound, r.Here.Today, r.Here.Today, ""), before, r.Officer, r.Now)) is { } plan
                ? plan with { Filled = new Dictionary<string, string> { ["half"] = NewHalf() }, Choices = new Dictionary<string, IReadOnlyList<Option>> { ["villages"] = Villages(r) } } : null,
            Ask("call-number", new InspectionCommand.CallNumber(1, r.Officer, r.Now)),
            Ask("draw-villages", new InspectionCommand.Draw("", r.Officer, r.Now)),
            Ask("close-inspection", new InspectionCommand.Close(r.Officer, r.Now)),
            Ask("cancel-inspection", new InspectionCommand.Cancel(Asked.Sound, r.Officer, r.Now)),
        ];
    }

    private static List<Option> Villages(CaseReader r) =>
        [.. r.Rules.Villages.Values.OrderBy(v => v.Code.Value, StringComparer.Ordinal).Select(v => new Option(v.Code.Value, v.Name.In(r.Here.Language)))];

    /// <summary>120 bits of chance, in the form's own field: it goes with the plan's form, of which only its hash is stored.</summary>
    private static string NewHalf() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Digits, 6)));
}
