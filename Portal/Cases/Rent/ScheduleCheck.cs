using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Agreements.Rent;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Rent;

/// <summary>Rent that was public as due stays due until the contract itself has been changed in public.</summary>
internal sealed class ScheduleCheck : IStoreCheck
{
    private readonly Dictionary<AgreementId, int> editions = [];
    private readonly Dictionary<string, (IReadOnlyList<RentDue> Dues, int ContractEdition)> disclosed = new(StringComparer.Ordinal);

    public IEnumerable<Refusal> Next(StoredEvent e)
    {
        switch (e.Data)
        {
            case AgreementDisclosed x:
                editions[x.Section.Id] = editions.GetValueOrDefault(x.Section.Id) + 1;
                break;
            case RentDisclosed x:
                disclosed[e.Stream] = ([.. x.Section.Rows.Select(r => new RentDue(r.Due, r.Amount))], x.ContractEdition);
                break;
            case RentScheduled x when disclosed.TryGetValue(e.Stream, out var before)
                && editions.GetValueOrDefault(x.Agreement) <= before.ContractEdition && before.Dues.Except(x.Dues).Any():
                return [Refusal.Mend(null, "check.rent-lowered", e.Stream)];
        }
        return [];
    }
}
