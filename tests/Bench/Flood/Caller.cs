using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Transparency.Bench.Flood;

/// <summary>A browser without scripts at an address of its own within the loopback net, with its own cookies.</summary>
public sealed partial class Caller : IDisposable
{
    private readonly HttpClient http;

    /// <param name="from">the address that the portal sees, within 127.0.0.0/8</param>
    public Caller(Uri portal, string from = "127.0.0.1") => http = new(new SocketsHttpHandler
    {
        CookieContainer = new(),
        AllowAutoRedirect = false,
        ConnectCallback = async (to, ct) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, to.DnsEndPoint.Port), ct);
            return new NetworkStream(socket, ownsSocket: true);
        },
    }) { BaseAddress = portal };

    /// <summary>The token of the form on a page.</summary>
    public async Task<string> TokenAsync(string path)
    {
        var page = await http.GetStringAsync(path);
        var found = Token().Match(page);
        return found.Success ? WebUtility.HtmlDecode(found.Groups[1].Value) : throw new InvalidOperationException($"no form on {path}");
    }

    public Task<HttpResponseMessage> PostAsync(string path, HttpContent content) => http.PostAsync(path, content);

    public void Dispose() => http.Dispose();

    [GeneratedRegex("name=\"token\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
