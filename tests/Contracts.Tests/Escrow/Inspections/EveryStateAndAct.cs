using Transparency.Contracts.Escrow.Inspections;
using Transparency.Samples;
using static Transparency.Contracts.Escrow.Inspections.InspectionCommand;
using static Transparency.Contracts.Tests.Escrow.Inspections.HalfYear;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Contracts.Tests.Escrow.Inspections;

/// <summary>The whole table: for each state, and for each state of the village that acts are about, the acts that are possible; all others are refused by name.</summary>
public sealed class EveryStateAndAct
{
    private static readonly Dictionary<string, Scenario<Inspection, InspectionCommand, InspectionEvent>> Everywhere = new()
    {
        ["None"] = None, ["Planned"] = Planned, ["Called"] = Called, ["Drawn"] = Drawn, ["Drawn, recorded"] = Recorded,
        ["Drawn, returned"] = Recorded.And(new Return(SampleRules.Gudichang, new("写明哪3笔"), Approver, On(7, 22))),
        ["Drawn, published"] = Published, ["Drawn, cure reported"] = Published.And(Curing), ["Drawn, cure sent back"] = Published.And(Curing).And(new RejectCure(SampleRules.Gudichang, 1, new("还缺1张"), Reviewer, On(8, 8))),
        ["Drawn, cured"] = Published.And(Curing).And(Accepting),
        ["Reported"] = Reported, ["Reported, cured"] = Cured, ["Closed"] = Cured.And(new Close(TownClerk, On(8, 21))), ["Cancelled"] = Planned.And(new Cancel(new("与县里重复"), TownClerk, On(7, 9))),
    };

    private static readonly Dictionary<string, string[]> Possible = new()
    {
        ["None"] = ["Plan"],
        ["Planned"] = ["CallNumber", "Cancel"],
        ["Called"] = ["Draw", "Void"],
        ["Drawn"] = ["Record"],
        ["Drawn, recorded"] = ["Record", "Confirm", "Return"],
        ["Drawn, returned"] = ["Record"],
        ["Drawn, published"] = ["ReportCure"],
        ["Drawn, cure reported"] = ["ReportCure", "AcceptCure", "RejectCure"],
        ["Drawn, cure sent back"] = ["ReportCure"],
        ["Drawn, cured"] = [],
        ["Reported"] = ["ReportCure"],
        ["Reported, cured"] = ["Close"],
        ["Closed"] = [],
        ["Cancelled"] = [],
    };

    private static readonly InspectionCommand[] EveryAct =
    [
        Planning, Calling, Drawing, new Cancel(new("与县里重复"), TownClerk, On(8, 25)), new InspectionCommand.Void(new("镇里两周没有抽取"), OtherSupervisor, On(8, 25)), new Close(TownClerk, On(8, 25)), Recording with { At = On(7, 26) }, Confirming(Recorded, SampleRules.Gudichang),
        new Return(SampleRules.Gudichang, new("写明哪3笔"), Approver, On(7, 26)), Curing, Accepting, new RejectCure(SampleRules.Gudichang, 1, new("还缺1张"), Reviewer, On(8, 20)),
    ];

    public static TheoryData<string, string> Pairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var state in Possible.Keys)
            foreach (var act in EveryAct)
                pairs.Add(state, act.GetType().Name);
        return pairs;
    }

    [Theory, MemberData(nameof(Pairs))]
    public void Is_accepted_or_refused_by_name(string state, string act)
    {
        var decision = Everywhere[state].When(EveryAct.Single(a => a.GetType().Name == act));
        if (Possible[state].Contains(act)) decision.Then();
        else decision.Refused(state == "None" ? "inspection.unknown" : act == "Plan" ? "inspection.known-already" : state == "Reported" && act == "Close" ? "inspection.not-cured" : state == "Called" && act == "Cancel" ? "inspection.number-known" : "inspection.not-now");
    }

    [Fact]
    public void Names_every_state_and_every_act()
    {
        Assert.Equal(Names<Inspection>(), Possible.Keys.Select(s => s.Split(',')[0]).Distinct().Order());
        Assert.Equal(Names<InspectionCommand>(), EveryAct.Select(a => a.GetType().Name).Order());
        Assert.All(Possible.Keys, state => Assert.Equal(state.Split(',')[0], Everywhere[state].State.GetType().Name));
    }

    private static IEnumerable<string> Names<T>() => typeof(T).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(T)) && !t.IsAbstract).Select(t => t.Name).Order();
}
