using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Transparency.Contracts;
using Transparency.Publishing.Notices;

namespace Transparency.Publishing.Typesetting;

/// <summary>
/// Supervises one Node process that typesets notices, one at a time. It starts with the first notice, and is replaced
/// after a fault, a time-out, a cancelled call, or when it has grown above the memory cap.
/// </summary>
public sealed class Typesetter(TypesetterOptions options) : IAsyncDisposable
{
    private const string Template = "notice";

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Lazy<string> fingerprint = new(() => TypesetterFingerprint.Of(options));
    private TypesetterProcess? running;
    private long last;

    /// <summary>
    /// SHA-256, in lower-case hexadecimal, over templates, program, compiler version and fonts: with the same
    /// fingerprint the same notice gives the same bytes. Reads about 90 MB of fonts the first time.
    /// </summary>
    /// <exception cref="IOException">a template or a font folder is missing</exception>
    public string Fingerprint => fingerprint.Value;

    /// <summary>The running process, for tests that end it; null before the first notice and after a fault.</summary>
    internal int? ProcessId => running?.Id;

    /// <summary>Makes the PDF of a notice; faults are values, only cancellation throws.</summary>
    /// <param name="noticeJson">attached as <c>notice.json</c>, byte for byte</param>
    /// <param name="qr">rows of <c>0</c> and <c>1</c> (dark), quiet zone included</param>
    /// <param name="standard"><c>a-3a</c> or <c>ua-1</c></param>
    public async Task<Typeset> TypesetAsync(
        NoticeDocument document, ReadOnlyMemory<byte> noticeJson, IReadOnlyList<string> qr, string standard = "a-3a",
        CancellationToken ct = default)
    {
        var id = Interlocked.Increment(ref last);
        var line = RequestOf(id, document, noticeJson, qr, standard);
        await turn.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            return Missing() is { } missing ? Failed("typesetter.missing", missing) : await AskAsync(id, line, ct).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The line that asks for a notice; see <c>typeset.mjs</c>.</summary>
    internal static string RequestOf(
        long id, NoticeDocument document, ReadOnlyMemory<byte> noticeJson, IReadOnlyList<string> qr, string standard) =>
        JsonSerializer.Serialize(new { id, template = Template, document, notice = noticeJson, qr, standard }, JsonSerializerOptions.Web);

    public async ValueTask DisposeAsync()
    {
        await turn.WaitAsync().ConfigureAwait(false);
        Stop();
        turn.Dispose();
    }

    private async Task<Typeset> AskAsync(long id, string line, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(options.TimeOut);
        try
        {
            if (running is null || running.HasExited || running.Memory > options.MemoryCap)
            {
                if (await StartAsync(limit.Token).ConfigureAwait(false) is { } fault) return fault;
            }
            await running!.SendAsync(line, limit.Token).ConfigureAwait(false);
            return Read(id, await running.ReceiveAsync(limit.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            // Its answer would come to the next caller; a runaway template can be stopped in no other way.
            Stop();
            ct.ThrowIfCancellationRequested();
            var seconds = options.TimeOut.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            return Failed("typesetter.dead", $"no answer within {seconds} s");
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            Stop();
            return Failed("typesetter.dead", e.Message);
        }
        catch (Win32Exception)
        {
            return Failed("typesetter.missing", options.Node);
        }
    }

    private async Task<Typeset?> StartAsync(CancellationToken ct)
    {
        Stop();
        running = TypesetterProcess.Start(options, options.FindNodeModules()!);
        var first = await running.ReceiveAsync(ct).ConfigureAwait(false);
        if (first.Ready) return null;
        Stop();
        return Failed("typesetter.fault", first.Error ?? "");
    }

    private static Typeset Read(long id, TypesetterAnswer answer) => answer switch
    {
        _ when answer.Id != id => throw new IOException("the typesetter answered another question"),
        { Pdf: { } pdf } => new Typeset.Done(pdf),
        { Characters.Count: > 0 } => Failed("typesetter.characters", string.Join(", ", answer.Characters.Select(Named))),
        _ => Failed("typesetter.fault", answer.Error ?? ""),
    };

    private static string Named(string character) => SheetFonts.Named(character.EnumerateRunes().First());

    private string? Missing()
    {
        if (!File.Exists(Path.Combine(options.Folder, "typeset.mjs"))) return "typeset.mjs";
        if (options.FontFolders.FirstOrDefault(f => !Directory.Exists(f)) is { } fonts) return fonts;
        return options.FindNodeModules() is null ? "node_modules" : null;
    }

    private static Typeset.Failed Failed(string code, string why) => new(Refusal.Mend(null, code, why));

    private void Stop()
    {
        running?.Dispose();
        running = null;
    }
}
