using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Transparency.Contracts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Backup.Dumping;

/// <summary>
/// <c>pg_dump</c> and <c>pg_restore</c> of the distribution, under the account of this process and by the portal's own connection. What
/// they say of a fault goes into the refusal, by the line that names it.
/// </summary>
public sealed class DumpPrograms
{
    /// <summary>The schemas that are the store. That of the jobs is not: they are put back at every start.</summary>
    public static readonly IReadOnlyList<string> Schemas = [MartenSetup.Ledger, MartenSetup.Portal];

    private const string Installed = "/usr/lib/postgresql";

    private readonly string dump;
    private readonly string restore;
    private readonly Dictionary<string, string?> way;

    private DumpPrograms(string folder, Dictionary<string, string?> way) =>
        (dump, restore, this.way) = (Path.Combine(folder, "pg_dump"), Path.Combine(folder, "pg_restore"), way);

    /// <summary>Refuses (<c>backup.no-programs</c>) when the programs for this server's version are not installed.</summary>
    /// <param name="way">to the database that is dumped or filled</param>
    public static async Task<Result<DumpPrograms>> ForAsync(string way, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(StoreSnapshot.Own(way).ConnectionString);
        await connection.OpenAsync(ct);
        var version = connection.PostgreSqlVersion.Major;
        return Find(version) is { } folder
            ? new DumpPrograms(folder, WayOf(connection, new(way)))
            : Refusal.Mend(null, "backup.no-programs", version);
    }

    /// <summary>Hands on what <c>pg_dump</c> writes, in custom form, piece by piece. Refuses <c>backup.dump-failed</c>.</summary>
    /// <param name="snapshot">see <see cref="StoreSnapshot.Id"/></param>
    public async Task<Refusal?> DumpAsync(string snapshot, Func<Stream, Task> take, CancellationToken ct)
    {
        var schemas = Schemas.Select(schema => $"--schema={schema}");
        using var process = Start(dump, ["--format=custom", "--no-password", $"--snapshot={snapshot}", .. schemas]);
        if (process is null) return Refusal.Mend(null, "backup.dump-failed", dump);
        var said = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await take(process.StandardOutput.BaseStream);
            await process.WaitForExitAsync(ct);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
        return process.ExitCode == 0 ? null : Refusal.Mend(null, "backup.dump-failed", Reason(await said));
    }

    /// <summary>
    /// Fills the database in one transaction, which ends when <paramref name="give"/> does: if that throws, nothing is there.
    /// Refuses <c>backup.restore-failed</c>.
    /// </summary>
    /// <param name="give">writes the dump into the stream</param>
    public async Task<Refusal?> RestoreAsync(Func<Stream, Task> give, CancellationToken ct)
    {
        using var process = Start(
            restore, ["--single-transaction", "--no-owner", "--no-privileges", "--no-password", $"--dbname={way["PGDATABASE"]}"]);
        if (process is null) return Refusal.Mend(null, "backup.restore-failed", restore);
        var said = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        try
        {
            try
            {
                await give(process.StandardInput.BaseStream);
                process.StandardInput.Close();
            }
            catch (IOException) when (HasEnded(process))
            {
                // It gave up before all was read, and says why.
            }
            await process.WaitForExitAsync(ct);
        }
        finally
        {
            // Its end is the end of its transaction.
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
        await output;
        return process.ExitCode == 0 ? null : Refusal.Mend(null, "backup.restore-failed", Reason(await said));
    }

    /// <summary>A pipe breaks a moment before its reader's end is seen.</summary>
    private static bool HasEnded(Process process) => process.WaitForExit(TimeSpan.FromSeconds(5)) && process.ExitCode != 0;

    /// <summary>The line that names the fault; those after it may quote what was written.</summary>
    private static string Reason(string said)
    {
        var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.FirstOrDefault(line => line.Contains("error:", StringComparison.Ordinal)) ?? lines.LastOrDefault("");
    }

    private Process? Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // PGHOST and the like may be meant for another server.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }
        foreach (var (name, value) in way.Where(one => !string.IsNullOrEmpty(one.Value))) start.Environment[name] = value;
        start.Environment["LC_ALL"] = "C.UTF-8";
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>The programs of the server's own version, or the oldest of those that are newer: an older pg_dump refuses it.</summary>
    private static string? Find(int version)
    {
        var installed = Directory.Exists(Installed) ? Directory.GetDirectories(Installed) : [];
        return installed
            .Select(folder => (Folder: folder, Version: int.TryParse(
                Path.GetFileName(folder), CultureInfo.InvariantCulture, out var number) ? number : 0))
            .Where(found => found.Version >= version)
            .OrderBy(found => found.Version)
            .Select(found => Path.Combine(found.Folder, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "pg_dump")) && File.Exists(Path.Combine(folder, "pg_restore")));
    }

    /// <summary>
    /// As the environment of PostgreSQL's own programs has it, since a command line is seen by every user of the machine. Host and port are
    /// those that answered, should the connection string name several.
    /// </summary>
    private static Dictionary<string, string?> WayOf(NpgsqlConnection connection, NpgsqlConnectionStringBuilder to) => new()
    {
        ["PGHOST"] = connection.Host,
        ["PGPORT"] = connection.Port.ToString(CultureInfo.InvariantCulture),
        ["PGUSER"] = to.Username,
        ["PGPASSWORD"] = to.Password,
        ["PGPASSFILE"] = to.Passfile,
        ["PGDATABASE"] = connection.Database,
        ["PGSSLMODE"] = to.SslMode switch
        {
            SslMode.Disable => "disable",
            SslMode.Allow => "allow",
            SslMode.Require => "require",
            SslMode.VerifyCA => "verify-ca",
            SslMode.VerifyFull => "verify-full",
            _ => "prefer",
        },
        ["PGSSLROOTCERT"] = to.RootCertificate,
        ["PGSSLCERT"] = to.SslCertificate,
        ["PGSSLKEY"] = to.SslKey,
        ["PGAPPNAME"] = "backup",
    };
}
