using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Transparency.Contracts;

namespace Transparency.Portal.Access;

/// <summary>Every permission by name. They say who sees a page; whether an act is lawful is said by Decide alone.</summary>
public static class Policies
{
    /// <summary>Any officer: the office's lists and files.</summary>
    public const string Office = "office";

    public const string Declare = "declare";
    public const string Review = "review";
    public const string Approve = "approve";
    public const string KeepAgreements = "keep-agreements";
    public const string Import = "import";

    /// <summary>Appointments, the demonstration's clock, and the jobs' dashboard.</summary>
    public const string Administer = "administer";

    private static readonly Dictionary<string, Role[]> Holders = new()
    {
        [Declare] = [Role.Village, Role.Town],
        [Review] = [Role.TownReview],
        [Approve] = [Role.TownApprove],
        [KeepAgreements] = [Role.Village, Role.Town, Role.Bookkeeper],
        [Import] = [Role.Village, Role.Town, Role.Bookkeeper, Role.Administrator],
        [Administer] = [Role.Administrator],
    };

    /// <summary>For what a page shows; whoever holds one of the policy's roles.</summary>
    public static bool Allows(string policy, Officer officer) => Holders[policy].Any(officer.Roles.Contains);

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
        var policies = services.AddAuthorizationBuilder().AddPolicy(Office, p => p.RequireAuthenticatedUser());
        foreach (var (name, roles) in Holders) policies.AddPolicy(name, p => p.RequireRole(roles.Select(r => r.ToString())));
        return services;
    }
}
