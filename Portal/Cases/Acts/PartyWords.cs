using Transparency.Contracts;

namespace Transparency.Portal.Cases.Acts;

/// <summary>
/// Kinds of the other side as files name them, in either language; the first of each kind is how the office writes it itself.
/// </summary>
internal static class PartyWords
{
    public static readonly IReadOnlyDictionary<string, PartyKind> Kinds = new Dictionary<string, PartyKind>
    {
        ["单位"] = PartyKind.Organisation, ["个体工商户"] = PartyKind.SoleTrader,
        ["个人"] = PartyKind.Person, ["农户"] = PartyKind.Household,
        ["organisation"] = PartyKind.Organisation, ["sole-trader"] = PartyKind.SoleTrader,
        ["person"] = PartyKind.Person, ["household"] = PartyKind.Household,
    };
}
