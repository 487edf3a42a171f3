using Marten;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Transparency.Portal.Office.Frame;
using Transparency.Portal.Store.Documents;

namespace Transparency.Portal.Office.SignIn;

/// <summary>The way in and out. A link is looked at by GET and used up by POST alone.</summary>
public static class SignInRoutes
{
    public static void Map(RouteGroupBuilder door)
    {
        door.MapGet("/sign-in", (Screen here) => here.Sentence(StatusCodes.Status200OK, "office.no-session"));
        door.MapGet("/not-allowed", (Screen here) => here.Sentence(StatusCodes.Status403Forbidden, "office.not-allowed", "/office"));
        door.MapGet("/sign-in/{token}", LookAsync);
        door.MapPost("/sign-in/{token}", RedeemAsync);
        door.MapPost("/sign-out", (Delegate)SignOutAsync);
    }

    private static async Task<IResult> LookAsync(Screen here, string token, IDocumentStore store, CancellationToken ct)
    {
        if (await Access.SignIn.LookAsync(store, token, Access.SignIn.Now, ct) is not { } found) return Spent(here);
        await using var session = store.QuerySession();
        var name = (await session.LoadAsync<Person>(found.Officer.Person.Value, ct))?.Name ?? found.Key;
        return here.Page<SignInPage>(("Name", name), ("Unit", found.Officer.Unit), ("Roles", found.Officer.Roles), ("LinkToken", token));
    }

    private static async Task<IResult> RedeemAsync(Screen here, string token, HttpContext http, IDocumentStore store, CancellationToken ct)
    {
        if (await Access.SignIn.RedeemAsync(store, token, Access.SignIn.Now, ct) is not { } found) return Spent(here);
        await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, Access.SignIn.PrincipalOf(found.Officer));
        return ScreenPages.Go("/office");
    }

    private static async Task<IResult> SignOutAsync(HttpContext http)
    {
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return ScreenPages.Go("/office");
    }

    /// <summary>Used, expired and never issued answer alike.</summary>
    private static IResult Spent(Screen here) => here.Sentence(StatusCodes.Status410Gone, "office.link-spent");
}
