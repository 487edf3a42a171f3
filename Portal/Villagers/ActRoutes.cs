using Transparency.Portal.Office.Frame;

namespace Transparency.Portal.Villagers;

/// <summary>Everything under <c>/act</c>: what the public may do, without an account and without a script.</summary>
public static class ActRoutes
{
    public static IServiceCollection AddAct(this IServiceCollection services) =>
        services.AddSingleton<Door>().AddSingleton<Pace>().AddSingleton<SentOnce>();

    /// <summary>Before routing, sessions and forms: see <see cref="Door"/>.</summary>
    public static void UseDoor(this WebApplication app)
    {
        var door = app.Services.GetRequiredService<Door>();
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/act", StringComparison.Ordinal), act => act.Use(door.ThroughAsync));
    }

    public static void MapAct(this IEndpointRouteBuilder routes)
    {
        var act = routes.MapGroup("/act").Guarded(Guards.SmallForm);
        ObjectionRoutes.Map(act);
        ProposalRoutes.Map(act);
        ReceiptRoutes.Map(act);
        DeadlineRoutes.Map(act);
        act.MapFallback((Screen here) => here.Sentence(StatusCodes.Status404NotFound, "act.not-found"));
    }
}
