using Marten;
using Microsoft.Playwright;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;

namespace Transparency.Browser.Tests.Towns;

/// <summary>The whole demo town, opened once for all tests that only look at it.</summary>
public sealed class DemoTown : IAsyncLifetime
{
    private readonly Dictionary<string, IPage> pages = [];

    public OpenTown Open { get; private set; } = null!;

    public IReadOnlyList<DeclarationOnRegister> Declarations { get; private set; } = [];

    public IReadOnlyList<AgreementOnRegister> Agreements { get; private set; } = [];

    public async Task InitializeAsync()
    {
        Open = await OpenTown.StartAsync();
        await using var session = Open.Store.Store.QuerySession();
        Declarations = [.. (await session.Query<DeclarationOnRegister>().ToListAsync()).OrderBy(d => d.Number.Ordinal)];
        Agreements = [.. (await session.Query<AgreementOnRegister>().ToListAsync()).OrderBy(a => a.Id, StringComparer.Ordinal)];
    }

    public string In(PublicStatus status) => $"/{SiteMap.DeclarationFolder(Declarations.First(d => d.Status == status).Number)}";

    /// <summary>One page each for the public and for every officer, used again and again.</summary>
    /// <param name="officer">null for the public</param>
    public async Task<IPage> PageAsync(string? officer = null)
    {
        var key = officer ?? "";
        if (!pages.TryGetValue(key, out var page)) pages.Add(key, page = officer is null ? await Open.VisitAsync() : await Open.SignInAsync(officer));
        return page;
    }

    public async Task DisposeAsync() => await Open.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class InTheDemoTown : ICollectionFixture<DemoTown>
{
    public const string Name = "the demo town";
}
