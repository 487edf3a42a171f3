using Transparency.Contracts;
using Transparency.Portal.Access;
using Transparency.Portal.Cases;
using Transparency.Portal.Demo;
using Transparency.Portal.Importing;
using Transparency.Portal.Problems;
using Transparency.Portal.Store;
using Transparency.Portal.Tests.Operations;
using Transparency.Portal.Tests.Store;
using Transparency.Samples;
using static Transparency.Portal.Tests.Payments.UnderContract;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Portal.Tests.Payments;

/// <summary>Files and scenarios are doors as forms are: the same law stands behind each. Forms and crafted posts are tried in the tests of the office.</summary>
public sealed class DoorsTests : IDisposable
{
    private const string Head = "村,日期,凭证号,摘要,支出,科目,收付款方性质,收付款方,审批人,招标编号,标段,收入\n";

    private readonly string folder = Directory.CreateTempSubdirectory("doors").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_file_whose_voucher_cannot_pay_is_told_at_its_row_and_leaves_nothing()
    {
        await using var town = await NewAsync();
        var bad = await ImportedAsync(town, Row("1", "20000", "1") + Row("2", "4000.01", "1") + Row("3", "16000", "2") + Row("4", "1", ""));
        Assert.Equal([(3, "tender.over-total"), (5, "tender.which-lot")], bad);
        Assert.Equal(0, await town.Life.Town.VersionAsync("book/04/2026-10"));
        Assert.Empty(await ImportedAsync(town, Row("1", "20000", "1") + Row("2", "4000", "1") + Row("3", "16000", "2")));
        await town.BookAsync();
        Assert.Equal(2, (await town.PaymentsAsync()).Count);
    }

    [Theory]
    [InlineData("record-payment", "00-2026-W-0001", "act.unknown")]
    [InlineData("enter-voucher", "09/2026-08", "voucher.cannot-pay(1, 00-2026-W-0001, tender.unknown())")]
    public async Task A_scenario_pays_nothing_without_a_contract(string act, string subject, string why)
    {
        await using var town = await ScratchTown.NewAsync(folder);
        var at = Shanghai.At(new(2026, 8, 1), new(9, 0));
        await ImportFile.RunAsync(town.Open.Ledger, FileKinds.Import("villages")!, Path.Combine(Scenario.Folder, "villages.csv"), ScratchTown.Installer, at, dryRun: false, default);
        await EarlierOfficers.AppointAsync(town.Open.Ledger, new("clerk"), new("固堤场村"), [Role.Village], [new("09")], at);
        var path = Path.Combine(folder, "acts.csv");
        await File.WriteAllTextAsync(path, $"""
            at,officer,act,subject,fields
            2026-08-03 09:00,clerk,{act},{subject},"voucher=1
            date=2026-08-03
            summary=付款
            item=维修
            expense=100
            payee_kind=organisation
            payee=甲公司
            approvers=party-secretary village-head
            tender=00-2026-W-0001"

            """);
        var refused = await Assert.ThrowsAsync<CannotRun>(() => new RunScenario(town.Open, Scenario.Read(path)).RunAsync(new Progress<(int, int)>()));
        Assert.Contains(why, refused.Why.Arguments.OfType<string>().Last(), StringComparison.Ordinal);
    }

    private static string Row(string number, string amount, string lot) =>
        $"04,2026-10-12,{number},付款 {number},{amount},维修,单位,甲公司,党支部书记、村委会主任、民主理财小组组长,{Repair},{lot},\n";

    private async Task<IReadOnlyList<(int, string)>> ImportedAsync(UnderContract town, string rows)
    {
        var path = Path.Combine(folder, "vouchers.csv");
        await File.WriteAllTextAsync(path, Head + rows);
        var result = await ImportFile.RunAsync(town.Life.Town.Ledger, FileKinds.Import("vouchers")!, path, Clerk, town.Life.Now.AddDays(30), dryRun: false, default);
        return [.. result.Findings.Select(f => (f.Row, f.Why.Arguments is [_, _, Refusal why] ? why.Code : f.Why.Code))];
    }
}
