using System.Text.RegularExpressions;
using Marten;
using Npgsql;
using Transparency.Contracts;
using Transparency.Portal.Store.Documents;

namespace Transparency.Portal.Store;

/// <summary>
/// One table of which nothing is changed or taken away, and the two triggers that see to it. They prevent accidents: a database
/// administrator can still switch them off, and then they stay off, for all to see, until their owner puts them up again.
/// </summary>
/// <param name="Name">of the triggers' function</param>
/// <param name="Leaves">what was published of suppressed editions may be taken away, in a transaction that says so</param>
public sealed partial record Guard(string Schema, string Table, string Name, bool Leaves)
{
    /// <summary>A setting of one transaction: while it is on, what was published of suppressed editions may leave.</summary>
    public const string Leaving = "sunshine.suppression";

    public static readonly IReadOnlyList<Guard> All =
    [
        new(MartenSetup.Ledger, "mt_events", "events_are_append_only", Leaves: false),
        new(MartenSetup.Portal, $"mt_doc_{nameof(ShelvedNotice)}".ToLowerInvariant(), "notices_are_append_only", Leaves: true),
    ];

    /// <summary>Triggers may stand and be passed over by every session.</summary>
    private const string Fires = "current_setting('session_replication_role') <> 'replica'";

    private string Body => $"""
         begin
        {(Leaves ? $"if tg_op = 'DELETE' and current_setting('{Leaving}', true) = 'on' then return old; end if;" : "")}
        raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end 
        """;

    /// <summary>Makes it, or makes it anew whatever stands there.</summary>
    internal string Creation => $"""
        create or replace function {Schema}.{Name}() returns trigger language plpgsql as $body${Body}$body$;
        create or replace trigger append_only_row before update or delete on {Schema}.{Table}
          for each row execute function {Schema}.{Name}();
        create or replace trigger append_only_table before truncate on {Schema}.{Table}
          for each statement execute function {Schema}.{Name}();
        alter table {Schema}.{Table} enable trigger append_only_row, enable trigger append_only_table;
        """;

    /// <summary>The bodies of the triggers that stand: two when it is whole.</summary>
    /// <remarks>27 = row, before, update and delete; 34 = statement, before, truncate; O and A = enabled.</remarks>
    internal string Standing => $"""
        select p.prosrc from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
          join pg_proc p on p.oid = t.tgfoid
        where n.nspname = '{Schema}' and c.relname = '{Table}' and p.proname = '{Name}' and t.tgenabled in ('O', 'A')
          and t.tgqual is null and t.tgattr = ''
          and (t.tgname, t.tgtype::int) in (('append_only_row', 27), ('append_only_table', 34))
        """;

    /// <returns><c>store.guard-off</c> for each table whose guard is off, missing or no longer the program's own</returns>
    public static async Task<IReadOnlyList<Refusal>> OffAsync(IDocumentStore store, CancellationToken ct = default)
    {
        await using var connection = store.Storage.Database.CreateConnection();
        await connection.OpenAsync(ct);
        var off = new List<Refusal>();
        foreach (var guard in All)
            if (!await guard.StandsAsync(connection, ct)) off.Add(Refusal.Wait("store.guard-off", $"{guard.Schema}.{guard.Table}"));
        return off;
    }

    /// <summary>By the owner's own word: no start of the program does this.</summary>
    /// <returns>the tables whose guard was off</returns>
    public static async Task<IReadOnlyList<string>> PutUpAsync(IDocumentStore store, CancellationToken ct = default)
    {
        await using var connection = store.Storage.Database.CreateConnection();
        await connection.OpenAsync(ct);
        var put = new List<string>();
        foreach (var guard in All)
        {
            if (await guard.StandsAsync(connection, ct)) continue;
            await using var make = new NpgsqlCommand(guard.Creation, connection);
            await make.ExecuteNonQueryAsync(ct);
            put.Add($"{guard.Schema}.{guard.Table}");
        }
        return put;
    }

    private async Task<bool> StandsAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var ask = new NpgsqlCommand($"{Standing} and {Fires}", connection);
        await using var rows = await ask.ExecuteReaderAsync(ct);
        var found = 0;
        while (await rows.ReadAsync(ct))
            if (Spaces().Replace(rows.GetString(0), " ") == Spaces().Replace(Body, " ")) found++;
        return found == 2;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
