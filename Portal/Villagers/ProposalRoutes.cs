using System.Security.Cryptography;
using Transparency.Contracts;
using Transparency.Contracts.Proposals;
using Transparency.Portal.Cases.Proposals;
using Transparency.Portal.Office.Frame;
using Transparency.Portal.Store;
using Transparency.Publishing.Site;

namespace Transparency.Portal.Villagers;

/// <summary>提建议: by anybody, at any time.</summary>
public static class ProposalRoutes
{
    public static void Map(RouteGroupBuilder act)
    {
        act.MapGet("/proposal", (Screen here, HttpRequest http) => Form(here, new(http.Query["village"].ToString(), Once()), null));
        act.MapPost("/proposal", SendAsync)
            .AddEndpointFilter((call, next) => call.HttpContext.RequestServices.GetRequiredService<Pace>().OfLetters(call, next));
    }

    /// <summary>What stands in the form.</summary>
    /// <param name="Once">by which the button pressed twice is known</param>
    public sealed record Typed(
        string Village, string Once, string Words = "", string Name = "", string Contact = "", bool MayBeNamed = false)
    {
        public static Typed Of(IFormCollection form) => new(
            form["village"].ToString(), form["once"].ToString(), form["words"].ToString(), form["name"].ToString(),
            form["contact"].ToString(), form["may_be_named"] == "yes");
    }

    private static async Task<IResult> SendAsync(Screen here, Ledger ledger, SentOnce once, HttpRequest http)
    {
        var typed = Typed.Of(http.Form);
        // Left empty by people, filled in by machines; an honest browser that fills it in is told what to do.
        if (http.Form["website"].ToString().Length > 0) return Form(here, typed, Refusal.Mend("website", "act.trap"));
        var village = VillageCode.Parse(typed.Village);
        if (village is null && typed.Village.Length > 0) return Form(here, typed, Refusal.NotNow("village.unknown", "").At("village"));
        var letter = new ProposalLetter(village, typed.Words, typed.Name, typed.Contact, typed.MayBeNamed);
        // Without the request's cancellation: a letter that is being stored must come to an end, and its receipt be remembered.
        var sent = await once.RunAsync(
            [typed.Once, "proposal", typed.Village, typed.Words, typed.Name, typed.Contact, $"{typed.MayBeNamed}"],
            () => SubmitProposal.RunAsync(ledger, letter, here.Now, CancellationToken.None));
        return sent switch
        {
            { Receipt: { } receipt } => here.Page<ReceiptPage>(
                StatusCodes.Status201Created, ("Receipt", receipt), ("Heading", "act.proposal.receipt"),
                ("Taken", here.Say("act.proposal.receipt.taken", here.Moment(here.Now))), ("Next", here.Say("act.proposal.receipt.next")),
                ("Back", (ProposalsOf(here), here.Say("act.proposal.back")))),
            { Outcome: Outcome.Refused { Why: var why } } => Form(here, typed, why),
            _ => throw new InvalidOperationException("a proposal is stored with a receipt, or refused"),
        };
    }

    private static string ProposalsOf(Screen here) =>
        NoticePath.Of(here, SiteMap.Proposals.Replace("index.html", "", StringComparison.Ordinal));

    private static IResult Form(Screen here, Typed typed, Refusal? why) =>
        here.Page<ProposalPage>(
            why switch
            {
                null => StatusCodes.Status200OK,
                { Nature: Nature.Away } => StatusCodes.Status503ServiceUnavailable,
                _ => StatusCodes.Status422UnprocessableEntity,
            },
            ("Typed", typed), ("Back", ProposalsOf(here)), ("Fault", why is null ? null : new Fault(why, why.Field ?? "words")));

    private static string Once() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
