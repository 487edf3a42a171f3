using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Transparency.Contracts;
using Transparency.Portal.Problems;

namespace Transparency.Portal.Embedded;

/// <summary>
/// The programs of the distribution's PostgreSQL, and the only place that starts processes for the cluster.
/// PostgreSQL refuses to run as root, so root hands them to the distribution's account for it.
/// </summary>
internal static class PostgresPrograms
{
    private const string Installed = "/usr/lib/postgresql";

    public sealed record Outcome(int Code, string Said)
    {
        public string LastLine =>
            Said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault("");
    }

    /// <summary>The account that owns and runs the cluster.</summary>
    public static string Account { get; } = Environment.IsPrivilegedProcess ? "postgres" : Environment.UserName;

    public static Task<Outcome> InitialiseAsync(ClusterPlace place, string folder, CancellationToken ct) =>
        RunAsync(Find("initdb", place), asAccount: true, ct,
            "-D", folder, "-U", "portal", "--data-checksums", "-E", "UTF8", "--locale=C.UTF-8",
            "--auth-local=peer", "--auth-host=reject", "--no-instructions");

    /// <summary>pg_ctl gives the server a session of its own: it outlives the portal and does not see its Ctrl-C.</summary>
    public static Task<Outcome> StartAsync(ClusterPlace place) =>
        RunAsync(Find("pg_ctl", place), asAccount: true, CancellationToken.None,
            "-D", place.Data, "-w", "-t", "15", "-l", place.Log, "-o", Settings(place), "start");

    public static Task<Outcome> StopAsync(ClusterPlace place) =>
        RunAsync(Find("pg_ctl", place), asAccount: true, CancellationToken.None,
            "-D", place.Data, "-w", "-t", "60", "-m", "fast", "stop");

    public static async Task<bool> AccountCanPassAsync(string folder, CancellationToken ct) =>
        (await RunAsync("test", asAccount: true, ct, "-x", folder)).Code == 0;

    public static async Task MakeFolderOfAccountAsync(string folder, CancellationToken ct)
    {
        var made = await RunAsync("install", asAccount: false, ct, "-d", "-m", "0700", "-o", Account, folder);
        if (made.Code != 0)
        {
            throw new IOException(made.LastLine);
        }
    }

    /// <summary>Sized for a small machine. Durability is written out, so that no file of the cluster can weaken it.</summary>
    private static string Settings(ClusterPlace place) => string.Join(' ', new[]
    {
        "listen_addresses=''", $"unix_socket_directories='{place.Run}'", "unix_socket_permissions=0700", "port=5432",
        $"hba_file='{place.AccessRules}'", $"ident_file='{place.AccessMap}'",
        "shared_buffers=128MB", "max_connections=60", "fsync=on", "synchronous_commit=on", "full_page_writes=on",
    }.Select(setting => $"-c {setting}"));

    /// <summary>An existing cluster needs the major version that made it; a new one takes the newest.</summary>
    private static string Find(string program, ClusterPlace place)
    {
        var mark = Path.Combine(place.Data, "PG_VERSION");
        var version = File.Exists(mark) ? File.ReadAllText(mark).Trim() : null;
        var installed = Directory.Exists(Installed) ? Directory.GetDirectories(Installed) : [];
        var folders = installed
            .Select(folder => (Folder: folder, Version: Path.GetFileName(folder)))
            .Where(found => version is null ? int.TryParse(found.Version, out _) : found.Version == version)
            .OrderByDescending(found => int.Parse(found.Version, CultureInfo.InvariantCulture))
            .Select(found => Path.Combine(found.Folder, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries));
        return folders.Where(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")))
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault() ?? throw Missing(version is null ? "PostgreSQL" : $"PostgreSQL {version}", null);
    }

    private static async Task<Outcome> RunAsync(string program, bool asAccount, CancellationToken ct, params string[] arguments)
    {
        using var process = StartProcess(Describe(program, asAccount, arguments));
        // The server's own output goes to its log: these two end with the program, not with the server.
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true); // the lock is about to be released: nothing may go on writing
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }
        return new Outcome(process.ExitCode, await output + await errors);
    }

    private static Process StartProcess(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception noProgramOrAccount)
        {
            throw Missing("PostgreSQL", noProgramOrAccount);
        }
    }

    private static ProcessStartInfo Describe(string program, bool asAccount, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = "/", // the portal's own folder may be closed to the account
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (asAccount && Environment.IsPrivilegedProcess)
        {
            start.UserName = Account;
        }
        // PGPORT, PGDATA and the like are meant for somebody else's server.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }
        start.Environment["LC_ALL"] = "C.UTF-8";
        return start;
    }

    private static CannotRun Missing(string what, Exception? cause) => new(Refusal.Mend(null, "cluster.no-postgres", what), cause);
}
