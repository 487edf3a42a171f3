using System.Runtime.CompilerServices;
using System.Text;
using ApprovalTests;
using ApprovalTests.Core;
using ApprovalTests.Reporters;
using ApprovalTests.Writers;

namespace Transparency.Portal.Tests.Office;

/// <summary>Screens one after the other, as a person has looked at them and approved them.</summary>
/// <param name="clockRuns">a minute passes before each act, so that its history has an order; false where nothing is changed</param>
public sealed class Booklet(DemoOffice office, bool clockRuns = false)
{
    private readonly StringBuilder pages = new();

    /// <summary>Opens addresses under <c>/office</c>.</summary>
    public async Task SeeAsync(string officer, params string[] paths)
    {
        foreach (var path in paths) Add($"{officer} GET {path}", await OpenAsync(officer, path));
    }

    public async Task SeeInEnglishAsync(string officer, params string[] paths)
    {
        var visitor = await office.VisitorAsync(officer, english: true);
        foreach (var path in paths)
        {
            var address = $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang=en";
            Add($"{officer} GET {address}", await visitor.GoAsync($"/office{address}"));
        }
    }

    /// <summary>With the frame's head.</summary>
    public async Task SeeDeskAsync(string officer) => Add($"{officer} GET ", await OpenAsync(officer, ""), head: true);

    public async Task<Seen> OpenAsync(string officer, string path) => await (await office.VisitorAsync(officer)).GoAsync($"/office{path}");

    /// <summary>Sends a form of a page as it stands, except for the fields given.</summary>
    public async Task SendAsync(string officer, string path, string form, object? fields = null) => await SendAsync(officer, await OpenAsync(officer, path), form, fields);

    /// <param name="tab">opened some time ago</param>
    public async Task SendAsync(string officer, Seen tab, string form, object? fields = null)
    {
        PassAMinute();
        Add($"{officer} POST {Visitor.ActionOf(tab, form)["/office".Length..]}{Typed(fields)}", await (await office.VisitorAsync(officer)).SendAsync(tab, form, fields));
    }

    /// <summary>Sends what no form of this officer would send.</summary>
    public async Task CraftAsync(string officer, string path, object fields, bool token = true)
    {
        var posted = Given(fields).ToDictionary();
        if (token) posted["token"] = Visitor.FieldsOf(await OpenAsync(officer, "/not-allowed"), ".who form")["token"];
        Add($"{officer} POST {path}{Typed(fields)}{(token ? "" : " (without the token)")}", await (await office.VisitorAsync(officer)).PostAsync($"/office{path}", posted));
    }

    /// <summary>Brings a file to the page that takes files.</summary>
    public async Task<Seen> UploadAsync(string officer, string kind, string name, string content)
    {
        var looked = await (await office.VisitorAsync(officer)).UploadAsync(await OpenAsync(officer, "/import"), kind, name, content);
        Add($"{officer} POST /import kind={kind} file={name}", looked);
        return looked;
    }

    /// <summary>An act that only leads on to the next screen.</summary>
    public async Task DoAsync(string officer, string path, string form, object? fields = null)
    {
        PassAMinute();
        var done = await (await office.VisitorAsync(officer)).SendAsync(await OpenAsync(officer, path), form, fields);
        Assert.True(done.Query == form.Replace("#act-", "?done=", StringComparison.Ordinal), $"{path} {form}: {done.Status} {done.Fault}");
    }

    public void StepTo(DateTimeOffset moment) => Assert.True(office.Clock.StepTo(moment));

    /// <summary>Why it goes on no further: the screens so far are compared all the same, so that the received file shows how far it came.</summary>
    public void Note(string why) => pages.Append("!!! ").Append(why).Append('\n');

    /// <summary>Compares with the file of that name in the folder <c>Approved</c>.</summary>
    public void Approve(string name) => Approvals.Verify(new ApprovalTextWriter(pages.ToString(), "txt"), new InApproved(name), QuietReporter.INSTANCE);

    private void PassAMinute()
    {
        if (clockRuns) StepTo(office.Clock.GetUtcNow().AddMinutes(1));
    }

    private void Add(string asked, Seen seen, bool head = false) =>
        pages.Append(ScreenText.WithoutChance($"━━━ {asked}\n    {seen.Status} {seen.Path}{seen.Query}\n{ScreenText.Of(seen, head)}\n"));

    private static string Typed(object? fields) => string.Concat(Given(fields).Select(f => $" {f.Key}={f.Value}"));

    private static IReadOnlyDictionary<string, string> Given(object? fields) =>
        fields as IReadOnlyDictionary<string, string> ?? fields?.GetType().GetProperties().ToDictionary(p => p.Name, p => (string)p.GetValue(fields)!) ?? [];

    private sealed class InApproved(string name, [CallerFilePath] string here = "") : IApprovalNamer
    {
        public string SourcePath => Path.Combine(Path.GetDirectoryName(here)!, "Approved");

        public string Name => name;
    }
}
