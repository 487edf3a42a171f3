using Microsoft.Extensions.Logging.Abstractions;
using Transparency.Contracts;
using Transparency.Portal.Backup;
using Transparency.Portal.Tests.Store;
using Transparency.Portal.Verbs;
using Transparency.Samples;

namespace Transparency.Portal.Tests.Backup;

/// <summary>One backup a day, its age and its failures readable from its folder alone.</summary>
public sealed class DailyBackupTests : IDisposable
{
    private static readonly DateTimeOffset Night = Shanghai.At(new(2026, 11, 30), new(3, 10));

    private readonly BackupPlace place = new();

    private BackupSettings Settings => new(place["backups"], place["copies"], place["secret/backup.key"]);

    private BackupFolder Folder => new(Settings.Folder);

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task From_three_in_the_morning_one_is_due_and_the_next_a_day_later_and_old_ones_go()
    {
        await using var town = await TestTown.NewAsync();
        var daily = Daily(town, Settings);
        Assert.Equal(new(null, null, null), Folder.Read());
        foreach (var back in Enumerable.Range(1, 9))
        {
            Directory.CreateDirectory(Settings.Folder);
            File.WriteAllText(Folder.PathOf(new DateOnly(2026, 11, 30).AddDays(-back)), "old");
        }
        File.WriteAllText(place["backups/by-hand.txt"], "left alone");
        File.WriteAllText(place["backups/sunshine-2026-11-02.backup.part"], "of one that died");

        Assert.Null(await daily.RunIfDueAsync(Night, CancellationToken.None));
        Assert.Equal(
            ["by-hand.txt", .. new[] { "22", "24", "25", "26", "27", "28", "29", "30" }.Select(day => $"sunshine-2026-11-{day}.backup")],
            Names(Settings.Folder));
        Assert.Equal(["sunshine-2026-11-30.backup"], Names(Settings.CopyFolder!));
        Assert.Equal(File.ReadAllBytes(Folder.PathOf(new(2026, 11, 30))), File.ReadAllBytes(place["copies/sunshine-2026-11-30.backup"]));
        var made = File.GetLastWriteTimeUtc(Folder.PathOf(new(2026, 11, 30)));
        Assert.Equal(new(new(made, TimeSpan.Zero), null, null), Folder.Read());

        // Neither later that day nor before three of the next.
        foreach (var hours in new[] { 1, 20, 23 }) Assert.Null(await daily.RunIfDueAsync(Night.AddHours(hours), CancellationToken.None));
        Assert.Equal(made, File.GetLastWriteTimeUtc(Folder.PathOf(new(2026, 11, 30))));
        Assert.Equal(new(2026, 11, 30), Folder.Days().Max());
        Assert.Null(await daily.RunIfDueAsync(Night.AddHours(24), CancellationToken.None));
        Assert.Equal(new(2026, 12, 1), Folder.Days().Max());
    }

    [Fact]
    public async Task A_failure_stands_beside_the_last_good_one_until_the_next_succeeds()
    {
        await using var town = await TestTown.NewAsync();
        Assert.Null(await Daily(town, Settings).RunIfDueAsync(Night, CancellationToken.None));
        var good = Folder.Read().LastGood;
        var inside = Settings with { KeyFile = place["data/backup.key"] };
        var next = Night.AddDays(1);
        Assert.Equal("backup.key-inside", (await Daily(town, inside).RunIfDueAsync(next, CancellationToken.None))?.Code);
        Assert.Equal(new(good, Refused.As("backup.key-inside", place["data/backup.key"], place["data"]), next), Folder.Read());
        Assert.Equal("backup 2026-11-29T19:00:00Z, 25 hours old, failed backup.key-inside", BackupAge.InWords(Folder.Read() with { LastGood = Shanghai.At(new(2026, 11, 30), new(3, 0)) }, next.AddMinutes(50)));
        Assert.Null(await Daily(town, Settings).RunIfDueAsync(next.AddHours(1), CancellationToken.None));
        Assert.Null(Folder.Read().Failure);
    }

    [Fact]
    public async Task A_copy_that_failed_is_made_up_for_without_another_backup()
    {
        await using var town = await TestTown.NewAsync();
        File.WriteAllText(place["no-folder"], "");
        Assert.Equal("backup.broke-off", (await Daily(town, Settings with { CopyFolder = place["no-folder"] }).RunIfDueAsync(Night, CancellationToken.None))?.Code);
        var made = File.ReadAllBytes(Folder.PathOf(new(2026, 11, 30)));
        Assert.Equal("backup.broke-off", Folder.Read().Failure?.Code);
        Assert.Null(await Daily(town, Settings).RunIfDueAsync(Night.AddHours(1), CancellationToken.None));
        Assert.Equal(made, File.ReadAllBytes(place["copies/sunshine-2026-11-30.backup"]));
        Assert.Equal(made, File.ReadAllBytes(Folder.PathOf(new(2026, 11, 30))));
        Assert.Null(Folder.Read().Failure);
    }

    [Fact]
    public void Without_a_backup_and_without_a_folder_the_state_says_so()
    {
        Assert.Equal("backup none", BackupAge.InWords(Folder.Read(), Night));
        File.WriteAllText(place["file"], "");
        Assert.Equal(new(null, null, null), new BackupFolder(place["file"]).Read());
    }

    [Fact]
    public async Task The_verbs_make_one_and_bring_it_back_and_end_with_1_where_they_may_not()
    {
        await using var town = await TestTown.NewAsync();
        var (file, key) = (place["by-verb"], $"--Sunshine:BackupKeyFile={Settings.KeyFile}");
        var (code, said) = await RunAsync("backup", file, key, $"--ConnectionStrings:Store={town.ConnectionString}");
        Assert.True(code == 0, said);
        Assert.Contains(Settings.KeyFile, said, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync("backup", file, key, $"--ConnectionStrings:Store={town.ConnectionString}")).Code);

        var elsewhere = $"--ConnectionStrings:Store={await Embedded.TestCluster.NewDatabaseAsync()}";
        (code, said) = await RunAsync("restore", file, elsewhere, $"--Sunshine:BackupKeyFile={place["no.key"]}");
        Assert.Equal(1, code);
        Assert.Contains(place["no.key"], Assert.Single(said.TrimEnd().Split('\n')), StringComparison.Ordinal);
        (code, said) = await RunAsync("restore", file, key, elsewhere);
        Assert.True(code == 0, said);
        Assert.Contains($"{(await BackupPlace.EventsAsync(town.ConnectionString)).Count} events", said, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync("restore", file, key, elsewhere)).Code);
        Assert.Equal(0, (await RunAsync("check", elsewhere)).Code);
    }

    private DailyBackup Daily(TestTown town, BackupSettings settings) =>
        new(BackupPlace.Source(town.ConnectionString, place["data"]), settings, NullLogger<DailyBackup>.Instance);

    private async Task<(int Code, string Said)> RunAsync(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await VerbTable.RunAsync([.. args, $"--Sunshine:DataFolder={place["elsewhere"]}"], output, error, terminal: false);
        return (code, output.ToString());
    }

    private static IEnumerable<string?> Names(string folder) => Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
