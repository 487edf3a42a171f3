using static Transparency.Samples.SampleOfficers;

namespace Transparency.Portal.Tests.Office;

[Collection(OneOffice.Name)]
public class BackupOnDeskTests(OfficeHost host)
{
    [Fact]
    public async Task Administrators_and_programs_see_how_old_the_last_backup_is_and_nobody_else_does()
    {
        const string none = "还没有经还原核对的备份";
        Assert.Contains(none, (await (await host.SignedInAsync(Everyone)).GoAsync("/office")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain(none, (await (await host.SignedInAsync(Clerk)).GoAsync("/office")).Words, StringComparison.Ordinal);
        using var program = new HttpClient();
        Assert.Contains("backup none", await program.GetStringAsync($"{host.Address}/health"), StringComparison.Ordinal);
    }
}
