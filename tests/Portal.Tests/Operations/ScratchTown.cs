using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Transparency.Contracts;
using Transparency.Portal.Hosting;
using Transparency.Portal.Tests.Embedded;

namespace Transparency.Portal.Tests.Operations;

/// <summary>An open store on a fresh database of the test cluster, its clock at the demo's start.</summary>
public sealed record ScratchTown(OpenStore Open, string Way) : IAsyncDisposable
{
    public static readonly Officer Installer = Officer.System with { Roles = [Role.Administrator, Role.Town] };

    public static async Task<ScratchTown> NewAsync(string folder, string? address = null, ILoggerFactory? logs = null)
    {
        var way = await TestCluster.NewTownAsync();
        var settings = PortalSettings.From(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Store"] = way,
            ["Sunshine:DataFolder"] = folder,
            ["Sunshine:PublicAddress"] = address,
            ["Sunshine:Today"] = "2026-09-18 09:00",
        }).Build());
        return new(await OpenStore.OpenAsync(settings, new PortalClock(TimeProvider.System, settings.Today), logs ?? NullLoggerFactory.Instance), way);
    }

    public async Task<string> EventsAsTextAsync()
    {
        await using var connection = Open.Store.Storage.Database.CreateConnection();
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand("select string_agg(data::text, ' ') from ledger.mt_events", connection);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    public ValueTask DisposeAsync() => Open.DisposeAsync();
}
