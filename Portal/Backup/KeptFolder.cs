using Transparency.Portal.Store;

namespace Transparency.Portal.Backup;

/// <summary>A store and the folders that belong to it: what is backed up.</summary>
/// <param name="Way">to its database</param>
/// <param name="TownFolder">the town's own files, or null for those that ship with the program</param>
/// <param name="Kinds">of its streams and rows</param>
public sealed record BackupSource(string Way, string DataFolder, string? TownFolder, StoreKinds Kinds)
{
    /// <summary>Where the files of a kept folder lie; null when there are none of this kind.</summary>
    public string? PathOf(KeptFolder folder) => folder == KeptFolder.Town ? TownFolder : Path.Combine(DataFolder, folder.Name);
}

/// <summary>
/// A folder whose files go into every backup. The rest of the data folder is left out: the cluster (its content is dumped), the tree (it
/// is rendered again), uploads under way and the log.
/// </summary>
/// <param name="Name">in the backup, and in the data folder that it is restored into</param>
/// <param name="Pattern">of the names that belong to it</param>
/// <param name="Recorded">
/// gives the names that the store has on record, each of which begins with the SHA-256 of its bytes; null when every file that is there
/// belongs to it
/// </param>
public sealed record KeptFolder(string Name, string Pattern, string? Recorded = null)
{
    /// <summary>The town's own files. They are restored into the data folder, from where they are put to their place by hand.</summary>
    public static readonly KeptFolder Town = new("town", "*.csv");

    public static readonly IReadOnlyList<KeptFolder> All =
    [
        new("attachments", "*", $"select distinct data->>'id' || '.' || (data->>'extension') from {MartenSetup.Portal}.mt_doc_storedfile"),
        new("sheets", "*.pdf", $"select distinct data->>'sha256' || '.pdf' from {MartenSetup.Portal}.mt_doc_typesetsheet"),
        // That sign cookies, so that nobody is signed out by a restore, and the one by which identity numbers are compared.
        new("keys", "*"),
        Town,
    ];
}
