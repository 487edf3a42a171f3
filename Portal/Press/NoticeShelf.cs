using Marten;
using Npgsql;
using Transparency.Contracts;
using Transparency.Portal.Store;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Site;
using Transparency.Publishing.Tree;
using Weasel.Core;

namespace Transparency.Portal.Press;

/// <summary>notice.json or certificate.json as it was first published, kept in the store and so in every backup of it.</summary>
/// <param name="Id">the edition's key, that of its sheet too</param>
/// <param name="Version">of the templates that made it</param>
public sealed record ShelvedNotice(string Id, string Sha256, string Version, string Json);

/// <summary>
/// Data of editions, frozen when they are first published: what a later program would make of an edition, and what anybody makes of its
/// event, changes neither the file nor the check code that is printed of it.
/// </summary>
public sealed class NoticeShelf(IDocumentStore store, string connectionString, ILogger<NoticeShelf> log)
{
    private const int Batch = 500;
    private const string Table = $"{MartenSetup.Portal}.mt_doc_shelvednotice";

    private readonly Dictionary<string, (string Sha256, string Version)> known = new(StringComparer.Ordinal);

    /// <summary>
    /// Puts on the shelf what is published for the first time, before any file is written; what lies there already comes from there.
    /// </summary>
    /// <returns>
    /// the same outputs in the same order, and <c>notice.differs</c> for each that this very version would make otherwise now: somebody
    /// changed what it was made from
    /// </returns>
    public async Task<(IReadOnlyList<Output> Outputs, IReadOnlyList<Refusal> Differing)> FreezeAsync(
        IReadOnlyList<Output> outputs, CancellationToken ct)
    {
        var (frozen, differing) = (new Dictionary<string, Output>(StringComparer.Ordinal), new List<Refusal>());
        var shelving = Task.CompletedTask;
        foreach (var batch in outputs.Where(output => output.Frozen is not null).Chunk(Batch))
        {
            var fresh = batch.AsParallel().AsOrdered().Select(Rendered)
                .OfType<(Output Output, PublishedFile File, byte[] Bytes)>().ToList();
            // The store takes in one batch while the next is made.
            await shelving;
            await LearnAsync([.. fresh.Select(x => x.Output.Frozen!.Key).Where(key => !known.ContainsKey(key))], ct);
            foreach (var (output, file, _) in fresh)
            {
                if (!known.TryGetValue(output.Frozen!.Key, out var shelved) || file.Sha256 == shelved.Sha256) continue;
                CheckCodes.Keep(output.Frozen.Of, shelved.Sha256);
                frozen[output.Path] = output with { Render = () => Read(output.Frozen.Key)! };
                if (shelved.Version == SiteSettings.TemplateVersion) differing.Add(Refusal.Mend(null, "notice.differs", output.Path));
            }
            shelving = ShelveAsync(
                [.. fresh.Where(x => !known.ContainsKey(x.Output.Frozen!.Key)).DistinctBy(x => x.Output.Frozen!.Key)], ct);
        }
        await shelving;
        foreach (var why in differing) log.LogError("published otherwise before, and left so: {Path}", why.Arguments[0]);
        return (frozen.Count == 0 ? outputs : [.. outputs.Select(output => frozen.GetValueOrDefault(output.Path, output))], differing);
    }

    /// <summary>The bytes as they were first published; null for what never was.</summary>
    public byte[]? Read(string key)
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using var command = new NpgsqlCommand($"select data->>'json' from {Table} where id = $1", connection)
        {
            Parameters = { new() { Value = key } },
        };
        return command.ExecuteScalar() is string json ? System.Text.Encoding.UTF8.GetBytes(json) : null;
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
        while (await reader.ReadAsync(ct)) known[reader.GetString(0)] = (reader.GetString(1), reader.GetString(2));
    }

    private async Task ShelveAsync(IReadOnlyList<(Output Output, PublishedFile File, byte[] Bytes)> first, CancellationToken ct)
    {
        if (first.Count == 0) return;
        await store.BulkInsertAsync(
            [.. first.Select(x => new ShelvedNotice(
                x.Output.Frozen!.Key, x.File.Sha256, SiteSettings.TemplateVersion, System.Text.Encoding.UTF8.GetString(x.Bytes)))],
            BulkInsertMode.InsertsOnly, cancellation: ct);
        // If we die here: they are on the shelf and not yet public; the next run publishes them from there.
        foreach (var (output, file, _) in first) known[output.Frozen!.Key] = (file.Sha256, SiteSettings.TemplateVersion);
    }
}
