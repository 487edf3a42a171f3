using Transparency.Portal.Tests.Operations;
using Transparency.Portal.Tests.Publication;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Transparency.Portal.Tests.LongestFirst", "Portal.Tests")]

namespace Transparency.Portal.Tests;

/// <summary>What takes a minute must not begin when everything else is over.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Longest = [nameof(KilledPublishTests), nameof(DemoTests), nameof(DemoHtmlTests), nameof(DemoTreeTests)];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderByDescending(c => Longest.Count(name => c.DisplayName.EndsWith($".{name}", StringComparison.Ordinal)));
}
