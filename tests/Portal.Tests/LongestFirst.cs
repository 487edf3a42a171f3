using Transparency.Portal.Tests.Backup;
using Transparency.Portal.Tests.Operations;
using Transparency.Portal.Tests.Publication;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Transparency.Portal.Tests.LongestFirst", "Portal.Tests")]
[assembly: CollectionBehavior(MaxParallelThreads = 3)]

namespace Transparency.Portal.Tests;

/// <summary>
/// The killed publisher makes the demo town for all and takes longest: it begins at once. The others that need the town come last,
/// or they would only wait for it.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] NeedTheDemo = [".Publication.", ".Office.", nameof(DemoTests), nameof(RestoredTreeTests)];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) => testCollections.OrderBy(Turn);

    private static int Turn(ITestCollection of) =>
        of.DisplayName.EndsWith(nameof(KilledPublishTests), StringComparison.Ordinal) ? 0
        : NeedTheDemo.Any(name => of.DisplayName.Contains(name, StringComparison.Ordinal)) ? 2
        : 1;
}
