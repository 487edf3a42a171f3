using System.Globalization;
using Transparency.Contracts;

namespace Transparency.Portal.Cases.Acts;

/// <summary>
/// Attachments in one field, written as the tables of <see cref="Tables"/> are.
/// <code>{sha256}.{ext} = bytes = 会议记录|Minutes</code>
/// </summary>
public static class AttachmentRows
{
    /// <returns>null when a row cannot be read; whether the store holds such a file is not asked here</returns>
    public static IReadOnlyList<Attachment>? Read(string text)
    {
        var rows = new List<Attachment>();
        foreach (var columns in Tables.Rows(text))
        {
            if (columns is not [var file, var bytes, var name] || Tables.Words(name) is not { } words) return null;
            if (file.Trim().Split('.') is not [{ Length: 64 } hash, { Length: > 0 } extension]
                || !hash.All(char.IsAsciiHexDigitLower)) return null;
            if (!long.TryParse(bytes.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length < 1) return null;
            rows.Add(new(new(hash), extension, length, words));
        }
        return rows;
    }

    public static string Write(IEnumerable<Attachment> rows) =>
        string.Join('\n', rows.Select(a =>
            string.Create(CultureInfo.InvariantCulture, $"{a.File} = {a.Bytes} = {Tables.Written(a.Name)}")));
}
