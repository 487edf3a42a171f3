using CsCheck;
using Transparency.Contracts.Disclosure;
using Transparency.Contracts.Disclosure.Reports;
using Transparency.Samples;
using static Transparency.Contracts.Disclosure.Reports.ReportCommand;
using static Transparency.Contracts.Tests.Disclosure.Quarter;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Contracts.Tests.Disclosure;

public sealed class ReportTests
{
    [Fact]
    public void A_signed_report_is_public_with_what_was_prepared_and_by_whom()
    {
        var disclosed = Assert.IsType<ReportDisclosed>(None.And(Preparing).When(Signing).Then());
        Assert.Equal((1, "收到救灾款 12,000 元", new DateOnly(2026, 7, 13), "固堤场村委会", "固堤场村务监督委员会"), (disclosed.Edition, disclosed.Section.Words.Zh, disclosed.Prepared.On, disclosed.Prepared.Unit.Zh, disclosed.By.Unit.Zh));
        Assert.Equal(disclosed.Section.Hash, disclosed.Hash);
        Assert.Equal(("政府补助、救灾救助和捐赠", "村民委员会"), (disclosed.Section.Name.Zh, disclosed.Section.Body.Zh));
    }

    [Fact]
    public void A_zero_report_is_signed_like_any_other()
    {
        var disclosed = Assert.IsType<ReportDisclosed>(None.And(Preparing with { Words = Zero }).When(Signing with { Seen = HashOf(Zero) }).Then());
        Assert.True(disclosed.Section.Nothing);
    }

    [Fact]
    public void Words_fit_what_is_said()
    {
        None.When(Preparing with { Words = new(false, new(" "), null) }).Refused("report.text-missing");
        None.When(Preparing with { Words = Written with { Nothing = true } }).Refused("report.nothing-and-text");
        None.When(Preparing with { Words = Written with { Words = new("a\u0001") } }).Refused("text.unclean");
        None.And(Preparing).When(new Return(new(" "), Supervision, On(14))).Refused("reason.missing");
    }

    [Fact]
    public void Only_what_is_owed_is_reported_and_only_once_its_period_is_over()
    {
        For("nonsense", "2026-Q2", 13).Refused("report.obligation-unknown");
        For("escrow-statement", "2026-08", 13).Refused("report.evidence");
        For("grants", "2026-06", 13).Refused("report.period-kind");
        For("grants", "2026", 13).Refused("report.period-kind");
        For("grants", "2026-Q1", 13).Refused("report.not-in-force");
        For("grants", "2026-Q3", 13).Refused("report.period-runs");
        None.When(Preparing with { At = Shanghai.At(new(2026, 6, 30), new(23, 59)) }).Refused("report.period-runs");
        None.When(Preparing with { At = Shanghai.At(new(2026, 7, 1), new(0, 0)) }).Then();
        var elsewhere = Everyone with { Villages = [new("77")] };
        None.When(Preparing with { Of = Of with { Village = new("77") }, By = elsewhere }).Refused("village.unknown");
        static Decision<ReportEvent> For(string obligation, string period, int day) => None.When(new Prepare(new(obligation, SampleRules.Gudichang, Period.Parse(period)!.Value), Written, OtherClerk, On(day)));
    }

    [Fact]
    public void Each_act_needs_its_role_and_the_village_its_own_officers()
    {
        None.When(Preparing with { By = Clerk }).Refused("officer.may-not");
        None.When(Preparing with { By = Supervision }).Refused("officer.may-not");
        None.And(Preparing).When(Signing with { By = FinanceGroup }).Refused("officer.may-not");
        None.And(Preparing).When(new Return(new("改"), OtherClerk, On(14))).Refused("officer.may-not");
    }

    [Fact]
    public void Nobody_signs_or_returns_an_own_report_and_the_signature_pins_what_was_seen()
    {
        var own = None.And(Preparing with { By = Everyone });
        own.When(Signing with { By = Everyone }).Refused("report.own-report");
        own.When(new Return(new("改"), Everyone, On(14))).Refused("report.own-report");
        None.And(Preparing).And(Preparing with { Words = Zero, At = On(14) }).When(Signing).Refused("content.moved");
    }

    /// <summary>I38: fifteen days on the notice board, posting and taking down on record.</summary>
    [Fact]
    public void What_is_public_hangs_on_the_board_for_fifteen_days_and_no_day_less()
    {
        var disclosed = None.And(Preparing).And(Signing);
        var posted = Assert.IsType<ReportPosted>(disclosed.When(Posting).Then());
        Assert.Equal((1, new DateOnly(2026, 7, 16), new DateOnly(2026, 7, 31)), (posted.Edition, posted.Stands.Trigger, posted.Stands.Last));
        var hanging = disclosed.And(Posting);
        hanging.When(new TakeDown(new(2026, 7, 31), Supervision, On(31))).Refused("report.board-runs");
        hanging.When(new TakeDown(new(2026, 7, 31), Supervision, August(1))).Refused("report.taken-down-too-soon");
        hanging.When(new TakeDown(new(2026, 8, 2), Supervision, August(1))).Refused("report.in-future");
        Assert.Equal(new ReportTakenDown(1, new(2026, 8, 1), Supervision.Sign(August(1))), hanging.When(new TakeDown(new(2026, 8, 1), Supervision, August(1))).Then());
        hanging.And(new TakeDown(new(2026, 8, 1), Supervision, August(1))).When(new TakeDown(new(2026, 8, 2), Supervision, August(2))).Refused("report.taken-down-already");
    }

