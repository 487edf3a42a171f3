using Transparency.Portal.Files.Formats;
using static Transparency.Portal.Tests.Files.RealFiles;

namespace Transparency.Portal.Tests.Files;

public sealed class JpegTests
{
    [Fact]
    public void A_photograph_loses_place_time_device_person_words_and_what_follows_its_end()
    {
        Assert.True(TellsOfItsMaker(Photo));
        var clean = Clean("photo.jpg", Photo);
        Assert.False(TellsOfItsMaker(clean));
        Assert.Equal([0xFF, 0xD9], clean[^2..]);
    }

    [Fact]
    public void Its_points_are_untouched() => Assert.Equal(Scan(Photo), Scan(Clean("photo.jpg", Photo)));

    [Theory]
    [InlineData(2)]
    [InlineData(6)]
    [InlineData(8)]
    public void It_stays_the_right_way_up_and_says_nothing_else(byte up)
    {
        var bare = Clean("p.jpg", With(Plain, Segment(0xE1, [.. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 2, 0, 0x0F, 1, 2, 0, 4, 0, 0, 0, .. "Cam\0"u8, 0x12, 1, 3, 0, 1, 0, 0, 0, up, 0, 0, 0, 0, 0, 0, 0])));
        Assert.Equal(With(Plain, Segment(0xE1, [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, up, 0, 0, 0, 0, 0, 0])), bare);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(9)]
    public void What_is_upright_already_or_cannot_be_needs_no_word_of_it(byte up) =>
        Assert.Equal(Plain, Clean("p.jpg", With(Plain, Segment(0xE1, [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, up, 0, 0, 0, 0, 0, 0]))));

    [Fact]
    public void What_the_colours_need_is_kept_and_a_thumbnail_is_not()
    {
        var adobe = Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 2]);
        Assert.Equal(With(Plain, adobe), Clean("p.jpg", With(Plain, adobe)));
        var thumb = Segment(0xE0, [.. "JFIF\0"u8, 1, 2, 0, 0, 1, 0, 1, 1, 1, 7, 7, 7]);
        Assert.Equal(With(Plain, Segment(0xE0, [.. "JFIF\0"u8, 1, 2, 0, 0, 1, 0, 1, 0, 0])), Clean("p.jpg", With(Plain, thumb)));
        Assert.Equal(Plain, Clean("p.jpg", With(Plain, Segment(0xEE, [.. "Ducky-secret"u8]))));
        Assert.Equal(Plain, Clean("p.jpg", With(Plain, Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1]))));
    }

    [Fact]
    public void Every_cut_of_it_is_broken()
    {
        for (var length = 4; length < Plain.Length; length++) Assert.Equal("file.broken", Fault("p.jpg", Plain[..length]));
        Assert.Equal("file.broken", Fault("p.jpg", Photo[..^5000]));
    }

    [Fact]
    public void Tables_hold_tables_only_and_nothing_unknown_is_passed_on()
    {
        Assert.Equal("file.broken", Fault("p.jpg", With(Plain, Segment(0xDB, [0, .. new byte[65], .. "secret"u8]))));
        Assert.Equal("file.broken", Fault("p.jpg", With(Plain, Segment(0xC4, [0, .. new byte[16], .. "secret"u8]))));
        Assert.Equal("file.broken", Fault("p.jpg", With(Plain, Segment(0xF3, "secret"u8))));
        Assert.Equal("file.broken", Fault("p.jpg", With(Plain, Segment(0xDC, 0, 1))));
    }

    [Fact]
    public void A_trap_of_too_many_points_is_refused() => Assert.Equal("file.too-many-points", Fault("p.jpg", [0xFF, 0xD8, .. Segment(0xC0, 8, 0xFF, 0xFF, 0xFF, 0xFF, 1, 1, 0x11, 0)]));

    /// <summary>Without anything that would be taken out.</summary>
    private static byte[] Plain { get; } = [0xFF, 0xD8, .. Segment(0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]), .. Segment(0xC0, 8, 0, 8, 0, 8, 1, 1, 0x11, 0),
        .. Segment(0xC4, [0, 1, .. new byte[15], 0]), .. Segment(0xDA, 1, 1, 0, 0, 63, 0), 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0xFF, 0xD9];

    private static byte[] Scan(byte[] jpeg)
    {
        var start = jpeg.AsSpan().LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA]);
        return jpeg[start..(start + jpeg.AsSpan(start).IndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) + 2)];
    }
}
