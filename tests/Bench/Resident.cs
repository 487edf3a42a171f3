using System.Globalization;

namespace Transparency.Bench;

/// <summary>Resident memory as Linux counts it.</summary>
internal static class Resident
{
    /// <summary>
    /// This process's peak counts anew from what it holds now, after a collection; where the system does not allow it, the peak of its
    /// whole life stands.
    /// </summary>
    public static void Restart()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        try
        {
            File.WriteAllText("/proc/self/clear_refs", "5");
        }
        catch (Exception no) when (no is IOException or UnauthorizedAccessException)
        {
        }
    }

    /// <summary>The peak of a process so far, in MB of 10⁶ bytes, rounded up; 0 when it has ended.</summary>
    public static int PeakMB(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            var kilobytes = long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
            return (int)((kilobytes * 1024 + 999_999) / 1_000_000);
        }
        catch (Exception gone) when (gone is IOException or InvalidOperationException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
