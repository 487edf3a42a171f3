using System.Security.Cryptography;
using System.Text;
using Npgsql;
using Transparency.Contracts;
using Transparency.Portal.Disk;
using Transparency.Portal.Problems;

namespace Transparency.Portal.Embedded;

/// <summary>
/// Where one private cluster lives: <c>data</c> (the files), <c>run</c> (socket and log), the access rules and the lock.
/// Only <c>data</c> and <c>run</c> belong to the cluster's account: as root we never write through a folder that it owns.
/// </summary>
internal sealed record ClusterPlace(string Folder)
{
    /// <summary>
    /// How the name of a folder begins in which a cluster is being made; a finished one is renamed to <see cref="Data"/>.
    /// </summary>
    public const string Unfinished = "data.new";

    private const string SharedRoot = "/var/lib/sunshine";
    private const string CommonDatabase = "postgres";

    /// <summary>A socket's address holds 107 bytes, and <c>/.s.PGSQL.5432</c> takes fourteen of them.</summary>
    private const int LongestSocketFolder = 93;

    /// <summary>Several pools of one or two portals must fit into the server's 60 connections.</summary>
    private const int LargestPool = 25;

    public string Data => Path.Combine(Folder, "data");
    public string Run => Path.Combine(Folder, "run");
    public string Log => Path.Combine(Run, "postgres.log");
    public string AccessRules => Path.Combine(Folder, "pg_hba.conf");
    public string AccessMap => Path.Combine(Folder, "pg_ident.conf");
    public string PidFile => Path.Combine(Data, "postmaster.pid");
    public string LockFile => Path.Combine(Folder, "lock");

    /// <summary>Held shared by everybody who uses the cluster; see <see cref="ClusterInUse"/>.</summary>
    public string Users => Path.Combine(Folder, "users");

    public string ConnectionString => ConnectionTo("sunshine").ConnectionString;

    public NpgsqlConnectionStringBuilder ConnectionToCommonDatabase => ConnectionTo(CommonDatabase);

    public NpgsqlConnectionStringBuilder ConnectionTo(string database) =>
        new() { Host = Run, Username = "portal", Database = database, MaxPoolSize = LargestPool };

    /// <summary>The cluster that this data folder already has; it wins over every other place.</summary>
    public static ClusterPlace? Existing(string dataFolder) =>
        Candidates(dataFolder).FirstOrDefault(place => Directory.Exists(place.Data));

    /// <summary>The existing cluster's place, or the first one that the cluster's account can use.</summary>
    public static async Task<ClusterPlace> ChooseAsync(string dataFolder, CancellationToken ct)
    {
        if (Existing(dataFolder) is { } existing)
        {
            return existing;
        }
        Exception? cause = null;
        foreach (var place in Candidates(dataFolder).Where(place => place.HasUsableAddress))
        {
            try
            {
                if (await place.CanBeReachedAsync(ct))
                {
                    await place.PrepareAsync(ct);
                    return place;
                }
            }
            catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
            {
                cause = denied;
            }
        }
        throw new CannotRun(Refusal.Mend(null, "cluster.no-place", FullPath(dataFolder), PostgresPrograms.Account), cause);
    }

    /// <summary>Makes the folders and gives them their owner; repeating it changes nothing.</summary>
    public async Task PrepareAsync(CancellationToken ct)
    {
        Directory.CreateDirectory(Folder);
        if (!Environment.IsPrivilegedProcess)
        {
            File.SetUnixFileMode(Folder, OwnFiles.Closed);
            Directory.CreateDirectory(Run, OwnFiles.Closed);
            return;
        }
        File.SetUnixFileMode(Folder, OwnFiles.Passable);
        await PostgresPrograms.MakeFolderOfAccountAsync(Run, ct);
    }

    private static IEnumerable<ClusterPlace> Candidates(string dataFolder)
    {
        var full = FullPath(dataFolder);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(full)))[..12];
        return [new(Path.Combine(full, "cluster")), new(Path.Combine(SharedRoot, hash))];
    }

    private static string FullPath(string folder) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));

    /// <summary>
    /// Short enough for a socket, and free of what means something to a shell (pg_ctl uses one), to the server's list
    /// of socket folders or to a connection string's list of hosts.
    /// </summary>
    private bool HasUsableAddress =>
        Encoding.UTF8.GetByteCount(Run) <= LongestSocketFolder
        && Run.All(c => char.IsLetterOrDigit(c) || c is '/' or '.' or '_' or '-' or '+' or ' ');

    private async Task<bool> CanBeReachedAsync(CancellationToken ct)
    {
        var parent = Path.GetDirectoryName(Folder)!;
        OwnFiles.Make(parent, OwnFiles.Passable);
        return await PostgresPrograms.AccountCanPassAsync(parent, ct);
    }
}
