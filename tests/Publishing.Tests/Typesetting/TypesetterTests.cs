using System.Diagnostics;
using Transparency.Contracts;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Typesetting;
using Transparency.Samples;

namespace Transparency.Publishing.Tests.Typesetting;

public sealed class TypesetterTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("typesetter-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_killed_process_costs_at_most_one_notice()
    {
        await using var typesetter = new Typesetter(NoticePdfTests.Patient);
        Assert.IsType<Typeset.Done>(await Ask(typesetter));
        using (var process = Process.GetProcessById(typesetter.ProcessId!.Value))
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
        var next = await Ask(typesetter);
        Assert.True(next is Typeset.Done || CodeOf(next) == "typesetter.dead");
        Assert.IsType<Typeset.Done>(await Ask(typesetter));
    }

    [Fact]
    public async Task Calls_take_turns_and_get_their_own_answer()
    {
        await using var typesetter = new Typesetter(NoticePdfTests.Patient);
        var titles = Enumerable.Range(0, 12).Select(i => $"工程{i}").ToList();
        var answers = await Task.WhenAll(titles.Select(t => Ask(typesetter, SampleNotices.Road with { Title = t })));
        foreach (var (title, answer) in titles.Zip(answers))
        {
            using var pdf = UglyToad.PdfPig.PdfDocument.Open(Assert.IsType<Typeset.Done>(answer).Pdf);
            Assert.Contains(title + "正在公示", pdf.GetPage(1).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_fault_names_its_line_and_leaves_the_process_alone()
    {
        await using var typesetter = new Typesetter(NoticePdfTests.Patient);
        Assert.IsType<Typeset.Done>(await Ask(typesetter));
        var process = typesetter.ProcessId;
        var uneven = SampleNotices.Road.Tables[0] with { Rows = [["路基整平", "2,800 米", "12.00", "33,600.00", "多"]] };
        var failed = Assert.IsType<Typeset.Failed>(await Ask(typesetter, SampleNotices.Road with { Tables = [uneven] }));
        Assert.Equal("typesetter.fault", failed.Why.Code);
        Assert.Matches(@"^notice\.typ:\d+: .*row 0 of a table has more or fewer cells", (string)failed.Why.Arguments[0]);
        Assert.IsType<Typeset.Done>(await Ask(typesetter));
        Assert.Equal(process, typesetter.ProcessId);
    }

    [Fact]
    public async Task Above_the_memory_cap_the_process_is_replaced()
    {
        await using var typesetter = new Typesetter(new TypesetterOptions { MemoryCap = 1 });
        Assert.IsType<Typeset.Done>(await Ask(typesetter));
        var first = typesetter.ProcessId;
        Assert.IsType<Typeset.Done>(await Ask(typesetter));
        Assert.NotEqual(first, typesetter.ProcessId);
    }

    [Fact]
    public async Task What_is_not_installed_is_named()
    {
        Assert.Equal("node_modules", await Missing(new TypesetterOptions { NodeModules = Path.Combine(folder.FullName, "none") }));
        Assert.Equal("no-such-node", await Missing(new TypesetterOptions { Node = "no-such-node" }));
        Assert.Equal("typeset.mjs", await Missing(new TypesetterOptions { Folder = folder.FullName }));
        Assert.Equal("/no/such/fonts", await Missing(new TypesetterOptions { FontFolders = ["/no/such/fonts"] }));
    }

    [Fact]
    public async Task A_font_from_elsewhere_is_not_used()
    {
        await using var typesetter = new Typesetter(new TypesetterOptions { FontFolders = [folder.FullName] });
        var failed = Assert.IsType<Typeset.Failed>(await Ask(typesetter));
        Assert.Contains("unknown font family", (string)failed.Why.Arguments[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_never_answers_is_ended()
    {
        await using var typesetter = new Typesetter(Program("console.log('{\"ready\":true}'); setInterval(() => {}, 1000);") with
        {
            TimeOut = TimeSpan.FromSeconds(1),
        });
        Assert.Equal(new Typeset.Failed(Refused.As("typesetter.dead", "no answer within 1 s")), await Ask(typesetter));
        Assert.Null(typesetter.ProcessId);
    }

    [Fact]
    public async Task A_cancelled_call_ends_the_process_it_waited_for()
    {
        await using var typesetter = new Typesetter(Program("console.log('{\"ready\":true}'); setInterval(() => {}, 1000);"));
        using var given = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Ask(typesetter, ct: given.Token));
        Assert.Null(typesetter.ProcessId);
    }

    [Theory]
    [InlineData("process.exit(3);", "typesetter.dead")]
    [InlineData("console.log('{\"ready\":true}'); process.stdin.once('data', () => process.exit(3));", "typesetter.dead")]
    [InlineData("console.log('not a line of ours');", "typesetter.dead")]
    [InlineData("console.log('{\"ready\":true}'); console.log('{\"id\":99}');", "typesetter.dead")]
    [InlineData("console.log('{\"error\":\"no compiler\"}');", "typesetter.fault")]
    public async Task A_process_that_goes_astray_is_a_refusal(string program, string code)
    {
        await using var typesetter = new Typesetter(Program(program));
        Assert.Equal(code, CodeOf(await Ask(typesetter)));
        Assert.Null(typesetter.ProcessId);
    }

    private TypesetterOptions Program(string program)
    {
        File.WriteAllText(Path.Combine(folder.FullName, "typeset.mjs"), program);
        return new TypesetterOptions { Folder = folder.FullName, NodeModules = folder.FullName };
    }

    private static async Task<string> Missing(TypesetterOptions options)
    {
        await using var typesetter = new Typesetter(options);
        var failed = Assert.IsType<Typeset.Failed>(await Ask(typesetter));
        Assert.Equal("typesetter.missing", failed.Why.Code);
        return (string)failed.Why.Arguments[0];
    }

    private static Task<Typeset> Ask(Typesetter typesetter, NoticeDocument? document = null, CancellationToken ct = default) =>
        typesetter.TypesetAsync(document ?? SampleNotices.Road, "{}"u8.ToArray(), Qr, ct: ct);

    private static readonly string[] Qr = ["00000", "01010", "00100", "01010", "00000"];

    private static string CodeOf(Typeset answer) => Assert.IsType<Typeset.Failed>(answer).Why.Code;
}
