using Transparency.Contracts.Agreements;
using Transparency.Samples;

namespace Transparency.Contracts.Tests;

/// <summary>The one rule for characters, days and commas that every door asks.</summary>
public sealed class TypedValues
{
    private static readonly DateOnly Today = new(2026, 9, 18);

    [Theory]
    [InlineData("a\uFFFE", "text.character", 2, "U+FFFE")]
    [InlineData("\uFDD0", "text.character", 1, "U+FDD0")]
    [InlineData("𠮷\U0010FFFF", "text.character", 2, "U+10FFFF")]
    [InlineData("a\u0085", "text.character", 2, "U+0085")]
    [InlineData("a\r", "text.character", 2, "U+000D")]
    [InlineData("一\u202E二", "text.turned", 2, "U+202E")]
    [InlineData("一二\u2069", "text.turned", 3, "U+2069")]
    public void A_character_that_cannot_stand_is_named_with_its_place(string text, string code, int place, string number) =>
        Assert.Equal(Refused.As(code, place, number), Characters.FaultIn(text));

    [Fact]
    public void Half_a_pair_is_no_character()
    {
        Assert.Equal(Refused.As("text.character", 3, "U+D842"), Characters.FaultIn("𠮷一\uD842"));
        Assert.Equal(Refused.As("text.character", 1, "U+DE00"), Characters.FaultIn("\uDE00\uD83D"));
    }

    [Theory]
    [InlineData("\u200B")]
    [InlineData("\u2800")]
    [InlineData("\u3164")]
    [InlineData("\u0301 \u00AD")]
    public void What_nobody_can_see_says_nothing(string text)
    {
        Assert.Equal(Refused.As("text.unseen"), Characters.FaultIn(text));
        Assert.True(new Text(text).IsEmpty);
        Assert.False(new Text("好", text).IsClean);
    }

    [Fact]
    public void Odd_words_and_empty_ones_are_sound()
    {
        Assert.All([.. Hostile.Odd, "", " \n\t ", new string('长', Text.Longest)], text => Assert.Null(Characters.FaultIn(text)));
        Assert.Equal(Refused.As("text.too-long", Text.Longest), Characters.FaultIn(new string('长', Text.Longest + 1)));
    }

    [Theory]
    [InlineData("1948-12-31", false)]
    [InlineData("1949-01-01", true)]
    [InlineData("2076-09-18", true)]
    [InlineData("2076-09-19", false)]
    [InlineData("9999-12-31", false)]
    [InlineData("0001-01-01", false)]
    public void A_day_lies_between_1949_and_fifty_years_from_now(string day, bool taken)
    {
        var on = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(taken ? null : Refused.As("day.out-of-range", on, Days.First, new DateOnly(2076, 9, 18)), Days.FaultIn(on, Today));
        Assert.Equal(taken, Days.FaultInValue(Shanghai.At(on, new(9, 0)), Today) is null);
        Assert.Equal(taken || on.Year == 2076, Days.FaultInValue(Month.Of(on), Today) is null);
    }

    [Theory]
    [InlineData("1,80", "number.comma-or-point", "1.80", "180")]
    [InlineData("-1,8", "number.comma-or-point", "-1.8", "-18")]
    [InlineData("1,8,0000", "number.commas", "180000", null)]
    [InlineData("12,50.5", "number.commas", "1250.5", null)]
    [InlineData("18,0000.00", "number.commas", "180000.00", null)]
    public void Commas_part_thousands_and_nothing_else(string typed, string code, string meant, string? or)
    {
        Assert.Equal(or is null ? Refused.As(code, typed, meant) : Refused.As(code, typed, meant, or), Commas.FaultIn(typed));
        Assert.Null(Yuan.Parse(typed));
        Assert.Null(Mu.Parse(typed));
    }

    [Fact]
    public void Amounts_with_the_right_commas_or_none_are_read()
    {
        Assert.All(new[] { "1800", "1800.00", "1,800", "1,800.00" }, typed => Assert.Equal(new Yuan(180_000), Yuan.Parse(typed)));
        Assert.All(new[] { "一,二", "", "abc", "12" }, typed => Assert.Null(Commas.FaultIn(typed)));
        Assert.All(Hostile.Amounts, typed => Assert.Null(Yuan.Parse(typed)));
    }

    /// <summary>Whatever the table says: one value that is not sound, and the event does not happen.</summary>
    [Fact]
    public void No_law_lets_an_unsound_value_happen()
    {
        var (id, clerk) = (new AgreementId("04-2026-L-0001"), SampleOfficers.Clerk);
        Decision<AgreementEvent> Register(Func<AgreementContent, AgreementContent> changed) => AgreementDecider.Law.Decide(
            SampleRules.Book, new Agreement.None(), new AgreementCommand.Register(
                id, changed(new(new("盐田"), AgreementKind.Lease, id.Village, new(PartyKind.Organisation, new("盐业公司")), new("北滩"), null,
                    new(2026, 10, 1), new(2046, 9, 30), new(100), null, new("每年"), new("制盐"))), clerk, Shanghai.At(Today, new(9, 0))));
        Refusal Why(Decision<AgreementEvent> decision) => Assert.IsType<Decision<AgreementEvent>.Refused>(decision).Why;

        Register(c => c).Then();
        Register(c => c with { Start = new(2026, 9, 1), End = new(2126, 9, 18), Found = true }).Then();
        Assert.Equal("end", Why(Register(c => c with { Start = new(2026, 9, 1), End = new(2126, 9, 19), Found = true })).Field);
        Register(c => c with { Start = new(1948, 12, 31), Found = true }).Refused("day.out-of-range");
        Register(c => c with { Start = new(2076, 9, 19), End = new(2077, 1, 1) }).Refused("day.out-of-range");
        Register(c => c with { With = new(PartyKind.Organisation, new("公司\uFFFE")) }).Refused("text.character");
        Register(c => c with { With = new(PartyKind.Organisation, new("公司", "\u202EA")) }).Refused("text.turned");
    }
}
