using System.Text.Json;
using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Proposals;
using Transparency.Publishing.Register;
using Transparency.Samples;
using static Transparency.Samples.SampleProposals;

namespace Transparency.Publishing.Tests.Proposals;

/// <summary>What of a proposal's life becomes public, and when.</summary>
public sealed class ProposalRowTests
{
    private static readonly DateOnly Day = new(2026, 9, 3);
    private static readonly ProposalDisclosed Signed = Disclosing(Bittern(7), Day, Day.AddDays(30));

    /// <summary>Everything that happens before the second signature, and to letters that never get one.</summary>
    public static TheoryData<ProposalEvent> Inside =>
    [
        new ProposalSubmitted(new("bittern"), new("09"), true, Anybody),
        new ProposalAdmitted(Signed.Section, Signed.Hash, Signed.AnswerDue, Office),
        new ProposalReturned(new("标题太长"), Office),
        new ProposalMerged(new("other"), new(2026, 1), Office),
        new ProposalDeclined(new("由县里定"), Office),
    ];

    private static Signature Anybody => By("群众", "a member of the public", Day);

    private static Signature Office => By("镇经管站", "Town economic management station", Day);

    [Theory, MemberData(nameof(Inside))]
    public void Nothing_of_it_is_public_before_the_second_signature(ProposalEvent e) => Assert.Null(Fold(e));

    [Fact]
    public void The_second_signature_makes_the_whole_section_public_and_nothing_else()
    {
        var row = Fold(Signed)!;
        Assert.Equal((Signed.Section, Signed.Hash, Signed.AnswerDue, ProposalStatus.Disclosed, 0, 1), (row.Section, row.Signed.Hash, row.Signed.AnswerDue, row.Status, row.Joined, row.Acts));
        Assert.Equal((Signed.By.At, "2025/7", new CaseEntry(CaseKind.Proposal, "2025/7", new VillageCode("09"), 2025)), (row.LastAct, row.PublicKey, row.Entry));
        Assert.Null(row.Study ?? (object?)row.Answer ?? row.Carrier ?? (object?)row.Result);
    }

    [Fact]
    public void Of_those_that_joined_only_their_number_is_public()
    {
        var row = Fold(Signed, new ProposalJoined(new("canary-joined"), Office), new ProposalJoined(new("canary-joined-too"), Office))!;
        Assert.Equal((2, 3), (row.Joined, row.Acts));
        Assert.DoesNotContain("canary", JsonSerializer.Serialize(row), StringComparison.Ordinal);
    }

    [Fact]
    public void No_row_holds_a_person_or_the_stream_of_a_letter() => Assert.All(
        SampleProposals.All, row => Assert.DoesNotContain("person-sample", JsonSerializer.Serialize(row), StringComparison.Ordinal));

    [Fact]
    public void It_moves_from_state_to_state_and_the_last_unit_and_carrier_hold()
    {
        var (first, second) = (Study("村委会", "Village committee", Day.AddDays(9), Day), Study("镇经管站", "Town station", Day.AddDays(20), Day.AddDays(2)));
        var answer = Answer(ProposalOutcome.Partly, new("装灯采纳。"), 2, Day.AddDays(32));
        var (once, again) = (Carry(new("央政公示", 2026, 12), null, Day.AddDays(40)), Carry(null, new("pier-lights"), Day.AddDays(50)));
        var result = new ProposalResultPosted(new("灯亮了。"), By("镇建设办", "Town works office", Day.AddDays(90)));

        var row = Fold(Signed, first, second)!;
        Assert.Equal((ProposalStatus.Studied, second.Unit, second.Due, 3), (row.Status, row.Study!.Unit, row.Study.Due, row.Acts));
        row = Fold(Signed, first, second, answer)!;
        Assert.Equal((ProposalStatus.Answered, answer.Outcome, answer.Reasons, 2), (row.Status, row.Answer!.Outcome, row.Answer.Reasons, row.Answer.DaysLate));
        row = Fold(Signed, first, second, answer, once, again)!;
        Assert.Equal((ProposalStatus.Carried, again.Carrier), (row.Status, row.Carrier));
        row = Fold(Signed, first, second, answer, once, again, result)!;
        Assert.Equal((ProposalStatus.ResultPosted, result.Result, new PublicAct(Day.AddDays(90), result.By.Unit), 7), (row.Status, row.Result!.What, row.Result.By, row.Acts));
        Assert.Equal(result.By.At, row.LastAct);
    }

    [Fact]
    public void It_stands_with_what_carries_it_out_and_turns_with_the_day_until_it_is_answered()
    {
        var (study, answer) = (Study("村委会", "Village committee", Day.AddDays(9), Day), Answer(ProposalOutcome.Adopted, new("采纳。"), 0, Day.AddDays(9)));
        var number = new DeclarationNumber("央政公示", 2026, 12);
        Assert.Contains(Slices.Turning, Slices.Of(Fold(Signed, study)!));
        Assert.DoesNotContain(Slices.Turning, Slices.Of(Fold(Signed, study, answer)!));
        var carried = Slices.Of(Fold(Signed, study, answer, Carry(number, new("bittern"), Day))!).ToList();
        Assert.All(new[] { Slices.Numbered(number), Slices.Work(new("bittern")), Slices.Works }, slice => Assert.Contains(slice, carried));
        Assert.DoesNotContain(Slices.Numbered(number), Slices.Of(Fold(Signed, study, answer, Carry(number, null, Day), Carry(null, new("bittern"), Day))!));
    }

    [Fact]
    public void Days_over_are_counted_from_the_day_after_the_last_one_and_only_while_it_waits()
    {
        var last = Day.AddDays(30);
        Assert.Equal([0, 0, 1, 9], new[] { last.AddDays(-1), last, last.AddDays(1), last.AddDays(9) }.Select(Fold(Signed)!.DaysOver));
        Assert.Equal(0, Fold(Signed, Study("村委会", "Village committee", last, Day), Answer(ProposalOutcome.No, new("不采纳。"), 4, last.AddDays(4)))!.DaysOver(last.AddDays(9)));
    }

    private static ProposalOnRegister? Fold(params ProposalEvent[] events) =>
        events.Aggregate((ProposalOnRegister?)null, (now, e) => ProposalOnRegister.Evolve(now, "proposal/bittern", e));
}
