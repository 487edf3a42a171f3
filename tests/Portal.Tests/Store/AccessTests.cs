using Npgsql;
using Transparency.Contracts;
using Transparency.Portal.Access;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;

namespace Transparency.Portal.Tests.Store;

public class AccessTests
{
    private static readonly Appointment Wang = new("wang-hong", "王红", new("镇经管站"), [Role.TownReview], [], "13700000000");

    [Fact]
    public async Task A_link_signs_in_once()
    {
        await using var town = await AppointedAsync();
        var token = await SignIn.IssueLinkAsync(town.Store, new("wang-hong"), TestTown.Morning);
        Assert.Equal(64, token.Length);
        Assert.NotNull(await SignIn.LookAsync(town.Store, token, TestTown.Morning));
        Assert.NotNull(await SignIn.LookAsync(town.Store, token, TestTown.Morning));
        var all = await RedeemTwiceAtOnceAsync(town, token);
        Assert.Equal("wang-hong", Assert.Single(all, o => o is not null)!.SignInName);
        Assert.Null(await SignIn.RedeemAsync(town.Store, token, TestTown.Morning.AddHours(1)));
        Assert.Null(await SignIn.LookAsync(town.Store, token, TestTown.Morning));
        Assert.Equal(0L, await town.SqlAsync($"select count(*) from portal.mt_doc_signinlink where data::text || id like '%{token}%'"));
    }

    [Fact]
    public async Task A_link_ends_after_a_day_and_a_guess_is_none()
    {
        await using var town = await AppointedAsync();
        var token = await SignIn.IssueLinkAsync(town.Store, new("wang-hong"), TestTown.Morning);
        Assert.Null(await SignIn.RedeemAsync(town.Store, token, TestTown.Morning + SignIn.Lifetime));
        Assert.Null(await SignIn.RedeemAsync(town.Store, new string('0', 64), TestTown.Morning));
        Assert.NotNull(await SignIn.RedeemAsync(town.Store, token, TestTown.Morning.AddHours(23)));
    }

    [Fact]
    public async Task An_appointment_is_an_event_without_the_name_and_the_same_again_is_none()
    {
        await using var town = await AppointedAsync();
        Assert.Empty(Assert.IsType<Outcome.Done>(await AppointOfficer.RunAsync(town.Ledger, Wang, new("test", "test"), TestTown.Morning)).Moved);
        await AppointOfficer.RunAsync(town.Ledger, Wang with { Roles = [Role.TownReview, Role.Town] }, new("test", "test"), TestTown.Morning);
        Assert.Equal(2, await town.VersionAsync("officer/wang-hong"));
        Assert.Equal(0L, await town.SqlAsync("select count(*) from ledger.mt_events where data::text like '%王红%' or data::text like '%13700000000%'"));
        (await AppointOfficer.RunAsync(town.Ledger, Wang with { Key = "system" }, new("test", "test"), TestTown.Morning)).RefusedAs("officer.key");
        (await AppointOfficer.RunAsync(town.Ledger, Wang with { Roles = [Role.Village] }, new("test", "test"), TestTown.Morning)).RefusedAs("officer.no-village");
        (await AppointOfficer.RunAsync(town.Ledger, Wang with { Villages = [new("77")] }, new("test", "test"), TestTown.Morning)).RefusedAs("village.unknown");
    }

    /// <summary>Both have read the link as unused before either may write.</summary>
    private static async Task<OfficerOnDuty?[]> RedeemTwiceAtOnceAsync(TestTown town, string token)
    {
        await using var connection = new NpgsqlConnection(town.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand("select from portal.mt_doc_signinlink for update", connection);
        await hold.ExecuteNonQueryAsync();
        var both = Enumerable.Range(0, 2).Select(_ => SignIn.RedeemAsync(town.Store, token, TestTown.Morning.AddHours(1))).ToArray();
        await town.WaitersAsync(2, both);
        await transaction.CommitAsync();
        return await Task.WhenAll(both);
    }

    private static async Task<TestTown> AppointedAsync()
    {
        var town = await TestTown.NewAsync();
        Assert.IsType<Outcome.Done>(await AppointOfficer.RunAsync(town.Ledger, Wang, new("test", "test"), TestTown.Morning));
        return town;
    }
}
