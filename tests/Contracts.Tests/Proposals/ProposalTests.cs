using System.Text;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Proposals;
using Transparency.Samples;
using static Transparency.Contracts.Tests.Proposals.Bittern;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Contracts.Tests.Proposals;

public sealed class ProposalTests
{
    [Fact]
    public void Arrives_from_anybody_and_its_event_has_no_word_of_the_letter()
    {
        var sent = Assert.IsType<ProposalSubmitted>(None.When(Sending).Then());
        Assert.Equal(new ProposalSubmitted(Id, SampleRules.Gudichang, true, ProposalDecider.Anybody.Sign(Sending.At)), sent);
        Assert.Empty(ProposalDecider.Anybody.Roles);
        None.When(Sending with { Letter = Letter with { Village = null, Name = null, Contact = null, MayBeNamed = false } }).Then();
    }

    [Fact]
    public void A_letter_says_something_in_words_that_can_be_kept()
    {
        With(Letter with { Village = new("77") }).Refused(Nature.NotNow, "village.unknown", "village");
        With(Letter with { Words = "\u0007好" }).Refused(Nature.Mend, "text.character", "words");
        With(Letter with { Words = new('好', 5001) }).Refused(Nature.Mend, "proposal.too-long", "words");
        With(Letter with { Words = new('好', 5000) }).Then();
        With(Letter with { Name = new('王', 101) }).Refused(Nature.Mend, "proposal.too-long", "name");
        With(Letter with { Name = "王\u0000" }).Refused(Nature.Mend, "text.character", "name");
        With(Letter with { Contact = new('1', 201) }).Refused(Nature.Mend, "proposal.too-long", "contact");
        With(Letter with { Contact = "1\u0000" }).Refused(Nature.Mend, "text.character", "contact");
        With(Letter with { Name = null }).Refused(Nature.Mend, "proposal.name-missing", "name");
        With(Letter with { Name = "\u200b" }).Refused(Nature.Mend, "proposal.name-missing", "name");
        static Decision<ProposalEvent> With(ProposalLetter letter) => None.When(Sending with { Letter = letter });
    }

    /// <summary>White space, and what no font shows: zero width space, word joiner, byte order mark, soft hyphen, a fillers' blank, a mark that stands on nothing.</summary>
    [Theory]
    [InlineData("")]
    [InlineData(" \n\t　")]
    [InlineData("\u200b\u2060\ufeff\u00ad")]
    [InlineData("\u3164\u2800")]
    [InlineData("\ufe0f\u034f")]
    public void Words_that_nobody_sees_are_none(string nothing)
    {
        var empty = new Text(nothing);
        None.When(Sending with { Letter = Letter with { Words = nothing } }).Refused(Nature.Mend, "proposal.words-missing", "words");
        Submitted.When(Admitting with { Words = Wording with { Title = empty } }).Refused(Nature.Mend, "proposal.title-missing", "title");
        Submitted.When(Admitting with { Words = Wording with { Title = new("标题", nothing) } }).Refused(Nature.Mend, "proposal.title-missing", "title");
        Submitted.When(Admitting with { Words = Wording with { Body = empty } }).Refused(Nature.Mend, "proposal.body-missing", "body");
        Submitted.When(Declining with { Reason = empty }).Refused(Nature.Mend, "reason.missing", "reason");
        Admitted.When(Returning with { Reason = empty }).Refused(Nature.Mend, "reason.missing", "reason");
        Disclosed.When(Studying with { Unit = empty }).Refused(Nature.Mend, "proposal.unit-missing", "unit");
        Studied.When(Answering with { Reasons = empty }).Refused(Nature.Mend, "proposal.answer-missing", "reasons");
        Carried.When(Posting with { Result = empty }).Refused(Nature.Mend, "proposal.result-missing", "result");
    }

