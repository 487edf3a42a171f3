using System.Reflection;
using System.Text.Json;
using Transparency.Contracts;

namespace Transparency.Portal.Backup;

/// <summary>A file in a backup.</summary>
/// <param name="Name">folder and name, such as <c>attachments/{hash}.pdf</c></param>
/// <param name="Bytes">its length</param>
/// <param name="Sha256">64 lower-case hexadecimal digits</param>
public sealed record BackedUpFile(string Name, long Bytes, string Sha256);

/// <summary>What a backup holds; its first entry.</summary>
/// <param name="Format">raised when an older program could not restore it</param>
/// <param name="Program">version that made it</param>
/// <param name="At">moment of the snapshot, UTC, in whole seconds</param>
/// <param name="Events">how many events the snapshot has</param>
/// <param name="HighestEvent">the highest sequence number among them, 0 without any</param>
/// <param name="Edition">public acts in the snapshot, as a checkpoint counts them</param>
/// <param name="Files">in the order of their names</param>
/// <param name="Lacking">files that the snapshot names and the data folder does not hold, or holds damaged</param>
public sealed record BackupManifest(
    int Format, string Program, DateTimeOffset At, long Events, long HighestEvent, long Edition,
    IReadOnlyList<BackedUpFile> Files, IReadOnlyList<string> Lacking)
{
    /// <summary>Of this program.</summary>
    public const int FormatNow = 1;

    /// <summary>Name of its entry.</summary>
    public const string EntryName = "manifest.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static string ProgramNow { get; } =
        typeof(BackupManifest).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <summary>Refuses <c>backup.not-one</c> and <c>backup.newer</c>.</summary>
    /// <param name="file">the backup's name, for the refusal</param>
    public static Result<BackupManifest> Read(Stream from, string file)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(from, Json) switch
            {
                null => Refusal.Mend(null, "backup.not-one", file),
                { Format: > FormatNow, Program: var program } => Refusal.Mend(null, "backup.newer", file, program),
                var read => read,
            };
        }
        catch (JsonException)
        {
            return Refusal.Mend(null, "backup.not-one", file);
        }
    }
}
