using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Transparency.Contracts;
using Transparency.Portal.Access;
using Transparency.Portal.Cases;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Disk;
using Transparency.Portal.Hosting;
using Transparency.Portal.Store.Keeping;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;

namespace Transparency.Portal.Tests.Store;

public class AccessTests
{
    private static readonly Appointment Wang = new("wang-hong", "王红", new("镇经管站"), [Role.TownReview], [], "370799198001280033") { Phone = "13700000000" };
    private static readonly Officer Second = new(new("admin-b"), new("o-admin-b"), new("镇党政办"), [Role.Administrator], []);
    private static readonly Officer First = Second with { Id = new("admin-a"), Person = new("o-admin-a") };

    [Fact]
    public async Task A_link_signs_in_once()
    {
        await using var town = await AppointedAsync();
        var token = await SignIn.IssueLinkAsync(town.Store, new("wang-hong"), TestTown.Morning);
        Assert.Equal(64, token.Length);
        Assert.NotNull(await SignIn.LookAsync(town.Store, token, TestTown.Morning));
        Assert.NotNull(await SignIn.LookAsync(town.Store, token, TestTown.Morning));
        var all = await RedeemTwiceAtOnceAsync(town, token);
        Assert.Equal("wang-hong", Assert.Single(all, o => o is not null)!.Key);
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
    public async Task An_appointment_is_an_event_without_name_and_number()
    {
        await using var town = await AppointedAsync();
        (await AppointAsync(town, Wang)).RefusedAs("officer.known");
        Assert.Equal(0L, await town.SqlAsync("select count(*) from ledger.mt_events where data::text like '%王红%' or data::text like '%13700000000%'"));
        Assert.Equal(0L, await town.SqlAsync("select count(*) from portal.mt_doc_person where data::text like '%370799198001280033%'"));
        (await AppointAsync(town, Wang with { Key = "system" })).RefusedAs("officer.key");
        (await AppointAsync(town, Wang with { Key = "wang-b", IdNumber = null })).RefusedAs("officer.no-id-number");
        (await AppointAsync(town, Wang with { Key = "wang-b", IdNumber = "370799198001280032" })).RefusedAs("officer.id-number");
        (await AppointAsync(town, Wang with { Key = "wang-b", Name = "黄红" })).RefusedAs("officer.other-name");
        (await AppointAsync(town, Wang with { Key = "wang-b", Roles = [Role.Village] })).RefusedAs("officer.no-village");
        (await AppointAsync(town, Wang with { Key = "wang-b", Villages = [new("77")] })).RefusedAs("village.unknown");
    }

    /// <summary>I29, I30: by whatever sign-ins, it is one person, in whose hands nothing meets that must be in two.</summary>
    [Fact]
    public async Task One_human_being_is_one_person_whatever_the_sign_ins()
    {
        await using var town = await AppointedAsync();
        Assert.IsType<Outcome.Done>(await AppointAsync(town, Wang with { Key = "wang-b", Roles = [Role.Village], Villages = [new("09")] }));
        await using var session = town.Store.QuerySession();
        Assert.Equal(new PersonId("o-wang-hong"), (await session.LoadAsync<OfficerOnRecord>("officer/wang-b"))!.Officer.Person);
        Assert.Null(await OfficerOnRecord.OnDutyAsync(session, "wang-b", default));
        (await AppointAsync(town, Wang with { Key = "wang-c", Roles = [Role.Supervision], Villages = [new("09")] })).RefusedAs("officer.village-and-supervision");
        (await AppointAsync(town, Wang with { Key = "wang-d", Roles = [Role.Administrator] })).RefusedAs("officer.administrator-alone");
        Assert.IsType<Outcome.Done>(await AppointAsync(town, Wang with { Key = "wang-e", Roles = [Role.Supervision], Villages = [new("04")] }));
    }

    [Fact]
    public async Task A_second_administrator_confirms_and_a_dismissal_ends_every_session_and_link()
    {
        await using var town = await AppointedAsync();
        var fields = new Dictionary<string, string> { ["name"] = "李明", ["id_number"] = "37079919750516002" + "2", ["unit"] = "镇财政所", ["roles"] = "town" };
        Assert.IsType<Outcome.Done>(await ActAsync(town, "propose-officer", First, fields));
        (await ActAsync(town, "confirm-officer", First)).RefusedAs("officer.own-proposal");
        var before = await SignIn.IssueLinkAsync(town.Store, new("li-ming"), TestTown.Morning);
        Assert.Null(await SignIn.LookAsync(town.Store, before, TestTown.Morning));
        Assert.IsType<Outcome.Done>(await ActAsync(town, "confirm-officer", Second));
        Assert.Equal("li-ming", (await SignIn.LookAsync(town.Store, before, TestTown.Morning))!.Key);

        var persons = await town.SqlAsync("select string_agg(data::text, ' ' order by id) from portal.mt_doc_person");
        Assert.IsType<Result<string>.Of>(await SignIn.IssueLinkAsync(town.Ledger, new("li-ming"), First, "test", TestTown.Morning));
        Assert.Equal(persons, await town.SqlAsync("select string_agg(data::text, ' ' order by id) from portal.mt_doc_person"));
        Assert.Equal(3, await town.VersionAsync("officer/li-ming"));

        Assert.IsType<Outcome.Done>(await ActAsync(town, "dismiss-officer", First, new() { ["reason"] = "调离" }));
        Assert.Null(await SignIn.LookAsync(town.Store, before, TestTown.Morning));
        (await ActAsync(town, "propose-officer", First, fields)).RefusedAs("officer.known");
    }

    /// <summary>A fresh key would know nobody again, so none is made where hashes stand already.</summary>
    [Fact]
    public async Task Without_the_key_of_identity_numbers_nobody_is_proposed()
    {
        await using var town = await AppointedAsync();
        var elsewhere = new IdentityKey(Path.Combine(Directory.CreateTempSubdirectory("identity-").FullName, "lost"));
        var ledger = new Ledger(town.Store, PortalStreams.All, new RulesInForce(), NullLogger<Ledger>.Instance) { StandsInPublic = _ => false, Identity = elsewhere };
        (await AppointOfficer.RunAsync(ledger, [Wang with { Key = "wang-b" }], new("test", "test"), TestTown.Morning)).RefusedAs("officer.key-lost");
        Assert.False(elsewhere.Exists);
    }

    /// <summary>I39: roles that no event gave.</summary>
    [Fact]
    public async Task A_role_written_into_the_table_is_a_finding()
    {
        await using var town = await AppointedAsync();
        Assert.Empty(await CheckStore.RunAsync(town.Store, PortalStreams.All));
        await town.SqlAsync("update portal.mt_doc_officeronrecord set data = jsonb_set(data, '{officer,roles}', '[\"TownApprove\"]') returning 1::bigint");
        Assert.Equal("check.row-differs", Assert.Single(await CheckStore.RunAsync(town.Store, PortalStreams.All)).Code);
        Assert.Equal(1, await RebuildRegister.RunAsync(town.Store, PortalStreams.All));
        Assert.Empty(await CheckStore.RunAsync(town.Store, PortalStreams.All));
    }

    private static Task<Outcome> AppointAsync(TestTown town, Appointment a) => AppointOfficer.RunAsync(town.Ledger, [a], new("test", "test"), TestTown.Morning);

    private static Task<Outcome> ActAsync(TestTown town, string act, Officer by, Dictionary<string, string>? fields = null) =>
        ActTable.RunAsync(town.Ledger, new(act, "li-ming", fields ?? [], by, TestTown.Morning, null), default);

    /// <summary>Both have read the link as unused before either may write.</summary>
    private static async Task<OfficerOnRecord?[]> RedeemTwiceAtOnceAsync(TestTown town, string token)
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
        Assert.IsType<Outcome.Done>(await AppointOfficer.RunAsync(town.Ledger, [Wang], new("test", "test"), TestTown.Morning));
        return town;
    }
}
