using Transparency.Contracts;
using Transparency.Portal.Backup;

namespace Transparency.Portal.Tests.Backup;

public sealed class BackupKeyTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sunshine-key-").FullName;

    private string KeyFile => Path.Combine(folder, "secret", "backup.key");

    private string Data => Directory.CreateDirectory(Path.Combine(folder, "data")).FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_first_backup_makes_it_for_its_owner_alone_and_the_next_reads_it()
    {
        Assert.Equal("backup.key-missing", WhyNot(BackupKey.Read(KeyFile, Data)));
        Assert.False(File.Exists(KeyFile));
        var made = ((Result<byte[]>.Of)BackupKey.ReadOrMake(KeyFile, Data)).Value;
        Assert.Equal(32, made.Length);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));
        Assert.Equal(made, ((Result<byte[]>.Of)BackupKey.ReadOrMake(KeyFile, Data)).Value);
        Assert.Equal(made, ((Result<byte[]>.Of)BackupKey.Read(KeyFile, Data)).Value);
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(KeyFile)!));
    }

    [Fact]
    public void Inside_the_data_folder_none_is_made_or_read_not_even_by_a_link()
    {
        Assert.Equal("backup.key-inside", WhyNot(BackupKey.ReadOrMake(Path.Combine(Data, "deep", "backup.key"), Data)));
        Assert.Empty(Directory.GetFileSystemEntries(Data));
        File.WriteAllText(Path.Combine(Data, "backup.key"), new string('0', 64));
        var link = Path.Combine(folder, "link.key");
        File.CreateSymbolicLink(link, Path.Combine(Data, "backup.key"));
        Assert.Equal("backup.key-inside", WhyNot(BackupKey.Read(link, Data)));
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void One_that_others_may_open_is_refused(UnixFileMode also)
    {
        BackupKey.ReadOrMake(KeyFile, Data);
        File.SetUnixFileMode(KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | also);
        Assert.Equal("backup.key-open", WhyNot(BackupKey.ReadOrMake(KeyFile, Data)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("secret")]
    [InlineData("zz00000000000000000000000000000000000000000000000000000000000000")]
    public void What_is_no_key_is_refused_and_left_as_it_is(string text)
    {
        BackupKey.ReadOrMake(KeyFile, Data);
        File.WriteAllText(KeyFile, text);
        Assert.Equal("backup.key-malformed", WhyNot(BackupKey.ReadOrMake(KeyFile, Data)));
        Assert.Equal(text, File.ReadAllText(KeyFile));
    }

    private static string? WhyNot(Result<byte[]> read) => (read as Result<byte[]>.Refused)?.Why.Code;
}
