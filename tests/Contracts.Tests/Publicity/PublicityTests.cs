using Transparency.Contracts.Declarations;
using Transparency.Contracts.Publicity;
using Transparency.Contracts.Tests.Declarations;
using Transparency.Samples;

namespace Transparency.Contracts.Tests.Publicity;

/// <summary>Looks at a window's page: by the system alone, once in three hours, and only while the window runs.</summary>
public sealed class PublicityTests
{
    private static readonly Scenario<WindowChecks, RecordCheck, PublicityChecked> None = new(PublicityDecider.Law, []);

    [Fact]
    public void Are_recorded_with_round_and_edition_as_they_stand()
    {
        var happened = None.When(Look(Road.InPublicity.State, Road.InWindow)).Then();
        Assert.Equal(new PublicityChecked(Road.Id, 1, 1, CheckResult.Stood, Hash, 200, Road.InWindow), happened);
        var again = Road.Restarted
            .And(new DeclarationCommand.PassReview(Road.Section(Road.Dearer), Road.Section(Road.Dearer).Hash, SampleOfficers.Reviewer, Road.On(22)))
            .And(new DeclarationCommand.OpenWindow(Road.Section(Road.Dearer), Road.Section(Road.Dearer).Hash, 13, SampleOfficers.Reviewer, Road.On(22)));
        var second = None.When(Look(again.State, Road.On(23))).Then();
        Assert.Equal((2, 2), (second.Round, second.Edition));
    }

    [Fact]
    public void There_is_one_in_three_hours()
    {
        var looked = None.And(Look(Road.InPublicity.State, At(9, 5)));
        looked.When(Look(Road.InPublicity.State, At(11, 59))).Refused("publicity.checked-already");
        looked.When(Look(Road.InPublicity.State, At(12, 0))).Then();
        looked.When(Look(Road.InPublicity.State, At(9, 5).AddDays(1))).Then();
    }

    [Fact]
    public void None_is_taken_outside_the_window_or_from_a_person()
    {
        var ends = Shanghai.EndOf(new(2026, 9, 24));
        None.When(Look(Road.InPublicity.State, ends.AddTicks(-1))).Then();
        None.When(Look(Road.InPublicity.State, ends)).Refused("publicity.no-window");
        foreach (var state in Road.Everywhere.Where(s => s.Key != "InPublicity")) None.When(Look(state.Value.State, Road.InWindow)).Refused("publicity.no-window");
        foreach (var officer in SampleOfficers.All.Where(o => o.Id != Officer.System.Id)) None.When(Look(Road.InPublicity.State, Road.InWindow) with { By = officer }).Refused("officer.may-not");
    }

    [Theory]
    [InlineData("2026-09-18T08:59:59+08:00", "2026-09-18T06:00:00+08:00")]
    [InlineData("2026-09-18T09:00:00+08:00", "2026-09-18T09:00:00+08:00")]
    [InlineData("2026-09-17T16:30:00+00:00", "2026-09-18T00:00:00+08:00")]
    [InlineData("2026-09-18T15:59:00+00:00", "2026-09-18T21:00:00+08:00")]
    public void Slots_begin_at_full_hours_of_local_time(string at, string slot) =>
        Assert.Equal(DateTimeOffset.Parse(slot).ToUniversalTime(), PublicitySlots.Of(DateTimeOffset.Parse(at)));

    [Fact]
    public void A_window_of_a_day_has_the_slots_that_it_touches()
    {
        var slots = PublicitySlots.Between(At(10, 0), Shanghai.EndOf(new(2026, 9, 19))).ToList();
        Assert.Equal(5 + 8, slots.Count);
        Assert.Equal(At(9, 0), slots[0]);
        Assert.Equal(slots.Distinct(), slots);
    }

    private static readonly ContentHash Hash = new(new string('a', 64));

    private static DateTimeOffset At(int hour, int minute) => Shanghai.At(new(2026, 9, 18), new(hour, minute));

    private static RecordCheck Look(Declaration state, DateTimeOffset at) => new(state, CheckResult.Stood, Hash, 200, Officer.System, at);
}
