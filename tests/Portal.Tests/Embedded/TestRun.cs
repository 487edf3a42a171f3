using System.Collections.Concurrent;
using System.Globalization;

namespace Transparency.Portal.Tests.Embedded;

/// <summary>
/// What all test projects of a run share. Its folder is named by <c>./sunshine test</c>; a project that is run by itself has one
/// of its own. The run is over when nobody holds the lock of <c>alive</c> any more: the script, or else this process.
/// </summary>
public static class TestRun
{
    private const int WouldBlock = 11; // EWOULDBLOCK of Linux: another process holds it
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Made = new();
    private static FileStream? alive; // held, since its collection would end the run

    public static string Folder { get; } = Environment.GetEnvironmentVariable("SUNSHINE_TEST_RUN") ?? Own();

    /// <summary>Makes it once in a run, whichever process comes first; all others wait for it and get the same answer.</summary>
    /// <param name="make">gives what the others must know</param>
    public static Task<string> OnceAsync(string name, Func<Task<string>> make) =>
        Made.GetOrAdd(name, _ => new(() => MakeAsync(Path.Combine(Folder, name), make))).Value;

    private static async Task<string> MakeAsync(string path, Func<Task<string>> make)
    {
        await using var held = await HoldAsync($"{path}.lock");
        var answer = $"{path}.made";
        if (File.Exists(answer)) return await File.ReadAllTextAsync(answer);
        var made = await make();
        // Dying here leaves no answer: the next one makes it anew, under names of its own.
        await File.WriteAllTextAsync($"{answer}.tmp", made);
        File.Move($"{answer}.tmp", answer);
        return made;
    }

    private static async Task<FileStream> HoldAsync(string path)
    {
        while (true)
        {
            try
            {
                return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException held) when (held.HResult == WouldBlock)
            {
                await Task.Delay(50);
            }
        }
    }

    private static string Own()
    {
        var folder = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"sunshine-run-{Environment.ProcessId}"));
        Directory.CreateDirectory(folder);
        alive = new(Path.Combine(folder, "alive"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        return folder;
    }
}
