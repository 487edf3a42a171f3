using System.Text.Json.Serialization;

namespace Transparency.Contracts;

public enum Role
{
    Village,
    FinanceGroup,
    Supervision,
    Bookkeeper,
    Town,
    TownReview,
    TownApprove,
    Administrator,
}

/// <summary>Who acts. Guards compare <see cref="Person"/>s, not roles: one person may hold several.</summary>
/// <param name="Unit">the body in whose name this officer acts, as the public reads it: 镇经管站</param>
/// <param name="Villages">where the village roles hold; empty for town roles</param>
public sealed record Officer(OfficerId Id, PersonId Person, Text Unit, IReadOnlyList<Role> Roles, IReadOnlyList<VillageCode> Villages)
{
    /// <summary>Closes windows at their end; holds no role.</summary>
    public static readonly Officer System = new(new("system"), new("system"), new("系统", "the system"), [], []);

    /// <summary>Compared at each act; on no record.</summary>
    [JsonIgnore]
    public Interests Interests { get; init; } = Interests.None;

    /// <param name="needed">null for what nobody does</param>
    public bool Holds(Role? needed, VillageCode? village) =>
        needed is { } role && Roles.Contains(role)
            && (role is not (Role.Village or Role.FinanceGroup or Role.Supervision) || (village is { } v && Villages.Contains(v)));

    public Signature Sign(DateTimeOffset at) => new(Id, Person, Unit, at);
}

/// <summary>Who did it and when, as every event carries it: ids only, and the body in whose name.</summary>
/// <param name="At">business time, UTC</param>
public sealed record Signature(OfficerId Officer, PersonId Person, Text Unit, DateTimeOffset At);
