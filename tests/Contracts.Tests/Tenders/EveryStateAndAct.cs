using Transparency.Contracts.Tenders;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Contracts.Tests.Tenders;

/// <summary>The whole table: for each state the acts that are possible in it; all others are refused by name and change nothing.</summary>
public sealed class EveryStateAndAct
{
    private static readonly Dictionary<string, string[]> Possible = new()
    {
        ["None"] = ["Plan"],
        ["Planned"] = ["Replan", "Disclose", "Cancel"],
        ["Disclosed"] = ["Announce", "Cancel"],
        ["Announced"] = ["Clarify", "Amend", "Open", "Fail", "Cancel"],
        ["Opened"] = ["Evaluate", "Cancel"],
        ["Evaluated"] = ["PublishCandidates", "Cancel"],
        ["CandidatesPublished"] = ["Award", "Fail", "Cancel"],
        ["Awarded"] = ["Reaward", "SignContract"],
        ["Closed"] = [],
        ["Failed"] = [],
        ["Cancelled"] = [],
    };

    /// <summary>Acts that belong to the phase but lack what must come before them.</summary>
    private static readonly Dictionary<(string State, string Act), string> NotYet = new()
    {
        [("Planned", "SignPlan")] = "tender.wants-declaration",
        [("Evaluated", "Award")] = "tender.candidates-needed",
        [("Evaluated", "Fail")] = "tender.valid-bids",
        [("Awarded", "ChangeContract")] = "tender.not-signed",
        [("Awarded", "DropChange")] = "tender.not-signed",
        [("Awarded", "SignChange")] = "tender.not-signed",
        [("Awarded", "Accept")] = "tender.not-signed",
        [("Awarded", "ByVoucher")] = "tender.not-signed",
        // A closed tender is paid in full.
        [("Closed", "ByVoucher")] = "tender.over-total",
        [("Awarded", "Close")] = "tender.not-finished",
    };

    public static TheoryData<string, string> Pairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var state in Possible.Keys)
            foreach (var act in Pipe.EveryAct.Keys)
                pairs.Add(state, act);
        return pairs;
    }

    [Theory, MemberData(nameof(Pairs))]
    public void Is_accepted_or_refused_by_name(string state, string act)
    {
        var decision = Pipe.Everywhere[state].When(Pipe.EveryAct[act]);
        if (Possible[state].Contains(act)) decision.Then();
        else decision.Refused(NotYet.GetValueOrDefault((state, act)) ?? (state == "None" ? "tender.unknown" : act == "Plan" ? "tender.known-already" : "tender.not-now"));
    }

    [Fact]
    public void Names_every_state_and_every_act()
    {
        Assert.Equal(Names<Tender>(), Possible.Keys.Order());
        Assert.Equal(Names<TenderCommand>(), Pipe.EveryAct.Keys.Order());
        Assert.All(Possible.Keys, state => Assert.Equal(state, Pipe.Everywhere[state].State.GetType().Name));
    }

    [Fact]
    public void A_role_is_needed_for_every_act_and_holds_for_its_village_only()
    {
        foreach (var (state, act) in Possible.SelectMany(p => p.Value.Select(act => (p.Key, act))).Where(x => x.act != "Disclose"))
            Pipe.Everywhere[state].When(Pipe.EveryAct[act] with { By = OtherClerk }).Refused("officer.may-not");
        foreach (var act in new[] { "ChangeContract", "DropChange", "SignChange", "Accept" })
            Pipe.Signed.When(Pipe.EveryAct[act] with { By = OtherClerk }).Refused("officer.may-not");
    }

    [Fact]
    public void Editions_count_what_is_frozen_and_nothing_else()
    {
        var life = Pipe.Closed.History;
        Assert.Equal([1, 2, 3, 4, 5], life.Select(EditionOf).OfType<int>());
        Assert.Equal(0, Assert.IsType<TenderCancelled>(Pipe.Planned.When(new TenderCommand.Cancel(new("不办了"), Clerk, Pipe.On(2))).Then()).Edition);
    }

    private static int? EditionOf(TenderEvent e) => e switch
    {
        TenderPlanDisclosed x => x.Edition,
        TenderAnnounced x => x.Edition,
        TenderAmended x => x.Edition,
        TenderOpened x => x.Edition,
        TenderCandidatesPublished x => x.Edition,
        TenderAwarded x => x.Edition,
        TenderReawarded x => x.Edition,
        TenderContractChanged x => x.Edition,
        TenderFailed x => x.Edition,
        TenderCancelled x => x.Edition,
        _ => null,
    };

    private static IEnumerable<string> Names<T>() => typeof(T).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(T)) && !t.IsAbstract).Select(t => t.Name).Order();
}
