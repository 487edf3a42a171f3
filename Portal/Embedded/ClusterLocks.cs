using System.Diagnostics;

namespace Transparency.Portal.Embedded;

/// <summary>
/// Locks on files, by flock(2): they end with the process that holds them, however it ends, and processes that it started do not
/// inherit them.
/// </summary>
internal static class ClusterLocks
{
    private const int WouldBlock = 11; // EWOULDBLOCK of Linux: another process, or another task of this one, holds it
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public static Task<FileStream> AloneAsync(string file, CancellationToken ct) => WaitAsync(file, FileShare.None, ct);

    public static Task<FileStream> SharedAsync(string file, CancellationToken ct) => WaitAsync(file, FileShare.ReadWrite, ct);

    /// <summary>Null when anybody holds it, shared or alone.</summary>
    public static FileStream? TryAlone(string file)
    {
        try
        {
            return Open(file, FileShare.None);
        }
        catch (IOException held) when (held.HResult == WouldBlock)
        {
            return null;
        }
    }

    private static async Task<FileStream> WaitAsync(string file, FileShare share, CancellationToken ct)
    {
        var passed = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return Open(file, share);
            }
            catch (IOException held) when (held.HResult == WouldBlock && passed.Elapsed < Limit)
            {
                await Task.Delay(Pause, ct);
            }
        }
    }

    private static FileStream Open(string file, FileShare share) => new(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, share);
}