    [Fact]
    public void Words_that_cannot_be_kept_are_refused_everywhere()
    {
        var bell = new Text("好\u0007");
        Submitted.When(Admitting with { Words = Wording with { Title = bell } }).Refused(Nature.Mend, "text.character", "title");
        Submitted.When(Admitting with { Words = Wording with { Title = new(new('长', 101)) } }).Refused(Nature.Mend, "proposal.too-long", "title");
        Submitted.When(Admitting with { Words = Wording with { Title = new("短", new('l', 101)) } }).Refused(Nature.Mend, "proposal.too-long", "title");
        Submitted.When(Admitting with { Words = Wording with { Title = new(new('长', 100)) } }).Then();
        Submitted.When(Admitting with { Words = Wording with { Body = bell } }).Refused(Nature.Mend, "text.character", "body");
        Admitted.When(Admitting with { Words = Wording with { Body = bell } }).Refused(Nature.Mend, "text.character", "body");
        Submitted.When(Declining with { Reason = bell }).Refused(Nature.Mend, "text.character", "reason");
        Admitted.When(Returning with { Reason = bell }).Refused(Nature.Mend, "text.character", "reason");
        Disclosed.When(Studying with { Unit = bell }).Refused(Nature.Mend, "text.character", "unit");
        Studied.When(Answering with { Reasons = bell }).Refused(Nature.Mend, "text.character", "reasons");
        Carried.When(Posting with { Result = bell }).Refused(Nature.Mend, "text.character", "result");
    }

    [Fact]
    public void Is_admitted_with_number_and_clock_and_public_when_another_person_signs()
    {
        var admitted = Assert.IsType<ProposalAdmitted>(Submitted.When(Admitting).Then());
        Assert.Equal(("2026/7", new DateOnly(2026, 9, 3), new DateOnly(2026, 10, 3)), (admitted.Section.Number.ToString(), admitted.Section.Admitted, admitted.AnswerDue.Last));

        var disclosed = Assert.IsType<ProposalDisclosed>(Admitted.When(Signing).Then());
        Assert.Equal((admitted.Section, admitted.Hash, admitted.AnswerDue.Last), (disclosed.Section, disclosed.Hash, disclosed.AnswerDue.Last));
        Assert.Equal(new PublicAct(new(2026, 9, 3), Reviewer.Unit), disclosed.Admitted);
    }

    [Fact]
    public void The_clock_runs_from_the_local_day_and_a_town_without_the_rule_admits_nothing()
    {
        var lateAtNight = Shanghai.At(new(2026, 12, 31), new(23, 59));
        var admitted = Assert.IsType<ProposalAdmitted>(Submitted.When(Admitting with { At = lateAtNight }).Then());
        Assert.Equal((2026, new DateOnly(2027, 1, 30)), (admitted.Section.Number.Year, admitted.AnswerDue.Last));
        Assert.Equal(2027, Assert.IsType<ProposalAdmitted>(Submitted.When(Admitting with { At = lateAtNight.AddMinutes(1) }).Then()).Section.Number.Year);

        var without = SampleRules.Book with { Deadlines = new([.. SampleRules.Book.Deadlines.Rows.Where(r => r.Code != ProposalDecider.AnswerRule)]) };
        ProposalDecider.Law.Decide(without, Submitted.State, Admitting).Refused("deadline.rule-unknown");
    }

    [Fact]
    public void Worded_anew_it_keeps_number_and_clock()
    {
        var again = Admitted.And(Returning).And(Admitting with { Words = Wording with { Title = new("回收苦卤") }, NextOrdinal = 9, At = On(9, 20) });
        var section = SectionOf(again);
        Assert.Equal((new ProposalNumber(2026, 7), new DateOnly(2026, 9, 3), new DateOnly(2026, 10, 3), "回收苦卤"), (section.Number, section.Admitted, section.AnswerDue, section.Title.Zh));
        again.When(Signing).Refused(Nature.Moved, "content.moved");
        var disclosed = Assert.IsType<ProposalDisclosed>(again.When(Signing with { Seen = section.Hash }).Then());
        Assert.Equal(new(2026, 9, 20), disclosed.Admitted.On);
        Admitted.And(Admitting with { Words = Wording with { Title = new("回收苦卤") } }).When(Signing).Refused(Nature.Moved, "content.moved");
    }

