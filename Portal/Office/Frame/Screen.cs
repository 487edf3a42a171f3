using Marten;
using Microsoft.AspNetCore.Antiforgery;
using Transparency.Contracts;
using Transparency.Contracts.Town;
using Transparency.Portal.Access;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;
using Transparency.Publishing.Site;
using Transparency.Publishing.Texts;

namespace Transparency.Portal.Office.Frame;

/// <summary>
/// What every dynamic page knows: its language, the town, who is signed in, the moment, and the token that its forms must carry.
/// </summary>
/// <param name="Path">with the query, without the language: where the language switch leads</param>
/// <param name="First">the language whose pages stand at the tree's root</param>
/// <param name="Officer">null for the public and for those not signed in</param>
/// <param name="Now">UTC, by the portal's clock: the moment of every act of this request</param>
public sealed record Screen(
    Language Language, RuleBook Rules, string Path, Language First,
    Officer? Officer, string? OfficerName, string Token, DateTimeOffset Now)
{
    public const string TokenField = "token";

    /// <summary>Beside the token; a form of another site comes without it.</summary>
    public const string TokenCookie = "sunshine-form";

    private const string LanguageCookie = "language";

    public TownSettings Town => Rules.Town;

    public string Tag => SiteMap.Tag(Language);

    public Language Other => Language == Language.En ? Language.Zh : Language.En;

    public DateOnly Today => Shanghai.DayOf(Now);

    public string Say(string code, params IReadOnlyList<object> arguments) => Catalogue.Say(Language, code, arguments);

    public string Say(Refusal why) => Catalogue.Say(Language, why);

    public string Moment(DateTimeOffset at) =>
        Say("form.moment", Wording.Day(Language, Shanghai.DayOf(at)),
            Shanghai.Local(at).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The address of a public page in the language that is spoken here.</summary>
    /// <param name="path">in the tree</param>
    public string InTree(string path)
    {
        var folder = Language == First ? "" : $"{SiteMap.Folder(Language)}/";
        return $"/{folder}{path.Replace("index.html", "", StringComparison.Ordinal)}";
    }

    public string InOther => $"{Path}{(Path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={SiteMap.Tag(Other)}";

    /// <summary>Minimal APIs bind it as a parameter of a handler; one per request.</summary>
    public static async ValueTask<Screen?> BindAsync(HttpContext http)
    {
        if (http.Features.Get<Screen>() is { } made) return made;
        await using var session = http.RequestServices.GetRequiredService<IDocumentStore>().QuerySession();
        var rules = await http.RequestServices.GetRequiredService<RulesInForce>().ReadAsync(session, http.RequestAborted);
        var officer = http.Request.Path.StartsWithSegments("/office", StringComparison.Ordinal) ? CurrentOfficer.Of(http) : null;
        var name = officer is null
            ? null
            : (await session.LoadAsync<Person>(officer.Person.Value, http.RequestAborted))?.Name ?? officer.Id.Value;
        var token = http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http).RequestToken!;
        var first = http.RequestServices.GetRequiredService<SiteSettings>().First;
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var screen = new Screen(
            LanguageOf(http, first), rules.On(Shanghai.DayOf(now)), PathOf(http.Request), first, officer, name, token, now);
        http.Features.Set(screen);
        return screen;
    }

    /// <summary>For a page that asks the store nothing: the town as it was last known, nobody signed in, and no token.</summary>
    public static Screen WithoutStore(HttpContext http)
    {
        var services = http.RequestServices;
        var first = services.GetRequiredService<SiteSettings>().First;
        return new(
            LanguageOf(http, first), services.GetRequiredService<RulesInForce>().LastKnown, PathOf(http.Request), first, null, null, "",
            services.GetRequiredService<TimeProvider>().GetUtcNow());
    }

    /// <summary>A language once chosen stays chosen.</summary>
    private static Language LanguageOf(HttpContext http, Language first)
    {
        if (Chosen(http.Request.Query["lang"]) is not { } chosen) return Chosen(http.Request.Cookies[LanguageCookie]) ?? first;
        http.Response.Cookies.Append(LanguageCookie, SiteMap.Tag(chosen), new()
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, IsEssential = true,
        });
        return chosen;
    }

    private static Language? Chosen(string? tag) => tag switch { "en" => Language.En, "zh-Hans" or "zh" => Language.Zh, _ => null };

    private static string PathOf(HttpRequest request) =>
        request.Path + QueryString.Create(request.Query.Where(q => q.Key != "lang"));
}
