using System.Security.Cryptography;
using System.Text.Json;
using Transparency.Contracts;
using Transparency.Contracts.Publicity;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Notices.Certificates;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Publishing.Tests.Pages;
using Transparency.Publishing.Tests.Typesetting;
using Transparency.Samples;
using UglyToad.PdfPig;

namespace Transparency.Publishing.Tests.Notices;

/// <summary>公示情况说明: issued when nothing in it can change any more, and true to what stood.</summary>
public sealed class CertificateTests(NoticePdfTests.Press press) : IClassFixture<NoticePdfTests.Press>
{
    private static readonly SiteModel Site = SampleTown.Model;

    private static PublicityCertificate Certificate => PublicityCertificate.Of(Site, SampleDeclarations.Approved, 1)!;

    [Fact]
    public void There_is_none_while_the_window_runs_after_one_broken_off_and_before_the_last_answer()
    {
        foreach (var none in new[] { SampleDeclarations.Road, SampleDeclarations.Reopened, SampleDeclarations.UnderReviewAgain, SampleDeclarations.Withdrawn, SampleDeclarations.Closed })
            Assert.Empty(PublicityCertificate.All(Site, none));
        foreach (var one in new[] { SampleDeclarations.Approved, SampleDeclarations.Refused, SampleDeclarations.Revoked })
            Assert.Single(PublicityCertificate.All(Site, one));
    }

    [Fact]
    public void The_last_answer_brings_it()
    {
        var closed = SampleDeclarations.Closed;
        var letter = SampleDeclarations.Objections.Last(o => o.Declaration == closed.Id && o.Settled is null);
        var answer = new SettledObjection(1, Shanghai.DayOf(letter.At), letter.Due, new(2026, 9, 22), new("镇经管站"), false, new("问"), new("答"));
        var answered = closed with { Settled = [.. closed.Settled, answer] };
        var site = Site.Next(Site.Register.Next(Site.Town, [(closed.Id, answered), (letter.Id, letter with { Settled = answer.On })]), Site.AsOf);
        Assert.Equal(new DateOnly(2026, 9, 22), PublicityCertificate.Of(site, answered, 1)!.IssuedOn);
    }

    [Fact]
    public void It_counts_looks_and_says_when_the_page_did_not_stand()
    {
        var c = Certificate;
        Assert.Equal((61, 60, 59, 1), (c.Planned, c.Checks.Count, c.Count(CheckResult.Stood), c.Count(CheckResult.Unreachable)));
        Assert.Equal(c.Planned, c.Days.Sum(d => d.Planned));
        Assert.Equal(c.Checks.Count, c.Days.Sum(d => d.Checks.Count));
        Assert.Single(c.Findings);
        Assert.Equal(3, CertificateTables.Of(Language.Zh, c).Count());
    }

    [Fact]
    public void Its_data_name_the_hashes_of_what_stood()
    {
        using var json = JsonDocument.Parse(CertificateJson.Of(Certificate));
        var edition = Assert.Single(json.RootElement.GetProperty("editions").EnumerateArray().ToList());
        Assert.Equal(SampleDeclarations.Approved.Editions[0].Hash.Value, edition.GetProperty("contentHash").GetString());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(NoticeJson.Of(SampleDeclarations.Approved, SampleDeclarations.Approved.Editions[0]))), edition.GetProperty("noticeSha256").GetString());
        Assert.Equal(60, json.RootElement.GetProperty("checks").GetProperty("all").GetArrayLength());
        Assert.Equal(1, json.RootElement.GetProperty("objections").GetArrayLength());
    }

    [Fact]
    public async Task Page_and_sheet_say_the_same_in_both_languages()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var (c, json) = (Certificate, CertificateJson.Of(Certificate));
            var made = Assert.IsType<Publishing.Typesetting.Typeset.Done>(await press.Pdf.RenderAsync(CertificateNotice.Of(c, language, SampleTown.Town, SampleTown.Settings, json), json));
            using var pdf = PdfDocument.Open(made.Pdf);
            Assert.True(pdf.Advanced.TryGetEmbeddedFiles(out var files));
            Assert.Equal(json, Assert.Single(files).Bytes.ToArray());
            var sheet = Bare(string.Concat(pdf.GetPages().Select(p => p.Text)));
            var page = Bare(RenderedSite.Pages[SiteMap.In(SampleTown.Settings, language, SiteMap.Certificate(c.Declaration.Number, 1))].QuerySelector("main")!.TextContent);
            foreach (var said in CertificateSentences.Of(language, c).Select(s => s.Words.ToString()).Append(NoticeJson.CheckCode(json)).Append(c.Answered[0].Answer.In(language)))
            {
                Assert.Contains(Bare(said), sheet, StringComparison.Ordinal);
                Assert.Contains(Bare(said), page, StringComparison.Ordinal);
            }
        }
    }

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
