using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Declarations;
using Transparency.Portal.Office.Frame;

namespace Transparency.Portal.Office;

/// <summary>What an act's outcome is in terms of HTTP.</summary>
public static class Answers
{
    public static int StatusOf(Refusal why) => why.Nature switch
    {
        Nature.NotYours => StatusCodes.Status403Forbidden,
        Nature.Moved => StatusCodes.Status409Conflict,
        Nature.Away => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    public static IResult NotFound(Screen here) => here.Sentence(StatusCodes.Status404NotFound, "office.not-found", "/office");

    /// <summary>
    /// A button pressed twice: the newest act is this very one, by this officer, after what the form had seen.
    /// Where something was typed it must be the same words, or a second tab's work would be lost without a sign.
    /// </summary>
    public static bool DoneAlready(CaseFile now, ActRequest request, Refusal why) =>
        why.Nature is Nature.Moved or Nature.NotNow or Nature.Twice
        && now.History[^1] is var (version, newest)
        && version == request.SeenVersion + 1
        && newest.By.Officer == request.By.Id
        && IsOf(newest, request);

    private static bool IsOf(DeclarationEvent newest, ActRequest r) => (r.Act, newest) switch
    {
        ("draft", DeclarationDrafted x) => Same(x.Content, r),
        ("redraft", DeclarationRedrafted x) => Same(x.Content, r),
        ("restart", DeclarationRestarted x) => Same(x.Content, r) && Given(r, "reason") == x.Reason.Zh,
        ("fix-wording", DeclarationWordingFixed x) => Same(SectionNow.ContentOf(x.Section), r) && Given(r, "note") == x.Note.Zh,
        ("settle-objection", DeclarationObjectionSettled x) => Given(r, "objection") == x.Objection.Value && Given(r, "answer") == x.Answer.Zh,
        ("extend-window", DeclarationWindowExtended x) => x.Reason.Zh == Given(r, "reason"),
        ("return" or "refuse-review" or "refuse" or "withdraw" or "revoke", _) => newest.Said?.Zh == Given(r, "reason"),
        ("declare", DeclarationDeclared) or ("pass-review", DeclarationReviewPassed) or ("open-window", DeclarationWindowOpened) or ("approve", DeclarationApproved) => true,
        _ => false,
    };

    private static bool Same(DeclarationContent content, ActRequest r) =>
        ContentFields.Write(ContentFields.Read(new Fields(r.Fields), content)).SequenceEqual(ContentFields.Write(content));

    private static string Given(ActRequest r, string name) => r.Fields.GetValueOrDefault(name, "").ReplaceLineEndings("\n").Trim();

    /// <summary>A public page inside the office's own: no scripts, and only the office may frame it.</summary>
    public static IResult Framed(Screen here, HttpResponse answer, Preview? page, Refusal? why) => Framed(here, answer, page?.Html(here.Language), why);

    public static IResult Framed(Screen here, HttpResponse answer, byte[]? page, Refusal? why)
    {
        answer.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
        return page is not null
            ? Results.Bytes(page, "text/html; charset=utf-8")
            : here.Page<NoPreview>(StatusCodes.Status422UnprocessableEntity, ("Why", why));
    }
}
