using Transparency.Contracts.Agreements;
using Transparency.Contracts.Agreements.CleanUp;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Payments;
using Transparency.Samples;
using static Transparency.Contracts.Agreements.CleanUp.CleanUpCommand;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Contracts.Tests.Agreements.CleanUp;

public sealed class CleanUpTests
{
    private static readonly DriveId Id = new("saltpans-2026");
    private static readonly Drive Open = new Drive.Open(Id, new("盐田合同清理"), [SampleRules.Gudichang]);

    private static readonly Dictionary<string, CleanUpCommand> EveryAct = new CleanUpCommand[]
    {
        new List(Open, Pan.Id, Pan.Registered, OtherClerk, Pan.At), new Verify(new("租期五十年，租金二十年未调"), OtherClerk, Pan.At),
        new Classify([Problem.RentLow, Problem.TermOver, Problem.RentLow], Reviewer, Pan.At), new Report([Remedy.Reprice, Remedy.Shorten], new(30_000_00), Pan.Approved, OtherClerk, Pan.At),
        new Finish([new(July, Paid, null)], TownClerk, Pan.At), new Defer(new("等测绘"), OtherClerk, Pan.At), new Litigate(new("已起诉"), OtherClerk, Pan.At),
        new Recheck(new("按新合同履行"), true, Reviewer, Pan.At.AddYears(1)),
    }.ToDictionary(c => c.GetType().Name);

    private static VoucherKey July => new(new(2026, 7), "0709");

    private static BookedIncome Paid => new(July, new(30_000_00), Pan.Id, true, false);

    private static Scenario<CleanUpCase, CleanUpCommand, CleanUpEvent> None => new(CleanUpDecider.Law, []);

    private static Scenario<CleanUpCase, CleanUpCommand, CleanUpEvent> Classified => Path("List", "Verify", "Classify");

    private static readonly Dictionary<string, (string[] Path, string[] Possible)> States = new()
    {
        ["None"] = ([], ["List"]),
        ["Listed"] = (["List"], ["Verify", "Defer", "Litigate"]),
        ["Verified"] = (["List", "Verify"], ["Classify", "Defer", "Litigate"]),
        ["Classified"] = (["List", "Verify", "Classify"], ["Report", "Defer", "Litigate"]),
        ["InOrder"] = (["List", "Verify", "Sound"], []),
        ["Remedied"] = (["List", "Verify", "Classify", "Report"], ["Finish", "Defer", "Litigate"]),
        ["Done"] = (["List", "Verify", "Classify", "Report", "Finish"], ["Recheck"]),
        ["Rechecked"] = (["List", "Verify", "Classify", "Report", "Finish", "Recheck"], []),
        ["Deferred"] = (["List", "Verify", "Defer"], ["Classify", "Litigate"]),
        ["Litigated"] = (["List", "Verify", "Classify", "Report", "Litigate"], ["Finish", "Defer"]),
    };

