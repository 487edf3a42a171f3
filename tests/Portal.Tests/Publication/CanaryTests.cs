using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Marten;
using Transparency.Contracts;
using Transparency.Portal.Access;
using Transparency.Portal.Cases.Proposals;
using Transparency.Portal.Demo;
using Transparency.Portal.Hosting;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;
using Transparency.Portal.Tests.Files;
using Transparency.Publishing.Register;
using Transparency.Samples;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Transparency.Portal.Tests.Publication;

/// <summary>Every private value of the demo town, looked for in every public byte: files, names, PDF text, metadata and attachments.</summary>
public sealed partial class CanaryTests(DemoTreeFixture demo) : IClassFixture<DemoTreeFixture>
{
    private readonly SiteFiles site = demo.Site;

    [Fact]
    public async Task No_private_value_is_in_any_public_byte()
    {
        var canaries = (await PersonalValuesAsync()).Concat(DraftedButNeverOpened()).Where(c => c.Trim().Length > 1).Distinct().ToList();
        Assert.True(canaries.Count > 100, $"only {canaries.Count} canaries: this would prove nothing");
        // All at once; only where one is found is it asked which.
        var any = SearchValues.Create([.. canaries], StringComparison.Ordinal);
        var found =
            from text in PublicTexts()
            where text.Content.AsSpan().ContainsAny(any)
            from canary in canaries
            where text.Content.Contains(canary, StringComparison.Ordinal)
            select $"{canary} in {text.Path}";
        Assert.Equal("", string.Join('\n', found.Distinct().Order()));
    }

    [Fact]
    public void What_a_camera_wrote_into_a_picture_is_in_no_public_byte()
    {
        Assert.True(RealFiles.TellsOfItsMaker(RealFiles.Photo) && RealFiles.TellsOfItsMaker(RealFiles.Sketch));
        Assert.Contains(site.Files, f => f.StartsWith("files/", StringComparison.Ordinal) && f.EndsWith(".jpg", StringComparison.Ordinal));
        Assert.Contains(site.Files, f => f.StartsWith("files/", StringComparison.Ordinal) && f.EndsWith(".png", StringComparison.Ordinal));
        // Bytes, not texts: places are numbers.
        Assert.DoesNotContain(site.Files, path => RealFiles.TellsOfItsMaker(site.Read(path)));
    }

    [Fact]
    public void The_search_would_find_one() => Assert.Contains(
        OfPdf("the road", site.Read("declarations/2026/0012/notice.pdf")),
        text => text.Content.Contains("砂石料", StringComparison.Ordinal));

    private async Task<IEnumerable<string>> PersonalValuesAsync()
    {
        await using var store = MartenSetup.Open(await DemoTemplate.Whole.CopyDatabaseAsync(), PortalStreams.All);
        await using var session = store.QuerySession();
        // Organisations and trade names are public by rule; a natural person's name never is.
        var sections = (await session.Query<DeclarationOnRegister>().ToListAsync()).SelectMany(d => d.Editions).SelectMany(e => e.Section.Subjects);
        var publicNames = sections.Where(s => s.WithKind is PartyKind.Organisation or PartyKind.SoleTrader).Select(s => s.With.Zh).ToHashSet();
        var persons = await session.Query<Person>().ToListAsync();
        var letters = await session.Query<ObjectionLetter>().ToListAsync();
        return persons.SelectMany(p => new[] { publicNames.Contains(p.Name) ? null : p.Name, p.Id, p.IdNumber, p.Phone, p.BankAccount, p.Address })
            .Concat(letters.SelectMany(l => new[] { l.Id, l.Words, l.Name, l.Contact, l.ReceiptHash }))
            .Concat((await session.Query<ProposalAsSent>().ToListAsync()).SelectMany(l => new[] { l.Id, l.Words, l.Name, l.Contact, l.ReceiptHash }))
            .Concat((await session.Query<OfficerOnRecord>().ToListAsync()).Select(o => o.Key))
            .Concat(OfficersNumbers())
            .OfType<string>();
    }

    /// <summary>The store has no officer's number, only its hash: they are looked for as the files brought them.</summary>
    private static IEnumerable<string> OfficersNumbers()
    {
        var numbers = new[] { "officers.csv", "acts-officers.csv" }.SelectMany(file => IdNumber().Matches(File.ReadAllText(Path.Combine(Scenario.Folder, file)))).Select(m => m.Value).ToList();
        Assert.True(numbers.Count > 33);
        return numbers;
    }

    [GeneratedRegex(@"\d{17}[\dX]")]
    private static partial Regex IdNumber();

    // What was drafted, declared or reviewed and never opened; tenders whose plan nothing public carries; and the reasons of a return.
    private static IEnumerable<string> DraftedButNeverOpened()
    {
        var acts = Scenario.All();
        var opened = acts.Where(a => a.Act == "open-window").Select(a => a.Subject).ToHashSet();
        var carried = acts.Where(a => opened.Contains(a.Subject)).SelectMany(a => a.Fields.GetValueOrDefault("plans", "").Split(' ')).Concat(acts.Where(a => a.Act == "sign-plan").Select(a => a.Subject)).ToHashSet();
        var secret = acts.Where(a => a.Act == "plan-tender" && !carried.Contains(a.Subject)).SelectMany(a => new[] { a.Subject, a.Fields["title"], a.Fields["what"] }).ToList();
        Assert.NotEmpty(secret);
        return secret.Concat(acts.Where(a => a.Act == "draft" && !opened.Contains(a.Subject)).SelectMany(a => new[] { a.Fields["title"], a.Fields["what"] }))
            .Concat(acts.Where(a => a.Act is "return" or "return-statement" or "return-report" or "return-proposal" or "decline-proposal").Select(a => a.Fields["reason"]));
    }

    private IEnumerable<(string Path, string Content)> PublicTexts()
    {
        var opened = DemoTemplate.Typeset(site.Files);
        return site.Files.SelectMany(path =>
        {
            var bytes = site.Read(path);
            return new[] { (path, path), (path, Encoding.UTF8.GetString(bytes)) }.Concat(opened.Contains(path) ? OfPdf(path, bytes) : []);
        });
    }

    private static IEnumerable<(string Path, string Content)> OfPdf(string path, byte[] bytes)
    {
        using var pdf = PdfDocument.Open(bytes);
        yield return (path, string.Concat(pdf.GetPages().Select(p => p.Text)));
        yield return (path, $"{pdf.Information.Title} {pdf.Information.Author} {pdf.Information.Subject} {pdf.Information.Keywords} {pdf.Information.Creator} {pdf.Information.Producer}");
        if (pdf.TryGetXmpMetadata(out var xmp)) yield return (path, xmp.GetXDocument().ToString());
        if (pdf.Advanced.TryGetEmbeddedFiles(out var files))
            foreach (var file in files) yield return (path, file.Name + Encoding.UTF8.GetString(file.Memory.Span));
    }
}
