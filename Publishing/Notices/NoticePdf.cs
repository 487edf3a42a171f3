using QRCoder;
using Transparency.Publishing.Typesetting;

namespace Transparency.Publishing.Notices;

/// <summary>The only door to the typesetter: a notice and its data in, a PDF out.</summary>
public sealed class NoticePdf(TypesetterPool typesetters)
{
    /// <inheritdoc cref="Typesetter.Fingerprint"/>
    public string Fingerprint => typesetters.Fingerprint;

    /// <summary>How many notices are made side by side.</summary>
    public int Workers => typesetters.Workers;

    /// <summary>
    /// PDF/A-3a (or <c>ua-1</c>) with <paramref name="noticeJson"/> attached byte for byte: what stands in it is published.
    /// </summary>
    public Task<Typeset> RenderAsync(
        NoticeDocument document, ReadOnlyMemory<byte> noticeJson, string standard = "a-3a", CancellationToken ct = default) =>
        typesetters.TypesetAsync(document, noticeJson, QrMatrix(document.QrAddress), standard, ct);

    /// <summary>What is asked of the typesetter, for a program that measures the compiler alone.</summary>
    public static string RequestOf(NoticeDocument document, ReadOnlyMemory<byte> noticeJson) =>
        Typesetter.RequestOf(0, document, noticeJson, QrMatrix(document.QrAddress), "a-3a");

    // Level M survives a torn corner of a printed sheet; QRCoder's matrix already holds the quiet zone of four modules.
    private static List<string> QrMatrix(string address)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        return code.ModuleMatrix.ConvertAll(row => string.Create(row.Length, row, static (line, bits) =>
        {
            for (var i = 0; i < line.Length; i++) line[i] = bits[i] ? '1' : '0';
        }));
    }
}