    public static TheoryData<string, string> Pairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var state in States.Keys)
            foreach (var act in EveryAct.Keys) pairs.Add(state, act);
        return pairs;
    }

    [Theory, MemberData(nameof(Pairs))]
    public void Each_act_is_possible_in_its_states_and_refused_by_name_in_the_others(string state, string act)
    {
        var now = Path(States[state].Path);
        Assert.Equal(state, now.State.GetType().Name);
        var decision = now.When(EveryAct[act]);
        if (States[state].Possible.Contains(act)) decision.Then();
        else Assert.Contains(Assert.IsType<Decision<CleanUpEvent>.Refused>(decision).Why.Code, new[] { "cleanup.not-now", "cleanup.unknown", "cleanup.known-already" });
    }

    [Fact]
    public void Names_every_state_and_every_act()
    {
        Assert.Equal(Names<CleanUpCase>(), States.Keys.Order());
        Assert.Equal(Names<CleanUpCommand>(), EveryAct.Keys.Order());
    }

    [Fact]
    public void Is_carried_from_listing_to_the_end_with_before_and_after()
    {
        var history = Path("List", "Verify", "Classify", "Report", "Finish").History;
        var before = Assert.IsType<CleanUpListed>(history[0]).Before;
        var remedy = Assert.IsType<CleanUpRemedied>(history[3]);
        Assert.Equal((new Yuan(7_600_00), new Yuan(228_300_00)), (before.Yearly!.Value, remedy.After.Yearly!.Value));
        Assert.Equal((new DateOnly(2056, 7, 31), new DateOnly(2036, 7, 31)), (before.End, remedy.After.End));
        Assert.Equal([Problem.TermOver, Problem.RentLow], Assert.IsType<CleanUpClassified>(history[2]).Problems);
        Assert.Equal("央政公示〔2026〕12号", remedy.Number);
    }

    [Fact]
    public void Who_looked_may_not_judge_and_who_mended_may_not_close()
    {
        var verified = Path("List").And(new Verify(new("看过"), Everyone, Pan.At));
        verified.When(new Classify([Problem.Oral], Everyone, Pan.At)).Refused("cleanup.own-findings");
        verified.When(new Classify([Problem.Oral], Reviewer with { Person = Everyone.Person }, Pan.At)).Refused("cleanup.own-findings");
        var remedied = Classified.And(new Report([Remedy.Reprice], Yuan.Zero, Pan.Approved, Everyone, Pan.At));
        remedied.When(new Finish([], Everyone, Pan.At)).Refused("cleanup.own-remedy");
        remedied.And(new Defer(new("等"), TownClerk, Pan.At)).When(new Finish([], Everyone, Pan.At)).Refused("cleanup.own-remedy");
    }

    [Fact]
    public void Lists_only_what_the_drive_covers()
    {
        var list = (List)EveryAct["List"];
        None.When(list with { State = new Drive.None() }).Refused("drive.unknown");
        None.When(list with { State = new Drive.Closed(Id) }).Refused("drive.closed");
        None.When(list with { State = new Drive.Open(Id, new("盐田合同清理"), [SampleRules.Jiajiahewu]) }).Refused("cleanup.other-village");
        None.When(list with { Subject = new Agreement.None() }).Refused("agreement.unknown");
        var household = Pan.Content with { With = new(PartyKind.Household, PublicName.Of(PartyKind.Household, "卢长河")) };
        None.When(list with { Subject = new Agreement.Registered(Pan.Id, household, 0) }).Refused("cleanup.household");
    }

    [Fact]
    public void A_remedy_needs_an_approved_declaration_that_carries_the_agreement()
    {
        var report = (Report)EveryAct["Report"];
        foreach (var state in new Declaration[] { new Declaration.None(), Pan.InPublicity, Declarations.Road.Revoked.State })
            Classified.When(report with { State = state }).Refused("cleanup.not-approved");
        Classified.When(report with { State = Pan.OfAnother }).Refused("cleanup.not-carried");
        Classified.When(report with { Remedies = [] }).Refused("cleanup.no-remedy");
        Classified.When(report with { Recovered = new(-1) }).Refused("cleanup.negative");
    }

    /// <summary>回头看.</summary>
    [Fact]
    public void A_year_after_it_was_done_another_person_looks_again()
    {
        var (done, recheck) = (Path("List", "Verify", "Classify", "Report", "Finish"), (Recheck)EveryAct["Recheck"]);
        done.When(recheck with { By = TownClerk }).Refused("cleanup.own-closing");
        done.When(recheck with { At = Pan.At.AddYears(1).AddDays(-1) }).Refused("cleanup.recheck-early");
        done.When(recheck with { Findings = new(" ") }).Refused("cleanup.findings-missing");
        done.When(recheck with { By = OtherClerk }).Refused("officer.may-not");
        Assert.Equal((true, "按新合同履行"), Assert.IsType<CleanUpRechecked>(done.When(recheck).Then()) is var x ? (x.Holds, x.Findings.Zh) : default);
        Assert.False(Assert.IsType<CleanUpRechecked>(done.When(recheck with { Holds = false }).Then()).Holds);
    }

    /// <summary>What was recovered is what came in by booked vouchers for this agreement, each counted once (I6).</summary>
    [Fact]
    public void Recovered_money_has_its_vouchers()
    {
        var remedied = Path("List", "Verify", "Classify", "Report");
        Finish By(params NamedIncome[] named) => new Finish(named, TownClerk, Pan.At);
        remedied.When(By(new NamedIncome(July, null, null))).Refused("cleanup.voucher");
        foreach (var other in new[] { Paid with { IsBooked = false }, Paid with { IsTakenBack = true }, Paid with { Agreement = new("09-2026-L-0009") }, Paid with { Agreement = null }, Paid with { Amount = Yuan.Zero } })
            remedied.When(By(new NamedIncome(July, other, null))).Refused("cleanup.voucher");
        remedied.When(By(new NamedIncome(July, Paid, null), new NamedIncome(July, Paid, null))).Refused("cleanup.voucher-twice");
        remedied.When(By(new NamedIncome(July, Paid, new("another-drive")))).Refused("cleanup.voucher-claimed");

        var second = Paid with { Key = new(new(2026, 8), "0812"), Amount = new(12_000_00) };
        var done = Assert.IsType<CleanUpDone>(remedied.When(By(new NamedIncome(July, Paid, null), new NamedIncome(second.Key, second, null))).Then());
        Assert.Equal((new Yuan(42_000_00), 2), (done.Recovered, done.Vouchers!.Count));
        Assert.Equal(Yuan.Zero, Assert.IsType<CleanUpDone>(remedied.When(By()).Then()).Recovered);
    }

    [Fact]
    public void Every_word_that_is_owed_is_asked_for()
    {
        Path("List").When(new Verify(new(" "), OtherClerk, Pan.At)).Refused("cleanup.findings-missing");
        Path("List").When(new Verify(new("坏\u0007"), OtherClerk, Pan.At)).Refused("cleanup.findings-missing");
        Path("List").When(new Defer(new(""), OtherClerk, Pan.At)).Refused("reason.missing");
        Path("List").When(new Litigate(new(""), OtherClerk, Pan.At)).Refused("reason.missing");
    }

    [Fact]
    public void The_village_works_and_the_town_judges()
    {
        foreach (var (act, path) in new[] { ("List", 0), ("Verify", 1), ("Classify", 2), ("Report", 3), ("Finish", 4) })
        {
            var before = Path(new[] { "List", "Verify", "Classify", "Report" }.Take(path).ToArray());
            before.When(EveryAct[act] with { By = Clerk }).Refused("officer.may-not");
            before.When(EveryAct[act] with { By = SecondReviewer }).Then();
        }
        Path("List", "Verify").When(EveryAct["Classify"] with { By = OtherClerk }).Refused("officer.may-not");
        Path("List", "Verify", "Classify", "Report").When(EveryAct["Finish"] with { By = OtherClerk }).Refused("officer.may-not");
    }

    [Fact]
    public void Codes_are_read_as_they_are_written()
    {
        Assert.Equal("TERM_OVER", CleanUpCode.Of(Problem.TermOver));
        Assert.Equal("RE_LET", CleanUpCode.Of(Remedy.ReLet));
        Assert.All(Enum.GetValues<Problem>(), p => Assert.Equal(p, CleanUpCode.Parse<Problem>(CleanUpCode.Of(p))));
        Assert.All(Enum.GetValues<Remedy>(), r => Assert.Equal(r, CleanUpCode.Parse<Remedy>(CleanUpCode.Of(r))));
        Assert.Equal(Problem.ExpiredOccupied, CleanUpCode.Parse<Problem>("expired-occupied"));
        Assert.Null(CleanUpCode.Parse<Problem>("3"));
    }

    private static Scenario<CleanUpCase, CleanUpCommand, CleanUpEvent> Path(params string[] acts) =>
        acts.Aggregate(None, (s, act) => s.And(act == "Sound" ? new Classify([], Reviewer, Pan.At) : EveryAct[act]));

    private static IEnumerable<string> Names<T>() => typeof(T).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(T)) && !t.IsAbstract).Select(t => t.Name).Order();
}
