using System.Text.Json;
using Transparency.Contracts;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;

namespace Transparency.Portal.Importing;

/// <summary>One kind of file that can be brought in.</summary>
/// <param name="Name">what stands behind <c>import</c></param>
/// <param name="Columns">of its template, in their order</param>
/// <param name="MayImport">who may at all; the law decides again on every row where there is one</param>
/// <param name="EnterAsync">reads and enters every row; returns how many were new</param>
public sealed record ImportKind(
    string Name, IReadOnlyList<Column> Columns, Func<Officer, bool> MayImport, Func<ImportRun, Task<int>> EnterAsync);

/// <summary>One attempt to enter a whole file; its findings stand in the rows.</summary>
public sealed class ImportRun(Entry entry, Officer by, DateTimeOffset at, string file, IEnumerable<SheetRow> rows)
{
    private readonly Dictionary<string, int> keys = new(StringComparer.Ordinal);

    public Entry Entry => entry;

    public Officer By => by;

    public DateTimeOffset At => at;

    public IReadOnlyList<RowReader> Rows { get; } = [.. rows.Select(r => new RowReader(file, r, Shanghai.DayOf(at)))];

    /// <summary>What the file brings, by village and month.</summary>
    public List<ImportTally> Tallies { get; } = [];

    public void Tell(ImportTally tally) => Tallies.Add(tally);

    public IEnumerable<Finding> Findings => Rows.SelectMany(r => r.Findings);

    /// <summary>True when every cell could be read and the key stands in no earlier row; only then may the row be entered.</summary>
    public bool IsSound(RowReader row, string column, string key)
    {
        if (key.Length > 0 && !keys.TryAdd(key, row.Number)) row.Refuse(column, Refusal.Mend(null, "import.key-twice", key, keys[key]));
        return row.Findings.Count == 0;
    }

    /// <summary>
    /// For a key that is known: what stands now, or stood when it was registered, is already there; other content is refused.
    /// So a file imported twice changes nothing, even when the office has gone on working in between.
    /// </summary>
    public static void Compare<T>(RowReader row, string column, string key, T given, params IEnumerable<T> known)
    {
        // By what would be stored: lists inside records have no equality of their own.
        var words = JsonSerializer.Serialize(given, StoreJson.Options);
        if (known.All(k => JsonSerializer.Serialize(k, StoreJson.Options) != words))
            row.Refuse(column, Refusal.Mend(null, "import.differs", key));
    }

    /// <summary>The same for a person's own values; a document that was deleted is not missed and not made again.</summary>
    public async Task ComparePersonAsync(RowReader row, string column, string key, Person? given)
    {
        if (given is null || row.Findings.Count > 0) return;
        if (await entry.Documents.LoadAsync<Person>(given.Id, entry.Cancelled) is not { } known) return;
        // The hash is worked out, not given.
        Compare(row, column, key, given, known with { IdHash = given.IdHash });
    }

    public async Task<T> FirstAsync<T>(string stream) =>
        (T)(await entry.Documents.Events.FetchStreamAsync(stream, version: 1, token: entry.Cancelled))[0].Data;
}
