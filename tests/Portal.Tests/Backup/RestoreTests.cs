using CsCheck;
using Npgsql;
using Transparency.Contracts;
using Transparency.Portal.Backup;
using Transparency.Portal.Hosting;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Keeping;
using Transparency.Portal.Tests.Embedded;
using Transparency.Portal.Tests.Store;

namespace Transparency.Portal.Tests.Backup;

/// <summary>A backup is one moment of a store, and it comes back whole into an empty place or not at all.</summary>
public sealed class RestoreTests : IDisposable
{
    private readonly BackupPlace place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task Made_while_twenty_acts_a_second_are_written_it_is_one_moment_of_them_and_comes_back_event_by_event()
    {
        await using var town = await TestTown.NewAsync();
        await town.DraftAsync("before");
        var before = await BackupPlace.EventsAsync(town.ConnectionString);
        var writing = WriteAsync(town, 40);
        var manifest = await place.MakeAsync(BackupPlace.Source(town.ConnectionString, place["data"]));
        Assert.Equal(40, await writing);

        var elsewhere = await TestCluster.NewDatabaseAsync();
        var restored = await place.RestoreAsync(elsewhere, place["elsewhere"]);
        Assert.Equal(manifest.ToBytes(), Assert.IsType<Result<BackupManifest>.Of>(restored).Value.ToBytes());
        var (events, all) = (await BackupPlace.EventsAsync(elsewhere), await BackupPlace.EventsAsync(town.ConnectionString));
        Assert.Equal(manifest.Events, events.Count);
        Assert.Equal(all.Take(events.Count), events);
        Assert.InRange(events.Count, before.Count, all.Count);
        Assert.Equal(before, events.Take(before.Count));
        await using var store = MartenSetup.Open(elsewhere, PortalStreams.All);
        await PrepareStore.RunAsync(store, PortalStreams.All, createSchema: false);
        Assert.Empty(await CheckStore.RunAsync(store, PortalStreams.All));
        // What guards the events is there too.
        var refused = await Assert.ThrowsAsync<PostgresException>(() => BackupPlace.LinesAsync(elsewhere, "delete from ledger.mt_events returning id::text"));
        Assert.Contains("append", refused.MessageText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flipped_bit_or_a_cut_at_fifty_places_is_refused_before_anything_is_written()
    {
        await using var town = await TestTown.NewAsync();
        await place.MakeAsync(BackupPlace.Source(town.ConnectionString, place["data"]));
        var whole = File.ReadAllBytes(place["b"]);
        var elsewhere = await TestCluster.NewDatabaseAsync();
        await Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Int[0, 7], Gen.Bool).SampleAsync(async x =>
        {
            var (at, bit, cut) = x;
            byte[] changed = cut ? whole[..at] : [.. whole];
            if (!cut) changed[at] ^= (byte)(1 << bit);
            var name = Guid.NewGuid().ToString("N");
            File.WriteAllBytes(place[name], changed);
            return await place.RestoreAsync(elsewhere, place["elsewhere"], name) is Result<BackupManifest>.Refused
            {
                Why.Code: "backup.altered" or "backup.cut" or "backup.not-one",
            };
        }, iter: 50);
        Assert.Empty(await BackupPlace.SchemasAsync(elsewhere));
        Assert.False(Directory.Exists(place["elsewhere"]));
    }

    [Fact]
    public async Task A_store_that_is_not_empty_is_refused_and_one_that_migrate_has_made_is_filled()
    {
        await using var town = await TestTown.NewAsync();
        var source = BackupPlace.Source(town.ConnectionString, place["data"]);
        await place.MakeAsync(source);
        var before = await BackupPlace.EventsAsync(town.ConnectionString);
        Assert.Equal("backup.store-not-empty", WhyNot(await place.RestoreAsync(town.ConnectionString, place["elsewhere"])));
        Assert.Equal(before, await BackupPlace.EventsAsync(town.ConnectionString));

        var migrated = await TestCluster.NewTownAsync();
        Assert.Null(WhyNot(await place.RestoreAsync(migrated, place["elsewhere"])));
        Assert.Equal(before, await BackupPlace.EventsAsync(migrated));

        Assert.Equal("backup.exists", WhyNot(await place.TryAsync(source)));
        Assert.Equal("backup.no-file", WhyNot(await place.RestoreAsync(migrated, place["elsewhere"], "none")));
    }

    [Fact]
    public async Task A_dump_that_cannot_be_restored_leaves_an_empty_store_and_may_be_tried_again()
    {
        await using var town = await TestTown.NewAsync();
        await place.MakeAsync(BackupPlace.Source(town.ConnectionString, place["data"]));
        var elsewhere = await TestCluster.NewDatabaseAsync();
        // A schema cannot be made where everything ends after its first one.
        await BackupPlace.LinesAsync(elsewhere, """
            create function public.no() returns event_trigger language plpgsql as $$ begin
              if (select count(*) from pg_class where relname = 'mt_streams') > 0 then raise exception 'not here'; end if; end $$;
            create event trigger no on ddl_command_end execute function public.no()
            """);
        Assert.Equal("backup.restore-failed", WhyNot(await place.RestoreAsync(elsewhere, place["elsewhere"])));
        Assert.Empty(await BackupPlace.SchemasAsync(elsewhere));
        await BackupPlace.LinesAsync(elsewhere, "drop event trigger no");
        Assert.Null(WhyNot(await place.RestoreAsync(elsewhere, place["elsewhere"])));
        Assert.Equal(await BackupPlace.EventsAsync(town.ConnectionString), await BackupPlace.EventsAsync(elsewhere));
    }

    [Fact]
    public async Task A_backup_that_does_not_hold_is_set_aside_and_is_none()
    {
        await using var town = await TestTown.NewAsync();
        await town.DraftAsync("d1");
        await town.SqlAsync("delete from portal.mt_doc_townonregister");
        var made = await place.TryAsync(BackupPlace.Source(town.ConnectionString, place["data"]));
        Assert.Equal("backup.found-wanting", WhyNot(made));
        Assert.Equal(["b.wanting"], Directory.GetFiles(place.Folder).Select(Path.GetFileName));
        Assert.Empty(await BackupPlace.LinesAsync(town.ConnectionString, "select datname::text from pg_database where datname = current_database() || '_backup_drill'"));
    }

    /// <summary>Twenty a second.</summary>
    private static async Task<int> WriteAsync(TestTown town, int acts)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        var done = 0;
        for (var i = 0; i < acts && await pace.WaitForNextTickAsync(); i++)
            if (await town.DraftAsync($"d{i}") is Outcome.Done) done++;
        return done;
    }

    private static string? WhyNot(Result<BackupManifest> result) => (result as Result<BackupManifest>.Refused)?.Why.Code;
}
