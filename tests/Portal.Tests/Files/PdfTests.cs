using System.Text;
using UglyToad.PdfPig;
using static Transparency.Portal.Tests.Files.RealFiles;

namespace Transparency.Portal.Tests.Files;

public sealed class PdfTests
{
    private const string Catalogue = "<< /Type /Catalog /Pages 2 0 R >>";

    [Theory]
    [InlineData("minutes.pdf")]
    [InlineData("auction.pdf")]
    [InlineData("repairs.pdf")]
    public void A_plain_document_is_taken_as_it_is(string name)
    {
        Assert.Equal(OfDemo(name), Clean(name, OfDemo(name)));
        using var pdf = PdfDocument.Open(OfDemo(name));
        Assert.Equal(1, pdf.NumberOfPages);
    }

    [Fact]
    public void A_sheet_with_data_attached_is_not_one() => Assert.Equal("file.active", Fault("a.pdf", Pdf(Catalogue, "<< /Names << /EmbeddedFiles 3 0 R >> >>")));

    [Theory]
    [InlineData("<< /S /JavaScript /JS (app.alert(1)) >>")]
    [InlineData("<</S/J#61vaScript/JS(x)>>")]
    [InlineData("<< /S /#4aavaScript >>")]
    [InlineData("<< /S /Launch /F (cmd.exe) >>")]
    [InlineData("<< /S /SubmitForm /F (https://example.com) >>")]
    [InlineData("<< /S /ImportData /F (x) >>")]
    [InlineData("<< /S /GoToE /T << >> >>")]
    [InlineData("<< /Type /EmbeddedFile >>")]
    [InlineData("<< /Subtype /RichMedia >>")]
    [InlineData("<< /S /Rendition /JS (x) >>")]
    [InlineData("<< /XFA 5 0 R >>")]
    public void What_acts_by_itself_is_refused(string actor)
    {
        Assert.Equal("file.active", Fault("a.pdf", Pdf(Catalogue, actor)));
        var packed = Stream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", Packed(Encoding.Latin1.GetBytes($"5 0 {actor}")));
        Assert.Equal("file.active", Fault("a.pdf", Pdf(Catalogue, packed)));
    }

    [Fact]
    public void A_name_across_two_pieces_is_found()
    {
        for (var gap = 65_520; gap < 65_540; gap++)
            Assert.Equal("file.active", Fault("a.pdf", Pdf(Catalogue, Stream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", Packed([.. new byte[gap], .. "/JavaScript"u8])))));
    }

    [Theory]
    [InlineData("/Filter /ASCIIHexDecode")]
    [InlineData("/Filter [/ASCII85Decode /FlateDecode]")]
    [InlineData("/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 4 >>")]
    [InlineData("/Filter 7 0 R")]
    [InlineData("/F#69lter /LZWDecode")]
    public void Objects_packed_so_that_nobody_can_look_into_them_are_refused(string packing) =>
        Assert.Equal("file.broken", Fault("a.pdf", Pdf(Catalogue, Stream($"/Type /ObjStm /N 1 /First 4 {packing}", [1, 2, 3]))));

    /// <summary>A head that asks for a dictionary of its own (RFC 1950), none, and nothing at all.</summary>
    [Theory]
    [InlineData(0x78, 0x20)]
    [InlineData(0x50, 0x4B)]
    [InlineData]
    public void Objects_that_do_not_unpack_are_refused_and_a_picture_that_does_not_is_passed_over(params int[] head)
    {
        byte[] content = [.. head.Select(b => (byte)b), .. "01234567"u8];
        Assert.Equal("file.broken", Fault("a.pdf", Pdf(Catalogue, Stream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", content))));
        Assert.Null(Fault("a.pdf", Pdf(Catalogue, Stream("/Subtype /Image /Filter /FlateDecode", content))));
    }

    [Fact]
    public void Pictures_may_be_packed_as_they_like() =>
        Assert.Null(Fault("a.pdf", Pdf(Catalogue, "<< /Type /Outlines /First 3 0 R >>", Stream("/Subtype /Image /Filter /DCTDecode", Photo), Stream("/Filter [/ASCII85Decode /FlateDecode]", "87cURD~>"u8.ToArray()))));

    [Theory]
    [InlineData("/Encrypt 9 0 R")]
    [InlineData("/E#6ecrypt 9 0 R")]
    public void What_is_locked_is_refused(string entry) => Assert.Equal("file.encrypted", Fault("a.pdf", Pdf(Catalogue, $"<< {entry} >>")));

    [Fact]
    public void What_breaks_off_or_goes_on_behind_its_end_is_broken()
    {
        Assert.Equal("file.broken", Fault("a.pdf", Minutes[..^40]));
        Assert.Equal("file.broken", Fault("a.pdf", "%PDF-1.7\n"u8.ToArray()));
        Assert.Equal("file.broken", Fault("a.pdf", [.. Minutes, .. "PK-an-archive-behind"u8]));
        Assert.Null(Fault("a.pdf", [.. Minutes, .. "\r\n\n"u8]));
    }
}
