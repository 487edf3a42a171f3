using System.Globalization;
using Marten;
using Npgsql;
using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Portal.Store;
using Transparency.Publishing.Register;

namespace Transparency.Portal.Cases.Acts;

/// <summary>
/// Proposes the number after the highest that an agreement or a tender ever used; whoever registers first gets it, the other is told so.
/// </summary>
public static class NextNumber
{
    /// <summary>Stands for the town itself in its numbers.</summary>
    public const string Town = "00";

    /// <summary>Of the public id: works, goods, services, lease.</summary>
    public static string LetterOf(AgreementKind kind) => "WGSL"[(int)kind].ToString();

    /// <param name="village">its code, or <see cref="Town"/></param>
    public static async Task<string> OfAsync(IDocumentStore store, string village, int year, AgreementKind kind, CancellationToken ct)
    {
        var series = string.Create(CultureInfo.InvariantCulture, $"{village}-{year:0000}-{LetterOf(kind)}-");
        return await AfterAsync(store, series, StreamKey.Of(new AgreementId(series)), StreamKey.Of(new TenderId(series)), ct);
    }

    /// <param name="village">its code, or <see cref="Town"/></param>
    public static Task<string> OfDeliberationAsync(IDocumentStore store, string village, int year, CancellationToken ct)
    {
        var series = string.Create(CultureInfo.InvariantCulture, $"{village}-{year:0000}-D-");
        return AfterAsync(store, series, StreamKey.Of(new DeliberationId(series)), StreamKey.Of(new DeliberationId(series)), ct);
    }

    /// <summary>The highest of a series that stood in public and whose record is lost; 0 for none.</summary>
    private static async Task<int> LostAsync(IDocumentStore store, string series, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var lost = from loss in await session.Query<LossOnRegister>().ToListAsync(ct)
                   from page in loss.Pages
                   let names = page.Split('/')
                   where names.Length == 3 && names[1].StartsWith(series, StringComparison.Ordinal)
                   select int.TryParse(names[1][series.Length..], CultureInfo.InvariantCulture, out var ordinal) ? ordinal : 0;
        return lost.DefaultIfEmpty().Max();
    }

    private static async Task<string> AfterAsync(IDocumentStore store, string series, string one, string other, CancellationToken ct)
    {
        await using var connection = store.Storage.Database.CreateConnection();
        await connection.OpenAsync(ct);
        var asked = $"select max(right(id, 4)) from {MartenSetup.Ledger}.mt_streams where id like $1 or id like $2";
        await using var highest = new NpgsqlCommand(asked, connection)
        {
            Parameters = { new() { Value = $"{one}____" }, new() { Value = $"{other}____" } },
        };
        var taken = await highest.ExecuteScalarAsync(ct) is string last ? int.Parse(last, CultureInfo.InvariantCulture) : 0;
        var next = Math.Max(taken, await LostAsync(store, series, ct)) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{series}{next:0000}");
    }
}
