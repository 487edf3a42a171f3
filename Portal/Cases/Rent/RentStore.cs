using Transparency.Contracts.Agreements.Rent;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Rent;

/// <summary>The rent of one agreement in one year.</summary>
internal static class RentStore
{
    public static readonly StreamKind Rent = StreamKind.Of("rent", RentDecider.Law, new Dictionary<Type, string>
    {
        [typeof(RentScheduled)] = "rent-scheduled",
        [typeof(RentReceived)] = "rent-received",
        [typeof(RentPrepared)] = "rent-prepared",
        [typeof(RentChecked)] = "rent-checked",
        [typeof(RentDisclosed)] = "rent-disclosed",
    })
        .Hashed<RentPrepared>(x => (x.Hash, x.Section.Hash))
        .Hashed<RentDisclosed>(x => (x.Hash, x.Section.Hash))
        .With<RentOnDesk>(1, RentOnDesk.Next);
}
