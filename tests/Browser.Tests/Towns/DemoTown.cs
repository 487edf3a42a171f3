using System.Collections.Concurrent;
using Marten;
using Microsoft.Playwright;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;

namespace Transparency.Browser.Tests.Towns;

/// <summary>The whole demo town, opened once for all tests that only look at it.</summary>
public sealed class DemoTown : IAsyncLifetime
{
    private readonly ConcurrentDictionary<(string, string), Lazy<Task<IPage>>> pages = [];

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

    /// <summary>One page each for the public and for every officer in each language, used again and again.</summary>
    /// <param name="officer">null for the public</param>
    public Task<IPage> PageAsync(string language, string? officer = null) =>
        pages.GetOrAdd((officer ?? "", language), _ => new(() => officer is null ? Open.VisitAsync() : Open.SignInAsync(officer))).Value;

    public async Task DisposeAsync() => await Open.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class InTheDemoTown : ICollectionFixture<DemoTown>
{
    public const string Name = "the demo town";
}