    [Fact]
    public void Only_what_is_public_is_posted_once_for_each_edition_by_the_committee_and_on_a_day_that_was()
    {
        None.And(Preparing).When(Posting).Refused("report.not-now");
        None.And(Preparing).When(new TakeDown(new(2026, 8, 1), Supervision, August(1))).Refused("report.not-now");
        var disclosed = None.And(Preparing).And(Signing);
        disclosed.When(new TakeDown(new(2026, 8, 1), Supervision, August(1))).Refused("report.not-posted");
        disclosed.When(Posting with { By = OtherClerk }).Refused("officer.may-not");
        disclosed.When(Posting with { On = new(2026, 7, 14) }).Refused("report.posted-too-soon");
        disclosed.When(Posting with { On = new(2026, 7, 17) }).Refused("report.in-future");
        disclosed.And(Posting).When(Posting with { At = On(17) }).Refused("report.posted-already");
        var corrected = disclosed.And(Posting).And(Preparing with { Words = Correction, At = On(20) }).And(Signing with { Seen = HashOf(Correction), At = On(21) });
        Assert.Equal(2, Assert.IsType<ReportPosted>(corrected.When(Posting with { On = new(2026, 7, 21), At = On(21) }).Then()).Edition);
    }

    /// <summary>The law has wanted it since 1 January 2026; a village's own longer row holds.</summary>
    [Fact]
    public void It_is_counted_by_the_row_of_the_day_of_posting()
    {
        var disclosed = None.And(Preparing).And(Signing);
        var without = SampleRules.Book with { Deadlines = new([.. SampleRules.Book.Deadlines.Rows.Select(d => d.Code == ReportDecider.BoardRule ? d with { InForceFrom = new(2027, 1, 1) } : d)]) };
        ReportDecider.Law.Decide(without, disclosed.State, Posting).Refused("deadline.not-in-force");
        var own = ReportDecider.Law.Decide(SampleRules.Book.WithRowOf(SampleRules.Gudichang, ReportDecider.BoardRule, 20), disclosed.State, Posting).Then();
        Assert.Equal(new DateOnly(2026, 8, 5), Assert.IsType<ReportPosted>(own).Stands.Last);
    }

    private static readonly Post Posting = new(new(2026, 7, 16), Supervision, On(16));

    private static DateTimeOffset August(int day) => Shanghai.At(new(2026, 8, day), new(9, 0));

    [Fact]
    public void A_correction_is_a_new_edition_that_says_what_changed()
    {
        var disclosed = None.And(Preparing).And(Signing);
        disclosed.When(Preparing with { Words = Written, At = On(20) }).Refused("report.note-missing");
        var again = Assert.IsType<ReportDisclosed>(disclosed.And(Preparing with { Words = Correction, At = On(20) }).When(Signing with { Seen = HashOf(Correction), At = On(21) }).Then());
        Assert.Equal((2, "漏列一笔"), (again.Edition, again.Section.Note!.Zh));
    }

    /// <summary>Random acts of random officers: whatever became public was signed by another person than the one who prepared just these words.</summary>
    [Fact]
    public void Four_eyes_whoever_acts()
    {
        Officer[] officers = [OtherClerk, Supervision, Everyone, FinanceGroup, Everyone with { Id = new("twin"), Person = new("person-twin") }];
        ReportWords[] words = [Written, Zero, Correction];
        var signed = 0;
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, officers.Length - 1], Gen.Int[0, 2]).Array[3, 20].Sample(steps =>
        {
            List<ReportEvent> history = [];
            foreach (var ((act, who, which), i) in steps.Select((s, i) => (s, i)))
            {
                var at = On(1).AddHours(i);
                ReportCommand command = act switch
                {
                    0 => new Return(new("改"), officers[who], at),
                    1 => new Prepare(Of, words[which], officers[who], at),
                    _ => new Sign(HashOf(words[which]), officers[who], at),
                };
                if (ReportDecider.Law.Decide(SampleRules.Book, ReportDecider.Law.Fold(history), command) is Decision<ReportEvent>.Accepted yes) history.AddRange(yes.Events);
            }
            foreach (var (disclosed, i) in history.Select((e, i) => (e as ReportDisclosed, i)).Where(x => x.Item1 is not null))
            {
                var prepared = history.Take(i).OfType<ReportPrepared>().Last();
                Assert.NotEqual(prepared.By.Person, disclosed!.By.Person);
                Assert.Equal(prepared.Hash, disclosed.Hash);
                Interlocked.Increment(ref signed);
            }
        }, iter: Amount.OfRandom(3_000));
        Assert.True(signed > 500, $"{signed} reports were signed");
    }
}
