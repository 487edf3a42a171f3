using CsCheck;
using Transparency.Contracts.Deadlines;
using Transparency.Samples;

namespace Transparency.Contracts.Tests.Deadlines;

/// <summary>I32: a narrower row that is let through never gives less time than the wider one where time must be given, nor more where it is taken.</summary>
public sealed class StrictnessTests
{
    private static readonly DeadlineRule Fifteen = new("X", new("规则"), 15, DayUnit.CalendarDay, new("法"), Scope: RuleScope.Nation);

    [Theory]
    [InlineData(15, DayUnit.WorkingDay, Limit.AtLeast, null)]
    [InlineData(14, DayUnit.WorkingDay, Limit.AtLeast, "value")]
    [InlineData(15, DayUnit.WorkingDay, Limit.AtMost, "unit")]
    [InlineData(2, DayUnit.WorkingDay, Limit.AtMost, "unit")]
    [InlineData(1, DayUnit.Month, Limit.AtLeast, "unit")]
    public void A_row_in_another_unit(int value, DayUnit unit, Limit limit, string? fault) =>
        Assert.Equal(fault, Strictness.FaultOf(Fifteen with { Value = value, Unit = unit, Limit = limit }, Fifteen with { Limit = limit }));

    [Theory]
    [InlineData(15, Limit.AtMost, null)]
    [InlineData(16, Limit.AtMost, "value")]
    [InlineData(30, Limit.AtLeast, "unit")]
    public void A_row_of_calendar_days_under_one_of_working_days(int value, Limit limit, string? fault) =>
        Assert.Equal(fault, Strictness.FaultOf(Fifteen with { Value = value, Limit = limit }, Fifteen with { Unit = DayUnit.WorkingDay, Limit = limit }));

    [Fact]
    public void Working_days_end_no_earlier_than_as_many_rolled_calendar_days() =>
        Assert.Null(Strictness.FaultOf(Fifteen with { Unit = DayUnit.WorkingDay }, Fifteen with { Rolls = true }));

    /// <summary>Over any pair of rows, any trigger and any table of holidays.</summary>
    [Fact]
    public void What_is_let_through_is_never_looser_on_any_day()
    {
        var compared = 0;
        var day = Gen.Int[0, 700].Select(n => new DateOnly(2026, 1, 1).AddDays(n));
        var row = Gen.Select(Gen.Int[1, 30], Gen.Int[0, 1], Gen.Int[0, 1], Gen.Bool, Gen.Bool, (value, unit, from, after, rolls) => Fifteen with
        {
            Value = value, Unit = (DayUnit)unit, From = (CountFrom)from, Direction = after ? CountDirection.After : CountDirection.Before, Rolls = after && rolls,
        });
        Gen.Select(row, row, Gen.Bool, day, Gen.Select(day, Gen.Bool).Array[0, 60]).Sample((a, b, atMost, trigger, off) =>
        {
            var limit = atMost ? Limit.AtMost : Limit.AtLeast;
            var (narrow, wide) = (a with { Limit = limit }, b with { Limit = limit });
            if (Strictness.FaultOf(narrow, wide) is not null) return;
            Interlocked.Increment(ref compared);
            var known = Enumerable.Range(2025, 5).Select(y => new Holiday(new(y, 1, 1), false, new("元旦")));
            var table = HolidayTable.Of(off.Select(h => new Holiday(h.Item1, h.Item2, new("假"))).Concat(known).DistinctBy(h => h.Date));
            var longer = End(narrow).DayNumber - End(wide).DayNumber;
            if (narrow.Direction == CountDirection.Before) longer = -longer;
            Assert.True(atMost ? longer <= 0 : longer >= 0, $"{narrow} against {wide} from {trigger}");

            DateOnly End(DeadlineRule rule) => Assert.IsType<Result<Deadline>.Of>(Deadline.Count(rule, trigger, table)).Value.Last;
        }, iter: Amount.OfRandom(20_000));
        Assert.True(compared > 500, $"{compared} pairs were let through");
    }
}