    [Fact]
    public void Its_author_is_masked_and_only_named_when_that_was_agreed()
    {
        Assert.Equal("欧阳某（个人）", SectionOf(Admitted).Author?.Zh);
        Assert.DoesNotContain("建国", Encoding.UTF8.GetString(SectionOf(Admitted).Canonical()), StringComparison.Ordinal);
        Assert.Null(SectionOf(None.And(Sending with { Letter = Letter with { MayBeNamed = false } }).And(Admitting)).Author);
        Assert.Null(SectionOf(Submitted.And(Admitting with { Author = null })).Author);
        Assert.Null(SectionOf(Submitted.And(Admitting with { Author = "\u200b " })).Author);
    }

    [Fact]
    public void Who_worded_it_neither_signs_nor_returns_nor_answers_it()
    {
        var secondHat = Everyone with { Person = Reviewer.Person };
        Admitted.When(Signing with { By = secondHat }).Refused(Nature.NotYours, "proposal.own-admission");
        Admitted.When(Returning with { By = secondHat }).Refused(Nature.NotYours, "proposal.own-admission");
        Studied.When(Answering with { By = secondHat }).Refused(Nature.NotYours, "proposal.own-admission");

        var wordedByTwo = Admitted.And(Returning).And(Admitting with { By = Everyone });
        wordedByTwo.When(Signing with { By = Reviewer }).Refused(Nature.NotYours, "proposal.own-admission");
        wordedByTwo.When(Signing with { By = Everyone }).Refused(Nature.NotYours, "proposal.own-admission");
        wordedByTwo.When(Signing).Then();
        Assert.Equal(Signing.By.Person, ((Proposal.Answered)Answered.State).Answer.By);
    }

    [Fact]
    public void Who_answered_does_not_say_what_came_of_it()
    {
        Carried.When(Posting with { By = Everyone with { Person = SecondReviewer.Person } }).Refused(Nature.NotYours, "proposal.own-answer");
        var twice = Carried.And(Carrying with { Declaration = null });
        twice.When(Posting with { By = Everyone with { Person = SecondReviewer.Person } }).Refused(Nature.NotYours, "proposal.own-answer");
        Carried.When(Posting with { By = Everyone }).Then();
    }

    [Fact]
    public void Every_act_needs_the_role_that_the_matters_row_names()
    {
        foreach (var act in new ProposalCommand[] { Admitting, Merging, Declining }) Submitted.When(act with { By = TownClerk }).Refused(Nature.NotYours, "officer.may-not");
        foreach (var act in new ProposalCommand[] { Returning, Signing }) Admitted.When(act with { By = TownClerk }).Refused(Nature.NotYours, "officer.may-not");
        foreach (var act in new ProposalCommand[] { Joining, Studying }) Disclosed.When(act with { By = Approver }).Refused(Nature.NotYours, "officer.may-not");
        Studied.When(Answering with { By = Approver }).Refused(Nature.NotYours, "officer.may-not");
        Answered.When(Carrying with { By = Reviewer }).Refused(Nature.NotYours, "officer.may-not");
        Carried.When(Posting with { By = Reviewer }).Refused(Nature.NotYours, "officer.may-not");
        ProposalDecider.Law.Decide(SampleRules.Book with { Matters = new Dictionary<string, Town.Matter>() }, Submitted.State, Admitting).Refused(Nature.NotNow, "matter.unknown");
    }

