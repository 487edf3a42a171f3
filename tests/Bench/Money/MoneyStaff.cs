using Transparency.Bench.Sampling;
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
        IReadOnlyList<Appointment> all =
        [
            new("clerk", "样本甲", new("村报账员", "Village reporting clerk"), [Role.Village], villages, SampleStaff.IdNumber(0)),
            new("bookkeeper", "样本乙", new("镇经管站", "Town Economic Management Station"), [Role.Bookkeeper], [], SampleStaff.IdNumber(1)),
            new("finance", "样本丙", new("民主理财小组", "Finance group"), [Role.FinanceGroup], villages, SampleStaff.IdNumber(2)),
            new("supervision", "样本丁", new("村务监督委员会", "Supervision committee"), [Role.Supervision], villages, SampleStaff.IdNumber(3)),
        ];
        if (await AppointOfficer.RunAsync(open.Ledger, all, new("system", "sample"), at, ct) is Outcome.Refused no) throw new CannotRun(no.Why);
        return new(await OfAsync("clerk"), await OfAsync("bookkeeper"), await OfAsync("finance"), await OfAsync("supervision"));

        Task<Officer> OfAsync(string key) => open.OfficerAsync(key, ct);
    }
}
