using Transparency.Contracts.Declarations;
using Transparency.Samples;
using static Transparency.Contracts.Declarations.DeclarationCommand;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Contracts.Tests.Declarations;

/// <summary>A window whose page could not be seen for a while is made longer, never shorter, and for a reason that is public.</summary>
public sealed class LongerWindows
{
    private static readonly Text Reason = new("网页打不开一天半");

    [Fact]
    public void Its_last_day_moves_on_by_working_days_and_holds_for_everything_after()
    {
        var longer = Road.InPublicity.And(new ExtendWindow(2, Reason, Reviewer, Road.InWindow));
        var window = Assert.IsType<Declaration.InPublicity>(longer.State).Window;
        // 24 September is the last day; the 25th to the 27th are the Mid-autumn holiday.
        Assert.Equal((new DateOnly(2026, 9, 29), 2), (window.Last, window.Extended));
        Assert.Contains(new DateOnly(2026, 9, 26), window.LeftOut);
        longer.When(new CloseWindow([], Officer.System, Road.AfterWindow)).Refused("declaration.window-open");
        longer.When(new CloseWindow([], Officer.System, Shanghai.EndOf(new(2026, 9, 29)))).Then();
        Assert.Equal(3, Assert.IsType<Declaration.InPublicity>(longer.And(new ExtendWindow(1, Reason, Reviewer, Road.InWindow)).State).Window.Extended);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(16)]
    public void By_one_to_fifteen_days(int days) => Road.InPublicity.When(new ExtendWindow(days, Reason, Reviewer, Road.InWindow)).Refused("declaration.extension-days");

    [Fact]
    public void Not_without_a_reason_after_its_end_or_by_whoever_declared()
    {
        Road.InPublicity.When(new ExtendWindow(2, new(" "), Reviewer, Road.InWindow)).Refused("reason.missing");
        Road.InPublicity.When(new ExtendWindow(2, Reason, Reviewer, Road.AfterWindow)).Refused("declaration.window-over");
        Road.InPublicity.When(new ExtendWindow(2, Reason, Clerk, Road.InWindow)).Refused("officer.may-not");
    }

    [Fact]
    public void The_same_content_is_approved_after_it()
    {
        var closed = Road.InPublicity.And(new ExtendWindow(2, Reason, Reviewer, Road.InWindow)).And(new CloseWindow([], Officer.System, Shanghai.EndOf(new(2026, 9, 29))));
        Assert.Equal(3, Assert.IsType<DeclarationApproved>(closed.When(new Approve(Road.Now.Hash, Approver, Road.On(30))).Then()).Edition);
        closed.When(new Approve(Road.Now.Hash, Reviewer with { Roles = [Role.TownApprove] }, Road.On(30))).Refused("declaration.own-review");
    }
}
