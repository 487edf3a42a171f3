using Transparency.Contracts;
using Transparency.Portal.Access;
using Transparency.Portal.Hosting;
using Transparency.Portal.Problems;
using Transparency.Portal.Store;

namespace Transparency.Bench.Money;

/// <summary>Who brings a month of money to the public: four persons, each for all villages.</summary>
internal sealed record MoneyStaff(Officer Clerk, Officer Bookkeeper, Officer FinanceGroup, Officer Supervision)
{
    public static async Task<MoneyStaff> AppointAsync(OpenStore open, IReadOnlyList<VillageCode> villages, DateTimeOffset at, CancellationToken ct)
    {
        return new(
            await AppointedAsync("clerk", "样本甲", new("村报账员", "Village reporting clerk"), Role.Village, villages),
            await AppointedAsync("bookkeeper", "样本乙", new("镇经管站", "Town Economic Management Station"), Role.Bookkeeper, []),
            await AppointedAsync("finance", "样本丙", new("民主理财小组", "Finance group"), Role.FinanceGroup, villages),
            await AppointedAsync("supervision", "样本丁", new("村务监督委员会", "Supervision committee"), Role.Supervision, villages));

        async Task<Officer> AppointedAsync(string key, string name, Text unit, Role role, IReadOnlyList<VillageCode> of)
        {
            var outcome = await AppointOfficer.RunAsync(open.Ledger, new(key, name, unit, [role], of), new("system", "sample"), at, ct);
            if (outcome is Outcome.Refused no) throw new CannotRun(no.Why);
            return await open.OfficerAsync(key, ct);
        }
    }
}
