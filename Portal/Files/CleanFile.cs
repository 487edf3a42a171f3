using Transparency.Contracts;
using Transparency.Portal.Files.Formats;

namespace Transparency.Portal.Files;

/// <summary>
/// A file as it may be published: of an allowed type by its own bytes, whole, and without what a picture tells of its maker.
/// </summary>
public sealed record CleanFile(FileType Type, byte[] Bytes)
{
    public ContentHash Hash => ContentHash.Over(Bytes);

    /// <summary>
    /// Refuses by name: <c>file.empty</c>, <c>file.too-large</c>, <c>file.type</c>, <c>file.extension</c>, <c>file.broken</c>,
    /// <c>file.too-many-points</c>, <c>file.encrypted</c>, <c>file.active</c>. Never throws, whatever the bytes are.
    /// </summary>
    /// <param name="name">
    /// the officer's own name of the file, for the refusal; its ending, if it has one, must not contradict the content
    /// </param>
    public static Result<CleanFile> From(string name, byte[] bytes)
    {
        if (bytes.Length == 0) return Refusal.Mend(null, "file.empty", name);
        if (bytes.Length > AttachmentList.LargestBytes) return TooLarge(name);
        if (FileType.Of(bytes) is not { } type) return Refusal.Mend(null, "file.type", name);
        if (Ending(name) is { Length: > 0 } ending && !type.Endings.Contains(ending))
            return Refusal.Mend(null, "file.extension", name, type.Extension.ToUpperInvariant());
        var (clean, fault) = type.Extension switch
        {
            "pdf" => PdfFile.FaultIn(bytes) is { } no ? (null, no) : (bytes, null),
            "jpg" => JpegFile.Strip(bytes),
            _ => PngFile.Strip(bytes),
        };
        return clean is null ? Refusal.Mend(null, fault!, name) : new CleanFile(type, clean);
    }

    public static Refusal TooLarge(string name) => Refusal.Mend(null, "file.too-large", name, AttachmentList.LargestBytes / 1_000_000);

    private static string Ending(string name) =>
        name.LastIndexOf('.') is >= 0 and var dot ? name[(dot + 1)..].Trim().ToLowerInvariant() : "";
}
