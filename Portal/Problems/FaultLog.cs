using Transparency.Portal.Disk;

namespace Transparency.Portal.Problems;

/// <summary>Where the details of an unforeseen fault go: people read a sentence, whoever mends the program reads this.</summary>
public static class FaultLog
{
    /// <returns>the log's path, or null when there is no place to write to</returns>
    public static string? Append(string? dataFolder, Exception fault)
    {
        if (dataFolder is null) return null;
        var path = Path.Combine(dataFolder, "faults.log");
        try
        {
            OwnFiles.Make(dataFolder, OwnFiles.Passable);
            File.AppendAllText(path, $"{TimeProvider.System.GetUtcNow():O} {fault}\n\n");
            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
