using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using JasperFx;
using Marten;
using Microsoft.AspNetCore.Authentication.Cookies;
using Transparency.Contracts;
using Transparency.Contracts.Officers;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;

namespace Transparency.Portal.Access;

/// <summary>
/// One-time links instead of passwords. A link is shown by GET and redeemed by POST only, so that a mail scanner
/// that follows links uses none up. The token is known to its holder alone; the store has its hash.
/// </summary>
public static class SignIn
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>Links and sessions live on the machine's clock: stepping the demo's by a day would end them all.</summary>
    public static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary>
    /// A new link, on record with who handed it out. It touches nothing else: no name, no role, no session. Refuses a key that nobody
    /// on duty has.
    /// </summary>
    /// <returns>the token, for the address <c>/office/sign-in/{token}</c></returns>
    public static async Task<Result<string>> IssueLinkAsync(
        Ledger ledger, OfficerId officer, Officer by, string via, DateTimeOffset at, CancellationToken ct = default)
    {
        var (token, link) = LinkOf(officer, Now);
        var outcome = await ledger.WriteAsync(new(by.Id.Value, via), async entry =>
        {
            var file = await entry.LoadAsync(StreamKey.Of(officer), OfficerDecider.Law);
            if (file.State is OfficerLife.None) return Refusal.NotNow("officer.unknown", officer.Value);
            if (entry.Decide(file, new OfficerCommand.IssueLink(by, at)) is { } no) return no;
            entry.Documents.Insert(link);
            return null;
        }, ct);
        return outcome is Outcome.Refused refused ? refused.Why : token;
    }

    /// <summary>For the demo's officers and for tests: a link that nobody asked for and no event tells of.</summary>
    /// <returns>the token</returns>
    public static async Task<string> IssueLinkAsync(
        IDocumentStore store, OfficerId officer, DateTimeOffset now, CancellationToken ct = default)
    {
        var (token, link) = LinkOf(officer, now);
        await using var session = store.LightweightSession();
        session.Insert(link);
        await session.SaveChangesAsync(ct);
        return token;
    }

    /// <summary>Whose link this is, if it can still be redeemed; uses nothing up.</summary>
    public static async Task<OfficerOnRecord?> LookAsync(
        IDocumentStore store, string token, DateTimeOffset now, CancellationToken ct = default)
    {
        await using var session = store.QuerySession();
        var link = await session.LoadAsync<SignInLink>(HashOf(token), ct);
        return link is { Used: null } && now < link.Expires ? await OfficerOnRecord.OnDutyAsync(session, link.Officer, ct) : null;
    }

    /// <summary>
    /// Null when the link is unknown, used or expired, or its officer not on duty. Of several at once exactly one gets the officer.
    /// </summary>
    public static async Task<OfficerOnRecord?> RedeemAsync(
        IDocumentStore store, string token, DateTimeOffset now, CancellationToken ct = default)
    {
        await using var session = store.LightweightSession();
        var link = await session.LoadAsync<SignInLink>(HashOf(token), ct);
        if (link is not { Used: null } || now >= link.Expires) return null;
        session.Store(link with { Used = now });
        try
        {
            await session.SaveChangesAsync(ct);
        }
        catch (ConcurrencyException)
        {
            return null;
        }
        return await OfficerOnRecord.OnDutyAsync(session, link.Officer, ct);
    }

    /// <summary>What the cookie says: id and roles.</summary>
    public static ClaimsPrincipal PrincipalOf(Officer officer) => new(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, officer.Id.Value), .. officer.Roles.Select(r => new Claim(ClaimTypes.Role, r.ToString()))],
        CookieAuthenticationDefaults.AuthenticationScheme));

    private static (string Token, SignInLink Link) LinkOf(OfficerId officer, DateTimeOffset now)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        return (token, new(HashOf(token), officer.Value, now + Lifetime, null));
    }

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
