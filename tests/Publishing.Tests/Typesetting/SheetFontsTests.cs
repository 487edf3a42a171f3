using Transparency.Contracts;
using Transparency.Publishing.Typesetting;
using Transparency.Samples;

namespace Transparency.Publishing.Tests.Typesetting;

/// <summary>What the fonts' tables say is what the typesetter does.</summary>
public sealed class SheetFontsTests(NoticePdfTests.Press press) : IClassFixture<NoticePdfTests.Press>
{
    private static readonly string[] Settable =
        [.. Hostile.Odd.Where(text => !text.EnumerateRunes().Any(Characters.IsPrivate)), "é ü Я Ω 한글 かな", "①②㎡℃№", "e\u0301", "——……“”‘’·〔〕《》", "𬭚𫠊"];

    [Fact]
    public async Task Whatever_the_tables_have_is_typeset()
    {
        foreach (var text in Settable)
        {
            Assert.Empty(SheetFonts.LackingFor(text));
            var made = await TypesetAsync(text);
            Assert.True(made is Typeset.Done, $"{text}: {made}");
        }
    }

    [Theory]
    [InlineData("\U0001F600", "U+1F600")]
    [InlineData("\u0645", "U+0645")]
    [InlineData("\U00013000", "U+13000")]
    [InlineData("\uFFFC", "U+FFFC")]
    [InlineData("\u0378", "U+0378")]
    public async Task Whatever_they_lack_is_named_as_the_typesetter_names_it(string text, string number)
    {
        var why = SheetFonts.FaultIn($"标题{text}")!;
        Assert.Equal("text.no-glyph", why.Code);
        Assert.EndsWith(number, (string)why.Arguments[0], StringComparison.Ordinal);
        var failed = Assert.IsType<Typeset.Failed>(await TypesetAsync(text)).Why;
        Assert.Equal((why.Arguments[0], "typesetter.characters"), (failed.Arguments[0], failed.Code));
    }

    private Task<Typeset> TypesetAsync(string text) =>
        press.Pdf.RenderAsync(SampleNotices.Road with { Title = text, Status = text, SignedBy = text }, "{}"u8.ToArray());
}
