using Transparency.Contracts.Deadlines;

namespace Transparency.Contracts.Tests.Deadlines;

/// <summary>The most specific row in force holds; a narrower one may only tighten.</summary>
public sealed class DeadlineRulesTests
{
    private static readonly VillageCode Nine = new("09");

    private static readonly DeadlineRule Law = new("X", new("规则"), 5, DayUnit.WorkingDay, new("法"), Scope: RuleScope.Nation);
    private static readonly DeadlineRule Answer = Law with { Limit = Limit.AtMost };

    [Theory]
    [InlineData("2026-01-01", null, 5)]
    [InlineData("2026-06-01", null, 6)]
    [InlineData("2026-06-01", "04", 6)]
    [InlineData("2026-06-01", "09", 8)]
    [InlineData("2027-01-01", "09", 6)]
    public void The_most_specific_row_in_force_on_the_day_holds(string day, string? village, int value)
    {
        var rules = new DeadlineRules([
            Law with { Value = 8, Scope = RuleScope.Village, Village = Nine, InForceFrom = new(2026, 3, 1), InForceUntil = new(2026, 12, 31) },
            Law, Law with { Value = 6, Scope = RuleScope.Town, InForceFrom = new(2026, 2, 1) }]);
        Assert.Empty(rules.Faults());
        Assert.Equal(value, rules.InForce("X", DateOnly.Parse(day), village is null ? null : new VillageCode(village))!.Value);
    }

    [Fact]
    public void A_row_out_of_force_and_a_code_that_nobody_knows_are_told_apart()
    {
        var rules = new DeadlineRules([Law with { InForceFrom = new(2026, 2, 1) }]);
        rules.Count("X", new(2026, 1, 31), null, HolidayTable.Empty).Refused("deadline.not-in-force");
        rules.Count("Y", new(2026, 1, 31), null, HolidayTable.Empty).Refused("deadline.rule-unknown");
    }

    [Theory]
    [InlineData(6, Limit.AtLeast, null)]
    [InlineData(5, Limit.AtLeast, null)]
    [InlineData(4, Limit.AtLeast, "value")]
    [InlineData(6, Limit.AtMost, "value")]
    [InlineData(4, Limit.AtMost, null)]
    public void A_town_may_lengthen_a_window_and_shorten_an_answer_and_not_the_other_way_round(int value, Limit limit, string? fault)
    {
        var wide = limit == Limit.AtLeast ? Law : Answer;
        Assert.Equal(fault, Fault(wide, wide with { Value = value, Scope = RuleScope.Town }));
        Assert.Equal(fault, Fault(wide with { Scope = RuleScope.Town }, wide with { Value = value, Scope = RuleScope.Village, Village = Nine }));
    }

    [Fact]
    public void Rolling_lengthens_so_a_town_may_begin_to_roll_a_window_and_cease_to_roll_an_answer()
    {
        Assert.Null(Fault(Law, Law with { Scope = RuleScope.Town, Rolls = true }));
        Assert.Equal("rolls", Fault(Law with { Rolls = true }, Law with { Scope = RuleScope.Town }));
        Assert.Null(Fault(Answer with { Rolls = true }, Answer with { Scope = RuleScope.Town }));
        Assert.Equal("rolls", Fault(Answer, Answer with { Scope = RuleScope.Town, Rolls = true }));
    }

    [Fact]
    public void What_cannot_be_compared_is_refused()
    {
        var town = Law with { Scope = RuleScope.Town, Value = 30 };
        Assert.Equal("unit", Fault(Law, town with { Unit = DayUnit.CalendarDay }));
        Assert.Equal("unit", Fault(Law, town with { Unit = DayUnit.Month }));
        Assert.Equal("limit", Fault(Law, town with { Limit = Limit.AtMost }));
        Assert.Equal("from", Fault(Law, town with { From = CountFrom.SameDay }));
        Assert.Equal("direction", Fault(Law, town with { Direction = CountDirection.Before }));
    }

    [Fact]
    public void Two_rows_for_one_scope_may_follow_each_other_but_not_overlap()
    {
        var old = Law with { InForceUntil = new(2026, 6, 30) };
        Assert.Null(Fault(old, Law with { Value = 7, InForceFrom = new(2026, 7, 1) }));
        Assert.Equal("no-overlap", Fault(old, Law with { Value = 7, InForceFrom = new(2026, 6, 30) }));
    }

    [Fact]
    public void A_looser_row_of_another_time_or_village_harms_nobody()
    {
        Assert.Null(Fault(Law with { InForceFrom = new(2026, 7, 1) }, Law with { Value = 3, Scope = RuleScope.Town, InForceUntil = new(2026, 6, 30) }));
        Assert.Null(Fault(Law with { Value = 9, Scope = RuleScope.Village, Village = Nine }, Law with { Value = 6, Scope = RuleScope.Village, Village = new("04") }));
    }

    [Theory]
    [InlineData("day-of-month")]
    [InlineData("not-rolled-back")]
    [InlineData("village-of-scope")]
    public void A_row_that_means_nothing_is_named(string fault) => Assert.Equal(fault, Fault(fault switch
    {
        "day-of-month" => Law with { Unit = DayUnit.DayOfNextMonth, Value = 29 },
        "not-rolled-back" => Law with { Direction = CountDirection.Before, Rolls = true },
        _ => Law with { Scope = RuleScope.Village },
    }));

    private static string? Fault(params DeadlineRule[] rows)
    {
        var forwards = In(rows);
        Assert.Equal(forwards, In([.. rows.Reverse()]));
        return forwards;

        static string? In(DeadlineRule[] rows) => new DeadlineRules(rows).Faults().Select(f => f.Wider is null ? f.Expected : f.Column).Distinct().SingleOrDefault();
    }
}
