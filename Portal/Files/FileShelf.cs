using System.Security.Cryptography;
using Marten;
using Transparency.Contracts;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;
using Transparency.Publishing.Register;

namespace Transparency.Portal.Files;

/// <summary>
/// Files of all cases by hash, in the data folder and recorded in the store. A file is on the shelf before any act can name it, and leaves
/// only when it is suppressed.
/// </summary>
/// <param name="folder">made when the first file comes</param>
public sealed class FileShelf(Ledger ledger, string folder)
{
    /// <summary>Takes a file in, or refuses as <see cref="CleanFile.From"/> does, and <c>attachment.suppressed</c>.</summary>
    /// <param name="name">the officer's own name of it, kept nowhere</param>
    public async Task<Result<StoredFile>> TakeInAsync(
        string name, byte[] bytes, Officer by, DateTimeOffset at, CancellationToken ct = default)
    {
        // Unpacking a large picture takes a while: not on the thread that answers others.
        var looked = await Task.Run(() => CleanFile.From(name, bytes), ct);
        if (looked is Result<CleanFile>.Refused no) return no.Why;
        var clean = ((Result<CleanFile>.Of)looked).Value;
        var file = new StoredFile(clean.Hash.Value, clean.Type.Extension, clean.Bytes.Length, by.Id.Value, at);
        if (await IsSuppressedAsync(clean.Hash, ct)) return Refusal.Mend(null, "attachment.suppressed", name);
        if (!await IsWholeAsync(file.Name, ct)) Keep(file.Name, clean.Bytes);
        // If we die here: a file that no record names, which no act can name either and the next upload finds.
        var outcome = await ledger.WriteAsync(new(by.Id.Value, "office"), async entry =>
        {
            var known = await entry.Documents.LoadAsync<StoredFile>(file.Id, entry.Cancelled);
            if (known?.WasBroughtBy(by.Id) != true) entry.Documents.Store(known?.BroughtBy(by.Id) ?? file);
            return null;
        }, ct);
        return outcome is Outcome.Refused { Why: var why } ? why : file;
    }

    /// <summary>Takes in a file of a lost record, as it stood in public, so nobody looks into it again; who calls it records it.</summary>
    public void TakeOver(Attachment file, byte[] bytes) => Keep(file.File, bytes);

    /// <summary>Forgets suppressed files and removes them; nobody can bring the same one again.</summary>
    /// <param name="names">hash and extension</param>
    public async Task TakeOutAsync(IReadOnlyCollection<string> names, CancellationToken ct)
    {
        foreach (var name in names) File.Delete(PathOf(name));
        await ledger.WriteAsync(new("system", "press"), entry =>
        {
            foreach (var name in names) entry.Documents.Delete<StoredFile>(name.Split('.')[0]);
            return Task.FromResult<Refusal?>(null);
        }, ct);
    }

    /// <summary>Where a recorded file lies.</summary>
    public string PathOf(string name) => Path.Combine(folder, name);

    /// <summary>Reads it piece by piece: whether it is there and its bytes are those that its name promises.</summary>
    public async Task<bool> IsWholeAsync(string name, CancellationToken ct = default)
    {
        if (!File.Exists(PathOf(name))) return false;
        await using var file = new FileStream(
            PathOf(name), FileMode.Open, FileAccess.Read, FileShare.Read,
            1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct)) == name.Split('.')[0];
    }

    /// <summary>
    /// <c>attachment.missing</c> or <c>attachment.damaged</c>, of a file that <see cref="IsWholeAsync"/> has found wanting.
    /// </summary>
    public Refusal Lacking(string name) =>
        File.Exists(PathOf(name))
            ? Refusal.Mend(null, "attachment.damaged", name)
            : Refusal.Mend(null, "attachment.missing", name);

    private async Task<bool> IsSuppressedAsync(ContentHash hash, CancellationToken ct)
    {
        await using var session = ledger.Store.QuerySession();
        return (await session.Query<SuppressionOnRegister>().ToListAsync(ct)).SelectMany(s => s.Files).Any(file => file.Sha256 == hash);
    }

    // If we die between write and rename, a temporary file is left that nobody reads.
    private void Keep(string name, byte[] bytes)
    {
        Directory.CreateDirectory(folder);
        // Two officers may bring the same file at once.
        var temporary = $"{PathOf(name)}.{Guid.NewGuid():N}.tmp";
        using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }
        File.Move(temporary, PathOf(name), overwrite: true);
    }
}
