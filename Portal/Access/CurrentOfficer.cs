using System.Security.Claims;
using Marten;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Transparency.Contracts;

namespace Transparency.Portal.Access;

/// <summary>Who is asking. Read from the store at each request, so that a dismissal ends every session at once.</summary>
public static class CurrentOfficer
{
    private static readonly object Key = new();

    /// <summary>Null when nobody is signed in.</summary>
    public static Officer? Of(HttpContext context) => context.Items[Key] as Officer;

    /// <summary>For <see cref="CookieAuthenticationEvents.OnValidatePrincipal"/>.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var id = context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";
        await using var session = context.HttpContext.RequestServices.GetRequiredService<IDocumentStore>().QuerySession();
        if (await OfficerOnRecord.OnDutyAsync(session, id, context.HttpContext.RequestAborted) is not { } known)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            return;
        }
        context.HttpContext.Items[Key] = known.Officer;
        context.ReplacePrincipal(SignIn.PrincipalOf(known.Officer));
    }
}
