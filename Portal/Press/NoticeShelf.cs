using System.Collections.Concurrent;
using System.Text;
using Marten;
using Npgsql;
using Transparency.Contracts;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Site;
using Transparency.Publishing.Tree;
using Weasel.Core;

namespace Transparency.Portal.Press;

/// <summary>
/// Data of editions, frozen when they are first published: what a later program would make of an edition, and what anybody makes of its
/// event, changes neither the file nor the check code that is printed of it.
/// </summary>
public sealed class NoticeShelf(IDocumentStore store, string connectionString, ILogger<NoticeShelf> log)
{
    private const int Batch = 500;
    private const string Table = $"{MartenSetup.Portal}.mt_doc_shelvednotice";

    private readonly Dictionary<string, Shelved> known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> contested = new(StringComparer.Ordinal);

    /// <summary>
    /// Puts on the shelf what is published for the first time, before any file is written; what lies there already comes from there.
    /// </summary>
    /// <param name="standing">SHA-256 of what stands at a path, or null</param>
    /// <returns>
    /// the outputs in the same order, and <c>notice.differs</c> for each of which shelf and events do not say the same: somebody changed
    /// one of them. As long as nobody knows which, it stays as it stands; what does not stand is left out
    /// </returns>
    public async Task<(IReadOnlyList<Output> Outputs, IReadOnlyList<Refusal> Differing)> FreezeAsync(
        IReadOnlyList<Output> outputs, Func<string, string?> standing, CancellationToken ct)
    {
        var (otherwise, differing) = (new Dictionary<string, Output?>(StringComparer.Ordinal), new List<Refusal>());
        var frozen = outputs.Where(output => output.Frozen is not null).ToList();
        await LearnAsync([.. frozen.Select(output => output.Frozen!.Key).Where(key => !known.ContainsKey(key))], ct);
        // Before the first of them is made: a certificate names the data of its editions.
        foreach (var of in frozen.Select(output => output.Frozen!))
            if (known.TryGetValue(of.Key, out var shelved)) CheckCodes.Keep(of.Of, shelved.Sha256);
        var shelving = Task.CompletedTask;
        foreach (var batch in frozen.Chunk(Batch))
        {
            var fresh = batch.AsParallel().AsOrdered().Select(Rendered)
                .OfType<(Output Output, PublishedFile File, byte[] Bytes)>().ToList();
            // The store takes in one batch while the next is made.
            await shelving;
            foreach (var (output, file, bytes) in fresh)
            {
                if (!known.TryGetValue(output.Frozen!.Key, out var shelved) || file.Sha256 == shelved.Sha256) continue;
                otherwise[output.Path] = AsShelved(output, file.Sha256, bytes, standing(output.Path) == shelved.Sha256);
                if (contested.ContainsKey(output.Frozen.Key)) differing.Add(Refusal.Mend(null, "notice.differs", output.Path));
            }
            shelving = ShelveAsync(
                [.. fresh.Where(x => !known.ContainsKey(x.Output.Frozen!.Key)).DistinctBy(x => x.Output.Frozen!.Key)], ct);
        }
        await shelving;
        foreach (var why in differing) log.LogError("shelf and events do not say the same: {Path}", why.Arguments[0]);
        return (otherwise.Count == 0 ? outputs
            : [.. outputs.Select(output => otherwise.GetValueOrDefault(output.Path, output)).OfType<Output>()], differing);
    }

    /// <summary>The bytes as they were first published; null for what never was. Throws for what shelf and events contest.</summary>
    public byte[]? Read(string key) =>
        contested.ContainsKey(key) ? throw new InvalidDataException($"{key} is contested") : OnShelf(key);

    /// <summary>
    /// Everything on the shelf held against what the events make: <c>notice.differs</c> with the path of each that does not say the same.
    /// </summary>
    public async Task<IReadOnlyList<Refusal>> CheckAsync(IEnumerable<Output> outputs, CancellationToken ct)
    {
        var made = outputs.Where(output => output.Frozen is not null).DistinctBy(output => output.Frozen!.Key)
            .ToDictionary(output => output.Frozen!.Key, StringComparer.Ordinal);
        var findings = new List<Refusal>();
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand(
            $"select id, data->>'sha256', data->>'version', data->>'json' from {Table} order by id", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            if (made.GetValueOrDefault(reader.GetString(0)) is not { } output) continue;
            var bytes = Encoding.UTF8.GetBytes(await reader.IsDBNullAsync(3, ct) ? "" : reader.GetString(3));
            var shelved = new Shelved(reader.GetString(1), reader.GetString(2));
            if (Rendered(output) is not var (_, _, fresh) || !shelved.Agrees(bytes, fresh))
                findings.Add(Refusal.Mend(null, "notice.differs", output.Path));
        }
        return findings;
    }

