using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Deliberations;
using Transparency.Portal.Access;
using Transparency.Portal.Cases.Pages;

namespace Transparency.Portal.Cases.Desk;

/// <summary>Where a village decision stands, for the office's lists; private.</summary>
/// <param name="State">name of the state</param>
/// <param name="Ended">no further step follows but the result's posting</param>
/// <param name="Village">null for the town's own</param>
/// <param name="Files">minutes and what shows the result, <c>{sha256}.{ext}</c></param>
/// <param name="Carries">the declaration that rests on it; null while one may</param>
public sealed record DeliberationOnDesk(
    string Id, string Number, string State, bool Ended, Text Title, string Matter, string? Village, DateTimeOffset Since,
    string? Carries = null, IReadOnlyList<string>? Files = null)
{
    /// <summary>Public from the posting of its resolution.</summary>
    public Readers ReadersBy(RuleBook rules) =>
        Of(rules, Matter, Village is { } v ? new VillageCode(v) : null, State is "ResolutionPosted" or "ResultPosted");

    /// <summary>Those of the village, since whoever lives there votes, and whom its matter names.</summary>
    public static Readers Of(RuleBook rules, string matter, VillageCode? village, bool isPublic) =>
        new([.. Readers.OfVillages, .. Readers.Of(rules, matter)], village, isPublic ? Others.OfCase : Others.Nobody);

    /// <summary>Whose the decisions are that name a file.</summary>
    public static async Task<IReadOnlyList<Readers>> NamingAsync(CaseReader r, string file)
    {
        var rows = await r.Session.Query<DeliberationOnDesk>().Where(d => d.Files!.Contains(file)).ToListAsync(r.Cancelled);
        return [.. rows.Select(d => d.ReadersBy(r.Rules))];
    }

    public static DeliberationOnDesk? Next(DeliberationOnDesk? now, string id, object e) => Stands(now, id, e) is { } row
        ? row with { Files = [.. (now?.Files ?? []).Union(NamedIn(e).Select(file => file.File), StringComparer.Ordinal)] }
        : null;

    private static IReadOnlyList<Attachment> NamedIn(object e) => e switch
    {
        DeliberationProposed x => x.Meeting.Minutes,
        DeliberationDiscussed x => x.Meeting.Minutes,
        DeliberationPartyReviewed x => x.Meeting.Minutes,
        DeliberationResolved x => x.Meeting.Minutes,
        DeliberationRejected x => x.Meeting.Minutes,
        DeliberationResultPosted x => x.Evidence,
        _ => [],
    };

    private static DeliberationOnDesk? Stands(DeliberationOnDesk? now, string id, object e) => (now, e) switch
    {
        (null, DeliberationProposed x) =>
            new(id, x.Id.Value, "Proposed", false, x.Content.Title, x.Content.Matter, x.Id.Village?.Value, x.By.At),
        (null, _) => null,
        (_, DeliberationDiscussed x) => Moved(now, "Discussed", x.By),
        (_, DeliberationPartyReviewed x) => Moved(now, "PartyReviewed", x.By),
        (_, DeliberationResolved x) => Moved(now, "Resolved", x.By),
        (_, DeliberationRejected x) => Moved(now, "Rejected", x.By) with { Ended = true },
        (_, DeliberationReturned x) => Moved(now, "Returned", x.By) with { Ended = true },
        (_, DeliberationWithdrawn x) => Moved(now, "Withdrawn", x.By) with { Ended = true },
        (_, DeliberationResolutionPosted x) => Moved(now, "ResolutionPosted", x.By) with { Ended = true },
        (_, DeliberationCarried x) => now with { Carries = x.Declaration.Value },
        (_, DeliberationReleased) => now with { Carries = null },
        (_, DeliberationResultPosted x) => Moved(now, "ResultPosted", x.By),
        _ => now,
    };

    private static DeliberationOnDesk Moved(DeliberationOnDesk now, string state, Signature by) =>
        now with { State = state, Since = by.At };
}
