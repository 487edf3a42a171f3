namespace Transparency.Portal.Backup;

/// <summary>Where backups go, and what they are sealed with.</summary>
/// <param name="Folder">of the daily ones; absolute, made when the first one comes</param>
/// <param name="CopyFolder">where a second copy of each goes, or null; absolute</param>
/// <param name="KeyFile">absolute; never inside the data folder or beside the backups</param>
public sealed record BackupSettings(string Folder, string? CopyFolder, string KeyFile)
{
    /// <summary><c>~/.config/sunshine/backup.key</c>, or below <c>/etc</c> for an account without a home.</summary>
    public static string DefaultKeyFile
    {
        get
        {
            var home = Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify);
            return Path.Combine(home.Length > 0 ? home : "/etc", "sunshine", "backup.key");
        }
    }
}
