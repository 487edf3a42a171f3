using Transparency.Contracts;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Rent;

/// <summary>Subject of the acts on rent: <c>09-2026-L-0001/2026</c>, the agreement and the year in which the instalments are due.</summary>
public readonly record struct RentSubject(AgreementId Agreement, int Year)
{
    public string Key => StreamKey.Rent(Agreement, Year);

    /// <summary>Null unless it has that form.</summary>
    public static RentSubject? Parse(string text) =>
        text.Split('/') is [var agreement, { Length: 4 } year] && AgreementId.Parse(agreement) is { } id && Fields.Count(year) is { } y and > 0
            ? new(id, y) : null;
}
