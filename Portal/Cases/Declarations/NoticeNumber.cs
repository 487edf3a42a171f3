using System.Globalization;
using Marten;
using Transparency.Publishing.Register;

namespace Transparency.Portal.Cases.Declarations;

/// <summary>A notice's number as forms and addresses write it: <c>2026-0012</c>.</summary>
public static class NoticeNumber
{
    public static string Of(DeclarationOnRegister notice) =>
        string.Create(CultureInfo.InvariantCulture, $"{notice.Number.Year:0000}-{notice.Number.Ordinal:0000}");

    public static async Task<DeclarationOnRegister?> FindAsync(IQuerySession session, string number, CancellationToken ct) =>
        number.Split('-') is [{ Length: 4 } year, { Length: > 0 and <= 6 } ordinal]
        && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y)
        && int.TryParse(ordinal, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? await ReadDeclaration.ByNumberAsync(session, y, n, ct)
            : null;
}
