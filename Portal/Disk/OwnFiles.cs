using System.Runtime.InteropServices;

namespace Transparency.Portal.Disk;

/// <summary>Who on this machine may look at what the portal keeps: nobody but its own account, unless a folder is named here.</summary>
public static class OwnFiles
{
    /// <summary>0711: passed through on the way to a folder that is known, never listed.</summary>
    public const UnixFileMode Passable = Closed | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>0700</summary>
    public const UnixFileMode Closed = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>0755: for any web server.</summary>
    public const UnixFileMode Open = Passable | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private const UnixFileMode OfOthers = (UnixFileMode)0b000_111_111;

    /// <summary>What an earlier version left open below the data folder.</summary>
    private static readonly string[] Private = ["attachments", "keys", "sheets", "uploads"];

    /// <summary>
    /// For the whole process and all that it starts: whatever is written from now on is 0600, whatever is made to hold it 0700,
    /// by libraries too. Who makes something for other eyes sets its mode.
    /// </summary>
    public static void CloseToOthers() => _ = umask((uint)OfOthers);

    /// <summary>
    /// The data folder, 0711: the cluster's account and a web server pass on to the two folders that are theirs. One that stands is
    /// never opened any further than its owner left it; what stands open in it is closed.
    /// </summary>
    public static void MakeDataFolder(string folder)
    {
        Make(folder, Passable);
        foreach (var path in Private.Select(name => Path.Combine(folder, name)).Where(Directory.Exists))
            CloseTo(path, Closed);
        if (Private.Append("cluster").Any(name => Directory.Exists(Path.Combine(folder, name)))) CloseTo(folder, Passable);
        var faults = Path.Combine(folder, "faults.log");
        if (File.Exists(faults)) CloseTo(faults, Closed);
    }

    /// <summary>With all that is missing above it; what stands keeps its mode.</summary>
    public static void Make(string folder, UnixFileMode mode)
    {
        if (Directory.Exists(folder)) return;
        if (Path.GetDirectoryName(folder) is { } above) Make(above, mode);
        Directory.CreateDirectory(folder, mode);
        File.SetUnixFileMode(folder, mode); // whatever the umask is
    }

    private static void CloseTo(string path, UnixFileMode most)
    {
        var now = File.GetUnixFileMode(path);
        if ((now & OfOthers & ~most) == 0) return;
        try
        {
            File.SetUnixFileMode(path, now & (most | ~OfOthers));
        }
        catch (UnauthorizedAccessException)
        {
            // Another account owns it and lets us write by its group: that is its decision.
        }
    }

    [DllImport("libc")]
    private static extern uint umask(uint mask);
}
