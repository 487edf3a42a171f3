using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Transparency.Publishing.Typesetting;

/// <summary>One running <c>typeset.mjs</c>: a line to it, a line from it. Whoever gets an exception throws it away.</summary>
internal sealed class TypesetterProcess : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Process process;

    private TypesetterProcess(Process process) => this.process = process;

    internal int Id => process.Id;

    internal bool HasExited => process.HasExited;

    /// <summary>Resident bytes at the last answer.</summary>
    internal long Memory { get; private set; }

    /// <exception cref="System.ComponentModel.Win32Exception">there is no such program</exception>
    internal static TypesetterProcess Start(TypesetterOptions options, string nodeModules)
    {
        var start = new ProcessStartInfo(options.Node)
        {
            WorkingDirectory = options.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
        };
        start.ArgumentList.Add(Path.Combine(options.Folder, "typeset.mjs"));
        start.ArgumentList.Add(nodeModules);
        foreach (var folder in options.FontFolders) start.ArgumentList.Add(folder);
        return new TypesetterProcess(Process.Start(start)!);
    }

    /// <exception cref="IOException">the process has ended</exception>
    internal async Task SendAsync(string line, CancellationToken ct)
    {
        await process.StandardInput.WriteAsync((line + "\n").AsMemory(), ct).ConfigureAwait(false);
        await process.StandardInput.FlushAsync(ct).ConfigureAwait(false);
    }

    /// <exception cref="EndOfStreamException">the process has ended</exception>
    internal async Task<TypesetterAnswer> ReceiveAsync(CancellationToken ct)
    {
        var line = await process.StandardOutput.ReadLineAsync(ct).ConfigureAwait(false)
            ?? throw new EndOfStreamException("the typesetter ended without an answer");
        var answer = JsonSerializer.Deserialize<TypesetterAnswer>(line, JsonSerializerOptions.Web)!;
        Memory = answer.Rss;
        return answer;
    }

    public void Dispose()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself: nothing is left to kill.
        }
        process.Dispose();
    }
}

/// <summary>A line of <c>typeset.mjs</c>: its start, a sheet, or an error with the characters that no font has.</summary>
internal sealed record TypesetterAnswer(
    bool Ready, long Id, byte[]? Pdf, string? Error, IReadOnlyList<string>? Characters, long Rss);
