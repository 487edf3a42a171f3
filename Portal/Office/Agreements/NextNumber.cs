using System.Globalization;
using Marten;
using Npgsql;
using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Portal.Store;

namespace Transparency.Portal.Office.Agreements;

/// <summary>Proposes the number after the highest that an agreement or a tender ever used; whoever registers first gets it, the other is told so.</summary>
public static class NextNumber
{
    /// <summary>Stands for the town itself in its numbers.</summary>
    public const string Town = "00";

    /// <param name="village">its code, or <see cref="Town"/></param>
    public static async Task<string> OfAsync(IDocumentStore store, string village, int year, AgreementKind kind, CancellationToken ct)
    {
        var series = string.Create(CultureInfo.InvariantCulture, $"{village}-{year:0000}-{AgreementInputs.Letter(kind)}-");
        await using var connection = store.Storage.Database.CreateConnection();
        await connection.OpenAsync(ct);
        await using var highest = new NpgsqlCommand($"select max(right(id, 4)) from {MartenSetup.Ledger}.mt_streams where id like $1 or id like $2", connection)
        {
            Parameters = { new() { Value = $"{StreamKey.Of(new AgreementId(series))}____" }, new() { Value = $"{StreamKey.Of(new TenderId(series))}____" } },
        };
        var last = await highest.ExecuteScalarAsync(ct) as string;
        var next = last is null ? 1 : int.Parse(last, CultureInfo.InvariantCulture) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{series}{next:0000}");
    }
}