    /// <summary>Forgets the data of suppressed editions.</summary>
    public async Task TakeOutAsync(string[] keys, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(ct);
        await using var whole = await connection.BeginTransactionAsync(ct);
        await using (var allow = new NpgsqlCommand($"set local {Guard.Leaving} = 'on'", connection, whole))
            await allow.ExecuteNonQueryAsync(ct);
        await using (var delete = new NpgsqlCommand($"delete from {Table} where id = any($1)", connection, whole))
        {
            delete.Parameters.Add(new() { Value = keys });
            await delete.ExecuteNonQueryAsync(ct);
        }
        await whole.CommitAsync(ct);
        foreach (var key in keys) known.Remove(key);
    }

    /// <summary>The same output with the bytes of the shelf; null when these may not be put, nor anything else.</summary>
    /// <param name="stands">the shelf's bytes are those that stand</param>
    private Output? AsShelved(Output output, string freshHash, byte[] fresh, bool stands)
    {
        var (key, shelved) = (output.Frozen!.Key, known[output.Frozen.Key]);
        var bytes = OnShelf(key) ?? [];
        if (shelved.Agrees(bytes, fresh))
        {
            contested.TryRemove(key, out _);
            return output with { Render = () => bytes };
        }
        contested[key] = true;
        if (shelved.IsOf(bytes) && stands) return output with { Render = () => bytes };
        CheckCodes.Keep(output.Frozen.Of, freshHash);
        return null;
    }

    private byte[]? OnShelf(string key)
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using var command = new NpgsqlCommand($"select data->>'json' from {Table} where id = $1", connection)
        {
            Parameters = { new() { Value = key } },
        };
        return command.ExecuteScalar() is string json ? Encoding.UTF8.GetBytes(json) : null;
    }

    /// <summary>What cannot be rendered fails when it is put.</summary>
    private static (Output, PublishedFile, byte[])? Rendered(Output output)
    {
        try
        {
            var bytes = output.Render();
            return (output, PublishedFile.Of(bytes), bytes);
        }
        catch (Exception)
        {
            return null;
        }
    }

    /// <summary>Another process may have published since.</summary>
    private async Task LearnAsync(string[] keys, CancellationToken ct)
    {
        if (keys.Length == 0) return;
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand(
            $"select id, data->>'sha256', data->>'version' from {Table} where id = any($1)", connection)
        {
            Parameters = { new() { Value = keys } },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) known[reader.GetString(0)] = new(reader.GetString(1), reader.GetString(2));
    }

    private async Task ShelveAsync(IReadOnlyList<(Output Output, PublishedFile File, byte[] Bytes)> first, CancellationToken ct)
    {
        if (first.Count == 0) return;
        await store.BulkInsertAsync(
            [.. first.Select(x => new ShelvedNotice(
                x.Output.Frozen!.Key, x.File.Sha256, SiteSettings.TemplateVersion, Encoding.UTF8.GetString(x.Bytes)))],
            BulkInsertMode.InsertsOnly, cancellation: ct);
        // If we die here: they are on the shelf and not yet public; the next run publishes them from there.
        foreach (var (output, file, _) in first) known[output.Frozen!.Key] = new(file.Sha256, SiteSettings.TemplateVersion);
    }

    /// <summary>What a row says of its bytes.</summary>
    private readonly record struct Shelved(string Sha256, string Version)
    {
        public bool IsOf(byte[] bytes) => PublishedFile.Of(bytes).Sha256 == Sha256;

        /// <summary>A program before may have said less; this very one says the same.</summary>
        public bool Agrees(byte[] bytes, byte[] fresh) =>
            IsOf(bytes)
            && (fresh.AsSpan().SequenceEqual(bytes) || (Version != SiteSettings.TemplateVersion && FrozenData.Agree(bytes, fresh)));
    }
}
