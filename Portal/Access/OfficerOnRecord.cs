using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Officers;
using Transparency.Portal.Store;

namespace Transparency.Portal.Access;

/// <summary>A sign-in as its events tell it; private to the office.</summary>
/// <param name="Id">the stream's key</param>
/// <param name="Officer">as he is in force; while he is proposed, as he is to be</param>
/// <param name="State">name of the state</param>
/// <param name="Waiting">what another administrator has to confirm; null when nothing does</param>
/// <param name="Since">of the state, or of what waits</param>
public sealed record OfficerOnRecord(string Id, Officer Officer, string State, Officer? Waiting, DateTimeOffset Since)
{
    /// <summary>Declared and in force.</summary>
    public IReadOnlyList<Interest> Interests { get; init; } = [];

    /// <summary>Signs in with it; also what scenario files and <c>--as</c> call the officer.</summary>
    public string Key => StreamKey.IdOf(Id);

    public bool IsOnDuty => State == "OnDuty";

    /// <summary>Whether anything of it holds or may come to hold again.</summary>
    public bool IsEnded => State is "Dismissed" or "Declined";

    /// <summary>What is in force, and what waits to be.</summary>
    public IEnumerable<Officer> Held => State != "Proposed" && Waiting is { } wanted ? [Officer, wanted] : [Officer];

    /// <summary>Null for a key that nobody has, and for who is proposed, suspended or dismissed.</summary>
    public static async Task<OfficerOnRecord?> OnDutyAsync(IQuerySession session, string key, CancellationToken ct) =>
        await session.LoadAsync<OfficerOnRecord>(StreamKey.Of(new OfficerId(key)), ct) is { IsOnDuty: true } row ? row : null;

    public static OfficerOnRecord? Next(OfficerOnRecord? now, string id, object e) => (now, e) switch
    {
        (_, OfficerAppointed x) => new(id, x.Officer, "OnDuty", null, x.At) { Interests = now?.Interests ?? [] },
        (null, OfficerProposed x) => new(id, x.Officer, "Proposed", x.Officer, x.By.At),
        (null, _) => null,
        (_, OfficerProposed x) => now with { Waiting = x.Officer, Since = x.By.At },
        (_, OfficerConfirmed x) => now with { Officer = x.Officer, State = "OnDuty", Waiting = null, Since = x.By.At },
        (_, OfficerDeclined x) => now with { State = now.IsOnDuty ? now.State : "Declined", Waiting = null, Since = x.By.At },
        (_, OfficerSuspended x) => now with { State = "Suspended", Waiting = null, Since = x.By.At },
        (_, OfficerResumed x) => now with { State = "OnDuty", Since = x.By.At },
        (_, OfficerDismissed x) => now with { State = "Dismissed", Waiting = null, Since = x.By.At },
        (_, OfficerInterestDeclared x) => now with { Interests = [.. now.Interests, x.Interest] },
        (_, OfficerInterestEnded x) => now with { Interests = [.. now.Interests.Where(i => i.Number != x.Number)] },
        _ => now,
    };
}
