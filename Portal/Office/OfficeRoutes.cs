using System.Reflection;
using System.Text.Encodings.Web;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Transparency.Portal.Cases;
using Transparency.Portal.Cases.Declarations.Writing;
using Transparency.Portal.Cases.Deliberations;
using Transparency.Portal.Cases.Months;
using Transparency.Portal.Office.Desk;
using Transparency.Portal.Office.Frame;
using Transparency.Portal.Office.Importing;
using Transparency.Portal.Office.Lists;
using Transparency.Portal.Office.SignIn;
using Transparency.Publishing.Components;
using Transparency.Publishing.Texts;

namespace Transparency.Portal.Office;

/// <summary>Everything under <c>/office</c>: where officers act.</summary>
public static class OfficeRoutes
{
    /// <summary>Services that the office and the public's acts share.</summary>
    public static IServiceCollection AddScreens(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddSingleton<Uploads>();
        services.AddAntiforgery(o =>
        {
            o.FormFieldName = Screen.TokenField;
            o.Cookie.Name = Screen.TokenCookie;
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.HttpOnly = true;
            o.SuppressXFrameOptionsHeader = true; // said by frame-ancestors, which knows the preview
        });
        return services.Replace(ServiceDescriptor.Singleton<HtmlEncoder>(new PublicHtmlEncoder()));
    }

    public static void MapOffice(this IEndpointRouteBuilder routes)
    {
        // Without a look at who asks: styles are shown while the store is away too.
        routes.MapGet("/office/styles/{name}", Style).ShortCircuit();
        var door = routes.MapGroup("/office").Guarded(Guards.SmallForm);
        SignInRoutes.Map(door);
        var office = routes.MapGroup("/office").AddEndpointFilter(SignedInAsync).Guarded(Guards.LargestOfficeForm);
        DeskRoutes.Map(office);
        WriteRoutes.Map(office);
        CaseRoutes.Map(office);
        ListRoutes.Map(office);
        EntryRoutes.Map(office);
        ExportRoutes.Map(office);
        DeliberationRoutes.Map(office);
        FileRoutes.Map(office);
        ImportRoutes.Map(routes.MapGroup("/office").AddEndpointFilter(SignedInAsync).Guarded(Uploads.Largest + Guards.SmallForm));
        office.MapFallback((Screen here) => Answers.NotFound(here));
    }

    /// <summary>Asked before anything of the request is read: who is not signed in gets 401 and the way in, whatever was sent.</summary>
    private static async ValueTask<object?> SignedInAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var here = (await Screen.BindAsync(call.HttpContext))!;
        if (here.Officer is not null) return await next(call);
        Guards.PutHeaders(call.HttpContext.Response.Headers);
        return here.Sentence(StatusCodes.Status401Unauthorized, "office.no-session");
    }

    private static IResult Style(string name, HttpResponse answer)
    {
        var (assembly, resource) = name switch
        {
            "site.css" => (typeof(Catalogue).Assembly, "Transparency.Publishing.Assets.site.css"),
            "office.css" => (Assembly.GetExecutingAssembly(), "Transparency.Portal.Office.office.css"),
            _ => (null, ""),
        };
        answer.Headers.CacheControl = "max-age=300";
        answer.Headers.XContentTypeOptions = "nosniff";
        return assembly?.GetManifestResourceStream(resource) is { } css
            ? Results.Stream(css, "text/css; charset=utf-8")
            : Results.NotFound();
    }
}
