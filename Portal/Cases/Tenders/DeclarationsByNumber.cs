using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;
using Transparency.Publishing.Register;

namespace Transparency.Portal.Cases.Tenders;

/// <summary>The declaration that a change of a contract names, as it is public.</summary>
internal static class DeclarationsByNumber
{
    /// <summary>As addresses, forms and people write it: <c>2025/23</c>, <c>2025-0023</c>; null for anything else.</summary>
    public static (int Year, int Ordinal)? Read(string text) =>
        text.Split('/', '-') is [{ Length: 4 } year, { Length: <= 6 } ordinal]
        && Fields.Count(year) is { } y && Fields.Count(ordinal) is { } n ? (y, n) : null;

    /// <summary>Null when no such number is public.</summary>
    public static async Task<NamedDeclaration?> FindAsync(Entry entry, (int Year, int Ordinal) number)
    {
        var row = await entry.Documents.Query<DeclarationOnRegister>()
            .FirstOrDefaultAsync(d => d.Number.Year == number.Year && d.Number.Ordinal == number.Ordinal, entry.Cancelled);
        if (row is null) return null;
        var approval = row.Status == PublicStatus.Approved ? row.Editions.LastOrDefault(e => e.Kind == EditionKind.Approval) : null;
        return new(
            row.Number.ToString(), row.Section.Amount, approval is null ? null : Shanghai.DayOf(approval.At),
            row.Section.Village, row.Section.Work, [.. row.Section.Subjects.Select(s => s.Id)]);
    }
}
