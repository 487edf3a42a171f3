using System.Collections.Concurrent;
using System.Security.Cryptography;
using Marten;
using Transparency.Contracts;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Tree;
using Transparency.Publishing.Typesetting;

namespace Transparency.Portal.Press;

/// <summary>
/// The PDFs of all editions, by hash in the data folder and recorded in the store. A sheet is typeset only when its file is missing;
/// should it then come out otherwise (other fonts), the recorded hash wins and the difference is reported, never published in its place.
/// </summary>
public sealed class SheetShelf(IDocumentStore store, NoticePdf typesetter, string folder, ILogger<SheetShelf> log)
{
    private readonly ConcurrentDictionary<string, string> recorded = new(StringComparer.Ordinal);
    private bool isLoaded;

    /// <summary>Learns what the store has recorded, the first time it is called.</summary>
    public async Task LoadOnceAsync(CancellationToken ct)
    {
        if (isLoaded) return;
        Directory.CreateDirectory(folder);
        await using var session = store.QuerySession();
        await foreach (var sheet in session.Query<TypesetSheet>().ToAsyncEnumerable(ct)) recorded[sheet.Id] = sheet.Sha256;
        isLoaded = true;
    }

    /// <summary>How many sheets are made side by side.</summary>
    public int Workers => typesetter.Workers;

    /// <summary>Hash of the sheet's bytes, or null while it is not typeset.</summary>
    public string? Find(Sheet sheet) => recorded.TryGetValue(sheet.Key, out var hash) && File.Exists(FileOf(hash)) ? hash : null;

    public byte[] Read(string hash) => File.ReadAllBytes(FileOf(hash));

    /// <returns>null when the sheet now lies on the shelf, or why it does not</returns>
    public async Task<Refusal?> TypesetAsync(Sheet sheet, CancellationToken ct)
    {
        var why = await MakeAsync(sheet, ct);
        if (why is not null) log.LogError("sheet {Sheet} is not typeset: {Code}", sheet.Key, why.Code);
        return why;
    }

    /// <summary>Forgets the sheets of suppressed editions and removes their files.</summary>
    public async Task TakeOutAsync(IReadOnlyCollection<string> keys, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        foreach (var sheet in await session.LoadManyAsync<TypesetSheet>(ct, [.. keys]))
        {
            File.Delete(FileOf(sheet.Sha256));
            session.Delete(sheet);
            recorded.TryRemove(sheet.Id, out _);
        }
        await session.SaveChangesAsync(ct);
    }

    private async Task<Refusal?> MakeAsync(Sheet sheet, CancellationToken ct)
    {
        byte[] json;
        NoticeDocument document;
        try
        {
            json = sheet.NoticeJson();
            document = sheet.Document(json);
        }
        catch (Exception fault)
        {
            // A store that is away is no fault of the sheet.
            return StoreFault.Of(fault) ?? Attempts.Failure(sheet.Path, fault);
        }
        var made = await typesetter.RenderAsync(document, json, ct: ct);
        // A process that was killed in between is replaced at the next call: one more try, then it waits for the next run.
        if (made is Typeset.Failed) made = await typesetter.RenderAsync(document, json, ct: ct);
        return made is Typeset.Done done ? await KeepAsync(sheet, done.Pdf, ct) : ((Typeset.Failed)made).Why;
    }

    private async Task<Refusal?> KeepAsync(Sheet sheet, byte[] pdf, CancellationToken ct)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(pdf));
        if (recorded.TryGetValue(sheet.Key, out var before) && before != hash) return Refusal.Mend(null, "sheet.differs", sheet.Key);
        Keep(hash, pdf);
        await using var session = store.LightweightSession();
        session.Store(new TypesetSheet(sheet.Key, hash, typesetter.Fingerprint));
        await session.SaveChangesAsync(ct);
        recorded[sheet.Key] = hash;
        return null;
    }

    // If we die between write and rename, a file without a name is left and the sheet is typeset again; between rename and record likewise.
    private void Keep(string hash, byte[] pdf)
    {
        var temporary = $"{FileOf(hash)}.tmp";
        using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write))
        {
            file.Write(pdf);
            file.Flush(flushToDisk: true);
        }
        File.Move(temporary, FileOf(hash), overwrite: true);
    }

    private string FileOf(string hash) => Path.Combine(folder, $"{hash}.pdf");
}
