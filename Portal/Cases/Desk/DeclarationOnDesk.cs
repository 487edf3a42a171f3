using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Portal.Access;
using Transparency.Portal.Cases.Pages;

namespace Transparency.Portal.Cases.Desk;

/// <summary>Where a declaration stands, for the office's lists; private. Who must do what is not kept here but asked of the law.</summary>
/// <param name="Id">the stream's key</param>
/// <param name="State">name of the state</param>
/// <param name="Ended">nothing more can happen, except a revocation</param>
/// <param name="Deliberation">number of the village decision that it rests on, or null</param>
/// <param name="IsPublic">all that the row tells stands in public; not while a change waits, nor when that was never published</param>
/// <param name="Files">that any version of it named, <c>{sha256}.{ext}</c></param>
/// <param name="Behind">codes of villages on whose decisions a case of the town rests</param>
public sealed record DeclarationOnDesk(
    string Id, string State, bool Ended, Text Title, string Matter, string? Village, string? Number, DateTimeOffset Since,
    string? Deliberation, bool IsPublic = false, IReadOnlyList<string>? Behind = null, IReadOnlyList<string>? Files = null)
{
    /// <summary>Those whom the matter names, and the villages that decided.</summary>
    public Readers ReadersBy(RuleBook rules) =>
        new(Readers.Of(rules, Matter), Village is { } v ? new VillageCode(v) : null, IsPublic ? Others.OfCase : Others.Nobody)
        {
            Behind = [.. (Behind ?? []).Select(code => new VillageCode(code))],
        };

    /// <summary>Whose the declarations are that name a file.</summary>
    public static async Task<IReadOnlyList<Readers>> NamingAsync(CaseReader r, string file)
    {
        var rows = await r.Session.Query<DeclarationOnDesk>().Where(d => d.Files!.Contains(file)).ToListAsync(r.Cancelled);
        return [.. rows.Select(d => d.ReadersBy(r.Rules))];
    }

    public static DeclarationOnDesk? Next(DeclarationOnDesk? now, string id, object e) => (now, e) switch
    {
        (null, DeclarationDrafted x) => Of(new(id, "Drafted", false, x.Content.Title, "", null, null, x.By.At, null), x.Content, x.By),
        (null, _) => null,
        (_, DeclarationRedrafted x) => Of(now, x.Content, x.By),
        (_, DeclarationDeclared x) => Moved(now, "InReview", x.By),
        (_, DeclarationReturned x) => Moved(now, "Returned", x.By),
        (_, DeclarationReviewRefused x) => Moved(now, "ReviewRefused", x.By) with { Ended = true },
        (_, DeclarationReviewPassed x) => Moved(now, "ReviewPassed", x.By),
        (_, DeclarationWindowOpened x) => Moved(now, "InPublicity", x.By) with { Number = x.Number.ToString(), IsPublic = true },
        (_, DeclarationWordingFixed x) => now with { Title = x.Section.Title },
        (_, DeclarationRestarted x) => Moved(Of(now, x.Content, x.By), "InReview", x.By),
        (_, DeclarationWindowClosed x) => Moved(now, "WindowClosed", x.By),
        (_, DeclarationApproved x) => Moved(now, "Approved", x.By) with { Ended = true },
        (_, DeclarationRefused x) => Moved(now, "Refused", x.By) with { Ended = true },
        (_, DeclarationSentBack x) => Moved(now, "SentBack", x.By),
        (_, DeclarationConcluded x) => Moved(now, "Concluded", x.By) with { Ended = true },
        (_, DeclarationWithdrawn x) => Moved(now, "Withdrawn", x.By) with { Ended = true },
        (_, DeclarationRevoked x) => Moved(now, "Revoked", x.By) with { Ended = true },
        _ => now,
    };

    private static DeclarationOnDesk Of(DeclarationOnDesk now, DeclarationContent c, Signature by) =>
        now with
        {
            Title = c.Title, Matter = c.Matter, Village = c.Village?.Value, Since = by.At, Deliberation = c.Deliberation?.Value,
            IsPublic = false, Behind = [.. BehindOf(c).Select(v => v.Value).Distinct().Order(StringComparer.Ordinal)],
            Files = [.. (now.Files ?? []).Union((c.Attachments ?? []).Select(file => file.File), StringComparer.Ordinal)],
        };

    private static IEnumerable<VillageCode> BehindOf(DeclarationContent c) => c.Village is not null ? []
        : (c.Shares ?? []).Select(share => share.Deliberation.Value).Append(c.Deliberation?.Value ?? "")
            .Select(number => DeliberationId.Parse(number)?.Village).OfType<VillageCode>();

    private static DeclarationOnDesk Moved(DeclarationOnDesk now, string state, Signature by) => now with { State = state, Since = by.At };
}
