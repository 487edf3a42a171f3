using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Transparency.Contracts;

namespace Transparency.Portal.Access;

/// <summary>Who may see what by a rule of its own; whether an act is lawful is said by Decide alone.</summary>
public static class Policies
{
    /// <summary>The jobs' dashboard.</summary>
    public const string Administer = "administer";

    /// <param name="keys">where the keys lie that sign the cookies, so that a restart signs nobody out</param>
    public static IServiceCollection AddAccess(this IServiceCollection services, DirectoryInfo keys)
    {
        services.AddDataProtection().SetApplicationName("sunshine").PersistKeysToFileSystem(keys);
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "sunshine-office";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax; // Strict would lose the session on the way in from a mail
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(10);
            cookie.SlidingExpiration = true;
            cookie.LoginPath = "/office/sign-in";
            cookie.AccessDeniedPath = "/office/not-allowed";
            cookie.TimeProvider = TimeProvider.System; // see SignIn.Now
            cookie.Events.OnValidatePrincipal = CurrentOfficer.ValidateAsync;
        });
        services.AddAuthorizationBuilder().AddPolicy(Administer, p => p.RequireRole(nameof(Role.Administrator)));
        return services;
    }
}
