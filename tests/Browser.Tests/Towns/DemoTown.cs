using System.Collections.Concurrent;
using Marten;
using Microsoft.Playwright;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;

namespace Transparency.Browser.Tests.Towns;

/// <summary>The whole demo town, opened once for all tests that only look at it.</summary>
public sealed class DemoTown : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, Lazy<Task<Looker>>> lookers = [];

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

    /// <summary>
    /// One page in each language, used again and again: as the public's, or as the officer's who is named. Language and scheme go together:
    /// each kind of page is looked at in both of each, by two looks and not by four.
    /// </summary>
    /// <param name="officer">null for the public</param>
    public async Task<IPage> PageAsync(string language, string? officer = null)
    {
        var looker = await lookers.GetOrAdd(language, _ => new(async () => new(Open, await Open.VisitAsync(scheme: language == "en" ? ColorScheme.Dark : ColorScheme.Light, width: 320)))).Value;
        await looker.BecomeAsync(officer);
        return looker.Page;
    }

    public async Task DisposeAsync() => await Open.DisposeAsync();

    /// <summary>A window for each officer would cost more than what is looked at; so one window changes its cookies.</summary>
    private sealed class Looker(OpenTown town, IPage page)
    {
        private readonly Dictionary<string, IReadOnlyList<Cookie>> sessions = [];
        private string? officer;

        public IPage Page => page;

        public async Task BecomeAsync(string? next)
        {
            if (next == officer) return;
            // What the page still loads must not answer with the cookies of the one before.
            await page.GotoAsync("about:blank");
            await page.Context.ClearCookiesAsync();
            officer = next;
            if (next is null) return;
            if (sessions.TryGetValue(next, out var known)) await page.Context.AddCookiesAsync(known);
            else sessions[next] = await SignInAsync(next);
        }

        private async Task<IReadOnlyList<Cookie>> SignInAsync(string signIn)
        {
            await town.SignInAsync(page, signIn);
            return [.. (await page.Context.CookiesAsync()).Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path, HttpOnly = c.HttpOnly, Secure = c.Secure, SameSite = c.SameSite, Expires = c.Expires })];
        }
    }
}

[CollectionDefinition(Name)]
public sealed class InTheDemoTown : ICollectionFixture<DemoTown>
{
    public const string Name = "the demo town";
}
