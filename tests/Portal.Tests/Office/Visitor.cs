using System.Net.Http.Headers;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Transparency.Portal.Tests.Office;

/// <summary>What came back, after redirects.</summary>
public sealed record Seen(int Status, string Path, string Query, IHtmlDocument Page, HttpResponseHeaders Headers)
{
    public string Words => Page.QuerySelector("main")?.TextContent ?? "";

    public string Fault => Page.QuerySelector("[role=alert]")?.TextContent ?? "";

    public string Id => Path.Split('/')[^1];
}

/// <summary>A browser without scripts: it follows links and sends forms as they stand.</summary>
public sealed class Visitor(HttpClient http)
{
    public async Task<Seen> GoAsync(string path) => await SeenAsync(await http.GetAsync(path));

    /// <summary>Sends a form with what stands in it, except for the fields given.</summary>
    public Task<Seen> SendAsync(Seen seen, string form, object? fields = null) => PostAsync(ActionOf(seen, form), FieldsOf(seen, form, fields));

    /// <param name="get">the form asks and changes nothing</param>
    public Task<Seen> SendAsync(Seen seen, string form, object? fields, bool get) =>
        get ? GoAsync($"{ActionOf(seen, form)}?{string.Join('&', FieldsOf(seen, form, fields).Select(f => $"{f.Key}={Uri.EscapeDataString(f.Value)}"))}") : SendAsync(seen, form, fields);

    /// <summary>Follows the link of a page to this address.</summary>
    public Task<Seen> FollowAsync(Seen seen, string path)
    {
        Assert.NotNull(seen.Page.QuerySelector($"main a[href='{path}']"));
        return GoAsync(path);
    }

    /// <summary>Sends a file from the page that takes files.</summary>
    public Task<Seen> UploadAsync(Seen seen, string kind, string name, string content)
    {
        var body = new MultipartFormDataContent
        {
            { new StringContent(FieldsOf(seen, "#upload")["token"]), "token" }, { new StringContent(kind), "kind" }, { new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(content)), "file", name },
        };
        return PostAsync(ActionOf(seen, "#upload"), body);
    }

    /// <summary>Sends a form as a browser does that is asked for files: in parts, with the files that were chosen.</summary>
    public async Task<Seen> SendFilesAsync(Seen seen, string form, object? fields, params (string Input, string Name, byte[] Bytes)[] files)
    {
        var body = new MultipartFormDataContent();
        foreach (var (name, value) in FieldsOf(seen, form, fields).Where(f => !f.Key.EndsWith("_upload", StringComparison.Ordinal))) body.Add(new StringContent(value), name);
        foreach (var (input, name, bytes) in files) body.Add(new ByteArrayContent(bytes), input, name);
        // A refusal of its size then comes before the body is sent, not into the middle of it.
        var request = new HttpRequestMessage(HttpMethod.Post, ActionOf(seen, form)) { Content = body, Headers = { ExpectContinue = true } };
        return await SeenAsync(await http.SendAsync(request));
    }

    /// <summary>The answer as it comes.</summary>
    public Task<HttpResponseMessage> FetchAsync(string path, Action<HttpRequestHeaders>? asked = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        asked?.Invoke(request.Headers);
        return http.SendAsync(request);
    }

    public async Task<Seen> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields) => await SeenAsync(await http.PostAsync(path, new FormUrlEncodedContent(fields)));

    public async Task<Seen> PostAsync(string path, HttpContent content) => await SeenAsync(await http.PostAsync(path, content));

    public static string ActionOf(Seen seen, string form) => FormIn(seen, form).GetAttribute("action")!;

    public static Dictionary<string, string> FieldsOf(Seen seen, string form, object? fields = null)
    {
        var all = FormIn(seen, form).QuerySelectorAll("input, textarea, select").Where(IsSent).GroupBy(e => e.GetAttribute("name")!).ToDictionary(g => g.Key, g => string.Join(' ', g.Select(ValueOf)));
        var given = fields as IReadOnlyDictionary<string, string> ?? fields?.GetType().GetProperties().ToDictionary(p => p.Name, p => (string)p.GetValue(fields)!);
        foreach (var (name, value) in given ?? new Dictionary<string, string>()) all[name] = value;
        return all;
    }

    private static IHtmlFormElement FormIn(Seen seen, string form) =>
        seen.Page.QuerySelector(form) as IHtmlFormElement ?? throw new InvalidOperationException($"no form {form} on {seen.Path} ({seen.Status}): {seen.Words}");

    private static bool IsSent(IElement e) => e is not IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false };

    private static string ValueOf(IElement e) => e switch
    {
        IHtmlInputElement x => x.Value,
        IHtmlTextAreaElement x => x.Value,
        IHtmlSelectElement x => x.Value ?? "",
        _ => "",
    };

    private static async Task<Seen> SeenAsync(HttpResponseMessage answer)
    {
        var at = answer.RequestMessage!.RequestUri!;
        return new((int)answer.StatusCode, at.AbsolutePath, at.Query, new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()), answer.Headers);
    }
}
