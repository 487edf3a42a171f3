using Marten;
using Transparency.Portal.Access;
using Transparency.Portal.Cases;
using Transparency.Portal.Press;
using Transparency.Portal.Store;
using Transparency.Portal.Town;

namespace Transparency.Portal.Hosting;

/// <summary>All that the portal's store keeps.</summary>
public static class PortalStreams
{
    public static readonly StoreKinds All =
        new(
            [TownStore.Town, OfficerStore.Officer, ReadingStore.Reading, LossStore.Loss, .. CaseKinds.Streams])
        {
            Checks = [.. CaseKinds.Checks, () => new FloorCheck()],
        };
}
