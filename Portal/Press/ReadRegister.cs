using System.Collections.Immutable;
using System.Data;
using System.Text.Json;
using Marten;
using Npgsql;
using Transparency.Contracts;
using Transparency.Portal.Store;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Publishing.Site.Suppressions;
using Transparency.Publishing.Tree;

namespace Transparency.Portal.Press;

/// <summary>
/// Reads the public register as one snapshot. What changed is found by comparing (id, version) of every row with what was read last:
/// time stamps and sequence marks miss late commits, so no mark is trusted. Only differing rows are read; equal rows stay the same objects.
/// </summary>
public sealed class ReadRegister(IDocumentStore store, StoreKinds kinds, string connectionString)
{
    private readonly List<RegisterTable> tables = [.. kinds.Rows.Where(p => p.IsPublic).Select(p => new RegisterTable(p))];
    private readonly Dictionary<string, Refusal> unreadable = new(StringComparer.Ordinal);
    private PublicRegister? last;
    private SuppressionOnRegister? unproven;

    /// <summary>The store as the last reading found it; a hinted one does not count its events.</summary>
    public StoreMark Mark { get; private set; } = new("", 0, 0, null);

    /// <summary><c>output.failed</c> for each row that could not be read: what was read of it before, if anything, stands on.</summary>
    public IReadOnlyList<Refusal> Unreadable => [.. unreadable.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => row.Value)];

    /// <summary>
    /// Why there was no register: <c>publication.no-town</c>, or <c>publication.suppression-unproven</c> for a row that no event tells.
    /// </summary>
    public Refusal Why => unproven is { } row
        ? Refusal.NotNow("publication.suppression-unproven", row.PublicKey)
        : Refusal.Wait("publication.no-town");

    /// <param name="hinted">
    /// keys of rows that a commit is known to have changed: once the register has been read, only these are looked at, and what else has
    /// changed is left to the next comparison; null for all rows
    /// </param>
    /// <param name="suppressed">what may stand nowhere, though the store may not know it; counts until the register has been read</param>
    /// <returns>null where there is none to publish, see <see cref="Why"/>; the same object as before when no row differs</returns>
    public async Task<PublicRegister?> ReadAsync(
        IReadOnlyCollection<string>? hinted, CancellationToken ct, Suppressed? suppressed = null)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(ct);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await using (var readOnly = new NpgsqlCommand("set transaction read only", connection, snapshot))
            await readOnly.ExecuteNonQueryAsync(ct);
        var isWhole = last is null || hinted is null;
        Mark = isWhole
            ? await StoreMark.ReadAsync(connection, kinds, ct)
            : await Mark.ReadOnAsync(connection, ct);
        var serializer = store.Options.Serializer();
        var changed = new List<(string Id, object? Row)>();
        foreach (var table in tables)
            changed.AddRange(isWhole
                ? await table.CompareAsync(connection, serializer, ct)
                : await table.LookAtAsync(connection, serializer, hinted!, ct));
        unproven = await UnprovenAsync(changed.Select(row => row.Row).OfType<SuppressionOnRegister>(), ct);
        if (unproven is not null) return null;
        if (changed.Count == 0 || With([.. changed.Where(IsReadable)], suppressed ?? Suppressed.None) is not { } now) return last;
        // Only now: a read that broke off, or found no town yet, must find the same differences again.
        tables.ForEach(table => table.Keep());
        foreach (var id in unreadable.Keys) tables.ForEach(table => table.Forget(id));
        return last = now;
    }

    /// <summary>
    /// What is suppressed is destroyed, so a row alone is not believed: one that its stream's guarded events do not tell never arrives.
    /// </summary>
    private async Task<SuppressionOnRegister?> UnprovenAsync(IEnumerable<SuppressionOnRegister> rows, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        foreach (var row in rows)
        {
            var events = await session.Events.FetchStreamAsync(row.Id, token: ct);
            var told = events.Aggregate((SuppressionOnRegister?)null, (known, e) => SuppressionOnRegister.Evolve(known, row.Id, e.Data));
            if (!JsonSerializer.SerializeToUtf8Bytes(told, StoreJson.Options).AsSpan()
                .SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(row, StoreJson.Options))) return row;
        }
        return null;
    }

    private bool IsReadable((string Id, object? Row) read)
    {
        unreadable.Remove(read.Id);
        if (read.Row is not UnreadableRow row) return true;
        unreadable[read.Id] = Attempts.Failure(read.Id, row.Fault);
        return false;
    }

    private PublicRegister? With(List<(string Id, object? Row)> changed, Suppressed suppressed)
    {
        var town = changed.Select(row => row.Row).OfType<TownOnRegister>().LastOrDefault() ?? last?.Town;
        if (town is null) return null;
        var before = last ?? new(town, ImmutableDictionary.Create<string, IPublicRow>(StringComparer.Ordinal)) { Suppressed = suppressed };
        return before.Next(town, changed.Where(row => row.Row is not TownOnRegister).Select(row => (row.Id, row.Row as IPublicRow)));
    }
}