    [Fact]
    public void A_row_may_give_each_hand_to_another_role_and_a_village_role_holds_in_its_village()
    {
        var row = SampleRules.Book.Matters[ProposalDecider.Matter] with { Declarant = Role.Village, Approver = Role.TownApprove };
        var book = SampleRules.Book with { Matters = new Dictionary<string, Town.Matter>(SampleRules.Book.Matters) { [row.Code] = row } };
        Decide(Studied, Answering with { By = SecondReviewer }).Refused(Nature.NotYours, "officer.may-not");
        Decide(Studied, Answering with { By = Approver }).Then();
        Decide(Carried, Posting with { By = Clerk }).Refused(Nature.NotYours, "officer.may-not");
        Decide(Carried, Posting with { By = OtherClerk }).Then();
        Decision<ProposalEvent> Decide(Scenario<Proposal, ProposalCommand, ProposalEvent> s, ProposalCommand c) => ProposalDecider.Law.Decide(book, s.State, c);
    }

    [Fact]
    public void Is_merged_only_into_another_one_that_is_public()
    {
        var merged = Assert.IsType<ProposalMerged>(Submitted.When(Merging).Then());
        Assert.Equal((Other, new ProposalNumber(2026, 6)), (merged.Into, merged.Number));
        Submitted.When(Merging with { Into = Id }).Refused(Nature.Mend, "proposal.into-itself", "into");
        Submitted.When(Merging with { Into = new("third") }).Refused(Nature.Mend, "proposal.other-not-public", "into");
        foreach (var other in new[] { "None", "Submitted", "Merged", "NotOurs", "Admitted", "Returned" })
            None.And(Sending with { Id = new("new") }).When(Merging with { Into = Id, Other = Everywhere[other].State }).Refused(Nature.Mend, "proposal.other-not-public", "into");
        foreach (var other in new[] { "Disclosed", "Studied", "Answered", "Carried", "ResultPosted" })
            None.And(Sending with { Id = new("new") }).When(Merging with { Into = Id, Other = Everywhere[other].State }).Then();
    }

    [Fact]
    public void Those_merged_into_it_are_counted_once_and_stay_counted()
    {
        Disclosed.And(Joining).When(Joining).Refused(Nature.Twice, "proposal.joined-already");
        var life = Disclosed.And(Joining).And(Studying).And(Answering).And(Joining with { Joined = new("third") }).And(Carrying).And(Posting);
        Assert.Equal([Other, new("third")], Assert.IsType<Proposal.ResultPosted>(life.State).Joined);
    }

    [Fact]
    public void A_units_day_lies_between_today_and_the_answers_own()
    {
        Disclosed.When(Studying with { Due = new(2026, 9, 6) }).Refused(Nature.Mend, "proposal.due-past", "due");
        Disclosed.When(Studying with { Due = new(2026, 9, 7) }).Then();
        Disclosed.When(Studying with { Due = new(2026, 10, 3) }).Then();
        Disclosed.When(Studying with { Due = new(2026, 10, 4) }).Refused(Nature.Mend, "proposal.due-after-answer", "due");
        Disclosed.When(Studying with { At = On(10, 3), Due = new(2026, 10, 4) }).Refused(Nature.Mend, "proposal.due-after-answer", "due");
        Disclosed.When(Studying with { At = On(10, 4), Due = new(2026, 10, 9) }).Then();
        var other = Assert.IsType<Proposal.Studied>(Studied.And(Studying with { Unit = new("镇农业办"), Due = new(2026, 9, 28) }).State);
        Assert.Equal(("镇农业办", new(2026, 9, 28)), (other.Unit.Zh, other.Due));
    }

    /// <summary>In time until 24:00 of the last day; a late answer is lawful and says how late it is.</summary>
    [Theory]
    [InlineData(10, 3, 23, 59, 0)]
    [InlineData(10, 4, 0, 0, 1)]
    [InlineData(10, 15, 10, 0, 12)]
    public void An_answer_says_how_late_it_is(int month, int day, int hour, int minute, int late)
    {
        var answered = Assert.IsType<ProposalAnswered>(Studied.When(Answering with { At = Shanghai.At(new(2026, month, day), new(hour, minute)) }).Then());
        Assert.Equal(late, answered.DaysLate);
    }

