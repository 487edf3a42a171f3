using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Transparency.Portal.Press;

namespace Transparency.Portal.Tests.Office;

/// <summary>The database is away for so short a time that only what was under way meets it; on an office of its own, whose connections are left broken.</summary>
[Trait("Run", "long")]
public sealed class AwayForAMomentTests(AwayOffice office) : IClassFixture<AwayOffice>
{
    private readonly OfficeHost host = office.Host;

    [Fact]
    public async Task A_publication_that_an_absence_of_a_moment_broke_off_is_made_up_for_at_the_next_look()
    {
        using var keep = ActivatorUtilities.CreateInstance<KeepJobs>(host.Services, host.ConnectionString);
        office.Kill();
        await Assert.ThrowsAnyAsync<Exception>(host.PublishAsync);
        Assert.NotNull(host.Services.GetRequiredService<PublicationState>().Now.Fault);
        await office.StartAsync();
        NpgsqlConnection.ClearAllPools(); // or a connection of before would tell it
        Assert.True(await keep.LookAsync(default));
        Assert.Null(host.Services.GetRequiredService<PublicationState>().Now.Fault);
    }
}
