using System.Globalization;

namespace Transparency.Portal.Verbs.CommandLine;

/// <summary>
/// How far long work has come, on standard error: a bar on a terminal, one line per 10 % otherwise, so that logs stay readable.
/// </summary>
/// <param name="what">what is being done, in both languages</param>
public sealed class Progress(TextWriter error, bool terminal, string what) : IProgress<(int Done, int Total)>
{
    private const int Width = 30;

    private readonly Lock gate = new();
    private int shown = -1;

    /// <summary>Shows nothing when the total is 0 or nothing new can be seen.</summary>
    public void Report((int Done, int Total) value)
    {
        if (value.Total <= 0) return;
        var percent = (int)(100L * Math.Clamp(value.Done, 0, value.Total) / value.Total);
        var step = terminal ? percent : percent / 10 * 10;
        lock (gate)
        {
            if (step <= shown || (!terminal && step == 0)) return;
            shown = step;
            if (terminal) error.Write(Bar(step) + (step == 100 ? "\n" : ""));
            else error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what} {step} % ({value.Done}/{value.Total})"));
            error.Flush();
        }
    }

    private string Bar(int percent)
    {
        var full = percent * Width / 100;
        return string.Create(CultureInfo.InvariantCulture,
            $"\r{what} [{new string('#', full)}{new string('.', Width - full)}] {percent,3} %");
    }
}
