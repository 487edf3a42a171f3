using System.Security.Cryptography;
using Transparency.Contracts;
using Transparency.Contracts.Suppressions;
using Transparency.Portal.Files;
using Transparency.Publishing.Site;

namespace Transparency.Portal.Press;

/// <summary>Which attachments a run brings into the tree, and which it cannot.</summary>
/// <param name="Lacking">looked for again at the next run; nothing else waits for them</param>
/// <param name="Findings"><c>attachment.missing</c> or <c>attachment.damaged</c> for each of these</param>
public sealed record AttachmentsFound(IReadOnlyList<Output> Ready, IReadOnlyList<AttachedFile> Lacking, IReadOnlyList<Refusal> Findings);

/// <summary>Attachments on their way from the data folder into the tree: each only with the very bytes that its name promises.</summary>
public sealed class AttachmentShelf(FileShelf shelf, ILogger<AttachmentShelf> log)
{
    /// <param name="standing">
    /// hash of what stands in the tree for a file, or null: what stands rightly is not read again, however large it is
    /// </param>
    public async Task<AttachmentsFound> LookAsync(
        IEnumerable<AttachedFile> files, Func<AttachedFile, string?> standing, CancellationToken ct)
    {
        var (ready, lacking, findings) = (new List<Output>(), new List<AttachedFile>(), new List<Refusal>());
        foreach (var file in files.Where(file => standing(file) != file.Of.Sha256.Value))
        {
            if (await shelf.IsWholeAsync(file.Of.File, ct))
            {
                ready.Add(new(file.Path, Stage.Leaf, file.Inputs, () => Read(file.Of)));
                continue;
            }
            lacking.Add(file);
            findings.Add(shelf.Lacking(file.Of.File));
            log.LogError("attachment {File} cannot be published: {Code}", file.Of.File, findings[^1].Code);
        }
        return new(ready, lacking, findings);
    }

    /// <inheritdoc cref="FileShelf.TakeOver"/>
    public void TakeOver(Attachment file, byte[] bytes) => shelf.TakeOver(file, bytes);

    /// <inheritdoc cref="FileShelf.TakeOutAsync"/>
    public Task TakeOutAsync(IEnumerable<SuppressedFile> files, CancellationToken ct) =>
        shelf.TakeOutAsync([.. files.Select(file => file.Name)], ct);

    // It was whole a moment ago. If it came to harm since, this run breaks off before its pages stand, and the next one leaves
    // the file out.
    private byte[] Read(Attachment file)
    {
        var bytes = File.ReadAllBytes(shelf.PathOf(file.File));
        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == file.Sha256.Value
            ? bytes
            : throw new InvalidDataException($"{file.File} changed while it was published");
    }
}
