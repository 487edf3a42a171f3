namespace Transparency.Contracts.Deliberations;

public enum VillageBody
{
    Committee,
    Representatives,
    VillagersMeeting,
}

/// <summary>The village decision behind a declaration, as five fields.</summary>
/// <param name="Due">members of the body, 1 or more</param>
/// <param name="Present">0 to <paramref name="Due"/></param>
/// <param name="For">0 to <paramref name="Present"/></param>
public sealed record VillageDecision(VillageBody Body, DateOnly Date, int Due, int Present, int For)
{
    /// <summary>Quorum: two thirds of the representatives (Organic Law of Villagers' Committees, art. 26), more than half of the others (art. 21, 22).</summary>
    public bool HasQuorum => Body == VillageBody.Representatives ? Present * 3 >= Due * 2 : Present * 2 > Due;

    /// <summary>More than half of those present agree (art. 22, 26).</summary>
    public bool IsCarried => For * 2 > Present;

    /// <summary>Whether this body may decide what <paramref name="required"/> must have decided: the villagers' meeting stands above its representatives.</summary>
    public bool Serves(VillageBody required) => Body >= required;

    /// <summary>Null, or why the declaration may not rest on this decision.</summary>
    public Refusal? FaultFor(VillageBody required, DateOnly declaredOn) =>
        Due < 1 || Present < 0 || Present > Due || For < 0 || For > Present ? new("decision.numbers", Due, Present, For)
        : !Serves(required) ? new("decision.other-body", new Word($"body.{required}"), new Word($"body.{Body}"))
        : Date > declaredOn ? new("decision.in-future", Date)
        : !HasQuorum ? new("decision.no-quorum", Present, Due)
        : !IsCarried ? new("decision.not-carried", For, Present)
        : null;
}
