using Marten;
using Transparency.Contracts;
using Transparency.Portal.Cases;
using Transparency.Portal.Cases.Letters;
using Transparency.Portal.Office.Frame;

namespace Transparency.Portal.Villagers;

/// <summary>What became of a letter, for whoever holds its receipt. By POST, so that no code stands in an address or a log.</summary>
public static class ReceiptRoutes
{
    public static void Map(RouteGroupBuilder act)
    {
        act.MapGet("/receipt", (Screen here) => here.Page<LookUpPage>());
        act.MapPost("/receipt", LookUpAsync).AddEndpointFilter((call, next) =>
            call.HttpContext.RequestServices.GetRequiredService<Pace>().OfLookUps(call, next));
    }

    private static async Task<IResult> LookUpAsync(Screen here, IDocumentStore store, HttpRequest http, CancellationToken ct)
    {
        var code = http.Form["code"].ToString().Trim();
        await using var session = store.QuerySession();
        if (code.Length is 0 or > 100 || await FindAsync(session, Receipt.HashOf(code), ct) is not { } found)
            return here.Page<LookUpPage>(StatusCodes.Status404NotFound, ("Code", code.Length > 100 ? "" : code),
                ("Fault", new Fault(Refusal.NotNow("receipt.unknown").At("code"), "code")));
        return here.Page<LookUpPage>(("Found", found));
    }

    private static async Task<FoundLetter?> FindAsync(IQuerySession session, string hash, CancellationToken ct)
    {
        foreach (var kind in CaseKinds.Letters)
            if (await kind.FindAsync(session, hash, ct) is { } found) return found;
        return null;
    }
}
