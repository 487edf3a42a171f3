using Transparency.Contracts.Readings;
using Transparency.Samples;

namespace Transparency.Contracts.Tests.Readings;

/// <summary>Each thing once a day, by local days; nothing without a name.</summary>
public sealed class ReadingTests
{
    private static readonly DateTimeOffset Evening = Shanghai.At(new(2026, 9, 17), new(23, 59));
    private static readonly Reading Letters = new(ReadingKind.Objections, "declarations/d1");

    [Fact]
    public void What_was_looked_at_is_recorded_once_a_day()
    {
        var first = Given().And(Ask(Letters, Evening.AddHours(-9)));
        Assert.Equal([new ReadingRecorded(ReadingKind.Objections, "declarations/d1", SampleOfficers.Reviewer.Sign(Evening.AddHours(-9)))], first.History);
        Assert.Equal(first.History, first.And(Ask(Letters, Evening)).History);
        var next = first.And(Ask(Letters, Evening.AddMinutes(1)));
        Assert.Equal(2, next.History.Count);
        Assert.Equal(3, next.And(Ask(Letters with { Kind = ReadingKind.Proposal }, Evening)).History.Count);
        Assert.Equal(3, next.And(Ask(Letters with { Of = "declarations/d2" }, Evening)).History.Count);
    }

    [Fact]
    public void Nothing_without_a_name_is_recorded()
    {
        Given().When(Ask(Letters with { Of = "" }, Evening)).Refused("reading.nameless");
        Given().When(Ask(Letters with { Of = new string('x', ReadingDecider.Longest + 1) }, Evening)).Refused("reading.nameless");
        Given().And(Ask(Letters with { Of = new string('x', ReadingDecider.Longest) }, Evening));
    }

    private static RecordReading Ask(Reading what, DateTimeOffset at) => new(what, SampleOfficers.Reviewer, at);

    private static Scenario<ReadingMonth, RecordReading, ReadingEvent> Given(params ReadingEvent[] history) => new(ReadingDecider.Law, history);
}
