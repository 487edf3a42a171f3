using System.Globalization;
using Marten;
using Npgsql;
using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Portal.Store;

namespace Transparency.Portal.Office.Agreements;

/// <summary>Proposes the number after the highest that was ever used; whoever registers first gets it, the other is told so.</summary>
public static class NextAgreementId
{
    public static async Task<AgreementId> OfAsync(IDocumentStore store, VillageCode village, int year, AgreementKind kind, CancellationToken ct)
    {
        var series = string.Create(CultureInfo.InvariantCulture, $"{village}-{year:0000}-{AgreementInputs.Letter(kind)}-");
        await using var connection = store.Storage.Database.CreateConnection();
        await connection.OpenAsync(ct);
        await using var highest = new NpgsqlCommand($"select max(id) from {MartenSetup.Ledger}.mt_streams where id like $1", connection) { Parameters = { new() { Value = $"{StreamKey.Of(new AgreementId(series))}____" } } };
        var last = await highest.ExecuteScalarAsync(ct) as string;
        var next = last is null ? 1 : int.Parse(last[^4..], CultureInfo.InvariantCulture) + 1;
        return new(string.Create(CultureInfo.InvariantCulture, $"{series}{next:0000}"));
    }
}
