using Transparency.Contracts.Declarations;
using Transparency.Samples;
using static Transparency.Contracts.Declarations.DeclarationCommand;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Contracts.Tests.Declarations;

public sealed class WindowsAndHashes
{
    [Fact]
    public void A_window_of_five_working_days_skips_Saturday_and_counts_the_make_up_Sunday()
    {
        var opened = Assert.IsType<DeclarationWindowOpened>(Road.ReviewPassed.When(new OpenWindow(Road.Now, Road.Now.Hash, 12, Reviewer, Road.Opening)).Then());
        Assert.Equal(new DateOnly(2026, 9, 24), opened.Window.Last);
        Assert.Equal([new DateOnly(2026, 9, 19)], opened.Window.LeftOut);
        Assert.Equal("央政公示〔2026〕12号", opened.Number.ToString());
        Assert.Equal(new PublicAct(new(2026, 9, 15), Clerk.Unit), opened.Declared);
    }

    [Fact]
    public void It_closes_at_the_last_days_midnight_and_not_a_tick_before()
    {
        var end = Shanghai.EndOf(new(2026, 9, 24));
        Road.InPublicity.When(new CloseWindow([], Officer.System, end.AddTicks(-1))).Refused("declaration.window-open");
        Road.InPublicity.When(new CloseWindow([], Officer.System, end)).Then();
    }

    [Fact]
    public void A_year_without_a_holiday_table_is_refused_not_guessed()
    {
        var december = Shanghai.At(new(2026, 12, 29), new(9, 0));
        Road.ReviewPassed.When(new OpenWindow(Road.Now, Road.Now.Hash, 12, Reviewer, december)).Refused("deadline.year-unknown");
    }

    [Fact]
    public void Approval_waits_for_every_objection()
    {
        Road.WindowClosedWithObjection.When(new Approve(Road.Now.Hash, Approver, Road.AfterWindow)).Refused("declaration.objection-unsettled");
        Road.WindowClosedWithObjection
            .And(new SettleObjection(Road.Upkeep, 1, new(2026, 9, 19), null, true, new("问"), new("与本事项无关"), Reviewer, Road.AfterWindow))
            .When(new Approve(Road.Now.Hash, Approver, Road.AfterWindow)).Then();
    }

    [Fact]
    public void An_objection_before_a_restart_still_wants_its_answer()
    {
        var dearer = Road.Section(Road.Dearer);
        var closedAgain = Road.InPublicity
            .And(new Restart(Road.Dearer, dearer, Road.Basis, new("料价上涨"), [Road.Upkeep], Clerk, Road.InWindow))
            .And(new PassReview(dearer, dearer.Hash, Reviewer, Road.On(22)))
            .And(new OpenWindow(dearer, dearer.Hash, 99, Reviewer, Road.On(22)))
            .And(new CloseWindow([], Officer.System, Road.On(30).AddDays(5)));
        closedAgain.When(new Approve(dearer.Hash, Approver, Road.On(30).AddDays(5))).Refused("declaration.objection-unsettled");
    }

    [Fact]
    public void A_reopened_window_keeps_number_and_counts_rounds_and_editions()
    {
        var dearer = Road.Section(Road.Dearer);
        var passed = Road.Restarted.And(new PassReview(dearer, dearer.Hash, SecondReviewer, Road.On(22)));
        var opened = Assert.IsType<DeclarationWindowOpened>(passed.When(new OpenWindow(dearer, dearer.Hash, 99, Reviewer, Road.On(22))).Then());
        Assert.Equal((12, 2, 2, "料价上涨"), (opened.Number.Ordinal, opened.Round, opened.Edition, opened.ChangeNote!.Zh));
    }

    [Fact]
    public void What_was_seen_is_what_is_passed_opened_and_approved()
    {
        var dearer = Road.Section(Road.Dearer);
        Road.InReview.When(new PassReview(Road.Now, dearer.Hash, Reviewer, Road.On(17))).Refused("content.moved");
        Road.ReviewPassed.When(new OpenWindow(dearer, dearer.Hash, 12, Reviewer, Road.Opening)).Refused("content.moved");
        Road.WindowClosed.When(new Approve(dearer.Hash, Approver, Road.AfterWindow)).Refused("content.moved");
    }

    [Fact]
    public void A_moved_hash_is_refused_with_the_difference()
    {
        var fixedWords = Road.Section(Road.Reworded);
        var closed = Road.InPublicity.And(new FixWording(Road.Reworded, fixedWords, new("改错字"), Reviewer, Road.InWindow))
            .And(new ConfirmWording(fixedWords.Hash, SecondReviewer, Road.InWindow)).And(new CloseWindow([], Officer.System, Road.AfterWindow));
        var refused = Assert.IsType<Decision<DeclarationEvent>.Refused>(closed.When(new Approve(Road.Now.Hash, Approver, Road.AfterWindow)));
        Assert.Equal(Refused.As("content.moved", new Words("field.what")), refused.Why);
    }

    [Fact]
    public void A_wording_fix_may_not_touch_price_party_or_scope() =>
        Road.InPublicity.When(new FixWording(Road.Dearer, Road.Section(Road.Dearer), new("改错字"), Reviewer, Road.InWindow)).Refused("declaration.material-change");

    [Fact]
    public void What_never_was_public_withdraws_without_an_edition() =>
        Assert.Equal(0, Assert.IsType<DeclarationWithdrawn>(Road.Drafted.When(new Withdraw(new("不办了"), Clerk, Road.On(16))).Then()).Edition);
}