    [Fact]
    public void Is_carried_by_a_declaration_or_work_that_the_public_can_see()
    {
        var carried = Assert.IsType<ProposalCarried>(Answered.When(Carrying).Then());
        Assert.Equal(new ProposalCarrier(new("央政公示", 2026, 12), Work), carried.Carrier);
        Answered.When(Carrying with { Declaration = null }).Then();
        Answered.When(Carrying with { Work = null }).Then();
        Answered.When(Carrying with { Declaration = null, Work = null }).Refused(Nature.Mend, "proposal.carrier-missing");
        Answered.When(Carrying with { WorkIsPublic = false }).Refused(Nature.Mend, "proposal.work-not-public", "work");
        Answered.When(Carrying with { Declaration = new Declaration.None() }).Refused(Nature.Mend, "proposal.declaration-not-public", "declaration");
        var file = ((Declaration.Known)Opened).Case;
        Answered.When(Carrying with { Declaration = new Declaration.Drafted(file with { Edition = 0, Number = null }) }).Refused(Nature.Mend, "proposal.declaration-not-public", "declaration");
        foreach (var ended in new Declaration[] { new Declaration.Refused(file), new Declaration.Withdrawn(file), new Declaration.Revoked(file) })
            Answered.When(Carrying with { Declaration = ended }).Refused(Nature.Mend, "proposal.declaration-not-public", "declaration");
        Carried.When(Carrying).Refused(Nature.Twice, "proposal.carried-already");
        Assert.Equal(new(null, Work), Assert.IsType<Proposal.Carried>(Carried.And(Carrying with { Declaration = null }).State).Carrier);
    }

    [Fact]
    public void What_was_not_adopted_is_carried_by_nothing()
    {
        Studied.And(Answering with { Outcome = ProposalOutcome.No }).When(Carrying).Refused(Nature.NotNow, "proposal.not-adopted");
        Studied.And(Answering with { Outcome = ProposalOutcome.Partly }).When(Carrying).Then();
    }

    [Fact]
    public void The_section_is_these_bytes_and_no_others()
    {
        Assert.Equal(
            """
            {"number":"2026/7","village":"09","villageName":{"zh":"固堤场村","en":"Gudichang Village"},"town":{"zh":"央子镇","en":"Yangzi Town"},"law":"政府信息公开条例 20","received":"2026-09-01","admitted":"2026-09-03","answerDue":"2026-10-03","title":{"zh":"回收晒盐剩下的苦卤","en":"Recover the bittern left by salt making"},"body":{"zh":"苦卤可以熬出氯化镁，先小规模试试。"},"author":{"zh":"欧阳某（个人）","en":"a private person (name masked)"}}
            """, Encoding.UTF8.GetString(SectionOf(Admitted).Canonical()));
        Assert.Equal(
            """
            {"number":"2026/7","town":{"zh":"央子镇","en":"Yangzi Town"},"law":"政府信息公开条例 20","received":"2026-09-01","admitted":"2026-09-03","answerDue":"2026-10-03","title":{"zh":"回收晒盐剩下的苦卤","en":"Recover the bittern left by salt making"},"body":{"zh":"苦卤可以熬出氯化镁，先小规模试试。"}}
            """, Encoding.UTF8.GetString(SectionOf(None.And(Sending with { Letter = Letter with { Village = null } }).And(Admitting with { Author = null })).Canonical()));
    }

    [Theory]
    [InlineData("2026/7", 2026, 7)]
    [InlineData("2026/1204", 2026, 1204)]
    public void A_number_is_read_as_it_is_written(string text, int year, int ordinal)
    {
        Assert.Equal(new ProposalNumber(year, ordinal), ProposalNumber.Parse(text));
        Assert.Equal(text, new ProposalNumber(year, ordinal).ToString());
    }

    [Theory]
    [InlineData("2026")]
    [InlineData("26/7")]
    [InlineData("2026/0")]
    [InlineData("2026/07")]
    [InlineData("2026/12345")]
    [InlineData("2026/-1")]
    [InlineData("２０２６/7")]
    [InlineData("2026/7/1")]
    public void Anything_else_is_no_number(string text) => Assert.Null(ProposalNumber.Parse(text));
}
