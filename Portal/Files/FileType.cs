namespace Transparency.Portal.Files;

/// <summary>
/// The types that may be attached, and this is the one place that says why no other may. PDF, JPEG and PNG open on every telephone
/// and from a USB stick, keep their look for decades, and can be walked through to the last byte. Office documents carry macros,
/// authors and deleted paragraphs; HTML and SVG run scripts on the site's own address; archives hide what is in them; HEIC and TIFF
/// do not open everywhere; video and sound are too large for a village's line. A scan, a photograph or a print to PDF says the same.
/// </summary>
/// <param name="Extension">as in the published name, without the dot</param>
/// <param name="Media">as answered to a browser</param>
/// <param name="Endings">extensions that an uploaded name may bear, lower case</param>
public sealed record FileType(string Extension, string Media, params IReadOnlyList<string> Endings)
{
    public static readonly FileType Pdf = new("pdf", "application/pdf", "pdf");
    public static readonly FileType Jpeg = new("jpg", "image/jpeg", "jpg", "jpeg", "jpe", "jfif");
    public static readonly FileType Png = new("png", "image/png", "png");

    public static readonly IReadOnlyList<FileType> All = [Pdf, Jpeg, Png];

    /// <summary>By the first bytes alone, never by a name or a declared type; null for every other type.</summary>
    public static FileType? Of(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("%PDF-1."u8) || bytes.StartsWith("%PDF-2."u8) ? Pdf
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Jpeg
        : bytes.StartsWith(Formats.PngFile.Signature) ? Png
        : null;

    public static FileType? Named(string extension) => All.FirstOrDefault(type => type.Extension == extension);
}
