using Transparency.Contracts;
using Transparency.Contracts.Officers;
using Transparency.Portal.Access;
using Transparency.Portal.Hosting;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;
using Transparency.Portal.Store.Keeping;
using Transparency.Samples;

namespace Transparency.Portal.Tests.Store;

/// <summary>Declared relatives and own interests, compared with the papers as each act finds them.</summary>
public sealed class InterestActTests
{
    private const string Own = "370799198001280033";
    private const string Kin = "370799197907220040";
    private static readonly Dictionary<string, string> WithKin = new(TestTown.LeaseFields) { ["with"] = "欧阳建国", ["with_id_number"] = Kin };

    [Fact]
    public async Task Nobody_enters_a_contract_with_himself_and_nothing_of_it_is_kept()
    {
        await using var town = await TownAsync();
        (await town.ActAsync("register-agreement", TestTown.Lease, TestTown.Clerk, new Dictionary<string, string>(TestTown.LeaseFields) { ["with"] = "另一个名字", ["with_id_number"] = Own })).RefusedAs("officer.own-interest");
        (await town.ActAsync("register-agreement", TestTown.Lease, TestTown.Clerk, new Dictionary<string, string>(TestTown.LeaseFields) { ["with"] = "顾大为", ["with_id_number"] = "" })).RefusedAs("officer.own-interest");
        Assert.Equal(0L, await town.SqlAsync($"select count(*) from portal.mt_doc_person where id = 'a-{TestTown.Lease}'"));
        await town.MustAsync("register-agreement", TestTown.Lease, TestTown.Clerk, new Dictionary<string, string>(TestTown.LeaseFields) { ["with"] = "顾大为", ["with_id_number"] = Kin });
    }

    [Fact]
    public async Task What_is_declared_stops_every_act_on_the_case_from_then_on()
    {
        await using var town = await TownAsync();
        await town.MustAsync("register-agreement", TestTown.Lease, TestTown.Clerk, WithKin);
        await town.DraftAsync("d1");
        await town.MustAsync("declare-interest", "other-clerk", TestTown.Clerk, new { interest_kind = "sibling", name = "欧阳建国", id_number = Kin });
        (await town.ActAsync("declare", "d1", TestTown.Clerk)).RefusedAs("officer.own-interest");
        (await town.ActAsync("change-agreement", TestTown.Lease, TestTown.Clerk, new { total = "170000" })).RefusedAs("officer.own-interest");
        (await town.ActAsync("schedule-rent", $"{TestTown.Lease}/2026", TestTown.Clerk, new { dues = "2026-10-01=60000.00" })).RefusedAs("officer.own-interest");
        await town.MustAsync("declare", "d1", SampleOfficers.Poster);
        await town.PinnedAsync("pass-review", "d1", SampleOfficers.Reviewer);

        var administrator = SampleOfficers.Everyone with { Id = new("admin"), Person = new("person-admin"), Roles = [Role.Administrator], Villages = [] };
        (await town.ActAsync("end-interest", "other-clerk", TestTown.Clerk, new { interest = "1", reason = "弄错了" })).RefusedAs("officer.may-not");
        await town.MustAsync("end-interest", "other-clerk", administrator, new { interest = "1", reason = "同名，不是一个人" });
        await town.MustAsync("change-agreement", TestTown.Lease, TestTown.Clerk, new { total = "170000" });
        Assert.Empty(await CheckStore.RunAsync(town.Store, PortalStreams.All));
    }

    [Fact]
    public async Task A_firm_is_compared_by_its_name_and_the_interests_of_all_sign_ins_count()
    {
        await using var town = await TownAsync();
        await EnterAsync(town, TestTown.Clerk with { Id = new("other-hat"), Roles = [Role.FinanceGroup] }, "顾大为", Own);
        var hat = TestTown.Clerk with { Id = new("other-hat"), Roles = [Role.FinanceGroup] };
        await town.MustAsync("declare-interest", "other-hat", hat, new { interest_kind = "firm", name = "海晶（盐业）有限公司", id_number = "" });
        var firm = new Dictionary<string, string>(TestTown.LeaseFields) { ["with"] = "海晶(盐业) 有限公司", ["with_kind"] = "organisation", ["with_id_number"] = "" };
        (await town.ActAsync("register-agreement", TestTown.Lease, TestTown.Clerk, firm)).RefusedAs("officer.own-interest");
        await town.MustAsync("register-agreement", TestTown.Lease, SampleOfficers.Poster, firm);
    }

    [Fact]
    public async Task The_number_of_a_relative_is_compared_and_kept_nowhere_and_no_event_names_him()
    {
        await using var town = await TownAsync();
        (await town.ActAsync("declare-interest", "other-clerk", TestTown.Clerk, new { interest_kind = "spouse", name = "欧阳建国", id_number = "370799197907220041" })).RefusedAs("field.invalid");
        (await town.ActAsync("declare-interest", "other-clerk", TestTown.Clerk, new { interest_kind = "spouse", name = "", id_number = Kin })).RefusedAs("officer.relative-nameless");
        Assert.Equal(0L, await town.SqlAsync("select count(*) from portal.mt_doc_person where id like 'k-%'"));
        await town.MustAsync("declare-interest", "other-clerk", TestTown.Clerk, new { interest_kind = "spouse", name = "欧阳建国", id_number = Kin });
        Assert.Equal(0L, await town.SqlAsync($"select count(*) from portal.mt_doc_person where data::text like '%{Kin}%'"));
        Assert.Equal(0L, await town.SqlAsync("select count(*) from ledger.mt_events where data::text like '%欧阳建国%'"));
    }

    [Fact]
    public async Task A_relative_of_who_acts_for_a_village_does_not_come_to_supervise_it()
    {
        await using var town = await TownAsync();
        await town.MustAsync("declare-interest", "other-clerk", TestTown.Clerk, new { interest_kind = "parent", name = "顾永发", id_number = Kin });
        Appointment Of(VillageCode village) => new("gu-yongfa", "顾永发", new("村务监督委员会"), [Role.Supervision], [village], Kin);
        (await AppointOfficer.RunAsync(town.Ledger, [Of(SampleRules.Gudichang)], new("test", "test"), TestTown.Morning)).RefusedAs("officer.relative-supervises");
        Assert.IsType<Outcome.Done>(await AppointOfficer.RunAsync(town.Ledger, [Of(SampleRules.Jiajiahewu)], new("test", "test"), TestTown.Morning));
    }

    private static async Task<TestTown> TownAsync()
    {
        var town = await TestTown.NewAsync();
        await EnterAsync(town, TestTown.Clerk, "顾大为", Own);
        return town;
    }

    private static async Task EnterAsync(TestTown town, Officer officer, string name, string number) =>
        Assert.IsType<Outcome.Done>(await town.Ledger.WriteAsync(new("test", "test"), entry =>
        {
            entry.Append(StreamKey.Of(officer.Id), 0, new OfficerAppointed(officer, TestTown.Morning));
            entry.Documents.Store(new Person(officer.Person.Value, name, IdHash: entry.Identity.HashOf(IdentityNumber.Parse(number)!)));
            return Task.FromResult<Refusal?>(null);
        }));
}
