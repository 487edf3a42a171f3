using System.Text;
using QRCoder;
using Transparency.Contracts;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Notices.Tenders;
using Transparency.Publishing.Typesetting;
using Transparency.Samples;
using UglyToad.PdfPig;

namespace Transparency.Publishing.Tests.Typesetting;

public sealed class NoticePdfTests(NoticePdfTests.Press press) : IClassFixture<NoticePdfTests.Press>
{
    public sealed class Press : IAsyncDisposable
    {
        public Press() => Pdf = new NoticePdf(Typesetter);

        public TypesetterPool Typesetter { get; } = new(Patient, 1);

        public NoticePdf Pdf { get; }

        public ValueTask DisposeAsync() => Typesetter.DisposeAsync();
    }

    /// <summary>What is set is asked here, not how soon: on a machine with much else to do a start alone may take long.</summary>
    internal static TypesetterOptions Patient => new() { TimeOut = TimeSpan.FromMinutes(5) };

    // A byte order mark and a byte that is no UTF-8 at all would not survive any decoding on the way.
    private static readonly byte[] Json = [0xEF, 0xBB, 0xBF, .. "{\"标题\":\"砂石路\"}\r\n"u8, 0xFF];

    [Fact]
    public async Task Everything_said_stands_in_the_text()
    {
        var text = Text(await Done(SampleNotices.Road));
        var d = SampleNotices.Road;
        string[] said = [d.Masthead, d.Number, d.Title, d.Status, d.SignedBy, d.SignedOn, d.EditionLine, d.QrWords, d.Banner!, "第1页共1页",
            .. d.Sentences.SelectMany(s => new[] { s.Label, s.Text, s.Aside ?? "" }),
            .. d.Body.SelectMany(b => b.Items).Select(runs => string.Concat(runs.Select(r => r.Text))),
            .. d.Tables[0].Rows.SelectMany(r => r), .. d.Tables[0].Total!, d.Tables[0].Caption];
        Assert.All(said, s => Assert.Contains(Bare(s), text, StringComparison.Ordinal));
        Assert.Contains("（尚未招标）", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_data_are_attached_byte_for_byte()
    {
        using var pdf = PdfDocument.Open(await Done(SampleNotices.Road));
        Assert.True(pdf.Advanced.TryGetEmbeddedFiles(out var files));
        Assert.Equal(Json, Assert.Single(files).Bytes.ToArray());
    }

    [Theory]
    [InlineData("a-3a", "<pdfaid:part>3</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>")]
    [InlineData("ua-1", "<pdfuaid:part>1</pdfuaid:part>", "<dc:language>")]
    public async Task Both_standards_are_met_and_claimed(string standard, params string[] claims)
    {
        foreach (var document in new[] { SampleNotices.Road, SampleNotices.English, SampleNotices.Long(40) })
        {
            using var pdf = PdfDocument.Open(await Done(document, standard));
            Assert.True(pdf.TryGetXmpMetadata(out var metadata));
            var xmp = Encoding.UTF8.GetString(metadata!.GetXmlBytes());
            Assert.All(claims, claim => Assert.Contains(claim, xmp, StringComparison.Ordinal));
            Assert.Contains(document.Title, xmp, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_sheet_of_a_tender_is_typeset_in_both_languages()
    {
        foreach (var t in new[] { SampleTenders.Completed, SampleTenders.Coal })
            foreach (var edition in t.Editions)
                foreach (var language in Enum.GetValues<Language>())
                {
                    var sheet = TenderSheet.Of(t, edition, language, SampleTown.Town, SampleTown.Settings, Json);
                    var text = Text(await Done(sheet));
                    Assert.All(sheet.Tables.SelectMany(table => table.Rows).SelectMany(row => row), cell => Assert.Contains(Bare(cell), text, StringComparison.Ordinal));
                }
    }

    [Fact]
    public async Task The_same_notice_gives_the_same_bytes_in_another_process()
    {
        await using var other = new TypesetterPool(Patient, workers: 1);
        await Done(SampleNotices.English);
        var here = await Done(SampleNotices.Road);
        var there = Assert.IsType<Typeset.Done>(await new NoticePdf(other).RenderAsync(SampleNotices.Road, Json)).Pdf;
        Assert.Equal(here, there);
        Assert.Equal(press.Pdf.Fingerprint, other.Fingerprint);
        Assert.Matches("^[0-9a-f]{64}$", other.Fingerprint);
    }

    [Fact]
    public async Task The_head_of_a_long_table_stands_on_each_of_its_sheets()
    {
        using var pdf = PdfDocument.Open(await Done(SampleNotices.Long(120)));
        Assert.True(pdf.NumberOfPages > 3);
        Assert.All(pdf.GetPages(), page => Assert.Contains("单价（元）", page.Text, StringComparison.Ordinal));
        Assert.All(pdf.GetPages(), page => Assert.Contains("示范数据", page.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Signer_and_date_and_code_stay_together()
    {
        for (var rows = 13; rows < 30; rows += 2)
        {
            using var pdf = PdfDocument.Open(await Done(SampleNotices.Long(rows)));
            var last = pdf.GetPages().Last();
            Assert.Contains(SampleNotices.Road.SignedBy, last.Text, StringComparison.Ordinal);
            Assert.Contains(Bare(SampleNotices.Road.SignedOn), Bare(last.Text), StringComparison.Ordinal);
            Assert.Equal(pdf.GetPages().Sum(p => p.NumberOfImages), last.NumberOfImages);
        }
    }

    [Theory]
    [InlineData("zh-Hans", "说明")]
    [InlineData("en", "A head of many words that says far more than the head of a column should")]
    public async Task A_table_taller_than_a_sheet_loses_no_row(string language, string head)
    {
        IReadOnlyList<string> Row(int i) => [$"起{i}。" + string.Concat(Enumerable.Repeat("沿线受益户出工，", 40)) + $"止{i}。", "1.00", "甲"];
        var table = new NoticeTable("", [new(head, false), new(head, true), new(head, false)], [.. Enumerable.Range(1, 12).Select(Row)], null);
        var text = Text(await Done(SampleNotices.Road with { Language = language, Tables = [table] }));
        Assert.All(Enumerable.Range(1, 12), i => Assert.Contains($"止{i}。", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_code_holds_the_address_of_the_edition()
    {
        using var pdf = PdfDocument.Open(await Done(SampleNotices.Road));
        var image = Assert.Single(pdf.GetPage(1).GetImages());
        Assert.True(image.TryGetBytesAsMemory(out var luma));
        using var expected = QRCodeGenerator.GenerateQrCode(SampleNotices.Road.QrAddress, QRCodeGenerator.ECCLevel.M);
        Assert.Equal(
            expected.ModuleMatrix.SelectMany(row => row.Cast<bool>()),
            luma.ToArray().Select(sample => sample < 128));
    }

    [Theory]
    [InlineData("#panic(\"x\") *b* $x$ @preview")]
    [InlineData("#import \"@preview/x:0.1.0\" // /* ` <a> \\u{1}")]
    [InlineData("#read(\"/etc/passwd\") ] } ) -- ... = a")]
    public async Task Markup_in_the_data_is_printed(string hostile)
    {
        var document = SampleNotices.Road with
        {
            Title = hostile, Masthead = hostile, Status = hostile, SignedBy = hostile, Banner = hostile,
            Sentences = [new(hostile, hostile, hostile)],
            Body = [new Block("heading", [[new Run(hostile)]]), new Block("bullets", [[new Run(hostile, Strong: true, Emphasis: true)]])],
            Tables = [new NoticeTable(hostile, [new NoticeColumn(hostile, false)], [[hostile]], [hostile])],
        };
        var text = Text(await Done(document));
        Assert.Equal(14, text.Split(Bare(hostile)).Length - 1);
    }

    [Fact]
    public async Task A_character_without_a_glyph_is_refused_by_name()
    {
        var document = SampleNotices.Road with { Title = "甲\ue123乙😀\"\\", SignedBy = "央子镇\u0007" };
        Assert.Equal(
            new Typeset.Failed(Refused.As("typesetter.characters", "U+E123, 😀 U+1F600, U+0007")),
            await press.Pdf.RenderAsync(document, Json));
    }

    [Theory]
    [InlineData("𰻞𠮷㐂〔〕　“”·—…①㎡℃")]
    [InlineData("x\u00a0y\u200bz")]
    public async Task Rare_characters_are_printed(string rare) =>
        Assert.Contains(Bare(rare), Text(await Done(SampleNotices.Road with { Title = rare })), StringComparison.Ordinal);

    [Fact]
    public void No_template_reaches_for_a_package() =>
        Assert.All(
            Directory.GetFiles(Path.Combine(new TypesetterOptions().Folder, "templates")),
            file => Assert.DoesNotContain("@preview", File.ReadAllText(file), StringComparison.Ordinal));

    private async Task<byte[]> Done(NoticeDocument document, string standard = "a-3a")
    {
        var answer = await press.Pdf.RenderAsync(document, Json, standard);
        return answer is Typeset.Done done ? done.Pdf : throw new InvalidOperationException(answer.ToString());
    }

    private static string Text(byte[] bytes)
    {
        using var pdf = PdfDocument.Open(bytes);
        return Bare(string.Concat(pdf.GetPages().Select(p => p.Text)));
    }

    // Lines break where they must, and spaces there are not drawn.
    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '\u200b'));
}
