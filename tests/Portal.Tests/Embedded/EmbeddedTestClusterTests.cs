namespace Transparency.Portal.Tests.Embedded;

public class EmbeddedTestClusterTests
{
    [Fact]
    public async Task Every_call_gives_another_empty_database()
    {
        var one = await TestCluster.NewDatabaseAsync();
        var two = await TestCluster.NewDatabaseAsync();
        await ScratchCluster.AskAsync(one, "create table only_here (n int)");
        Assert.Equal(0L, await ScratchCluster.AskAsync(two, "select count(*) from pg_class where relname = 'only_here'"));
    }
}
