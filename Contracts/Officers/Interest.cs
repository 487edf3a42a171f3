namespace Transparency.Contracts.Officers;

/// <summary>Near relatives as the rules on standing aside name them, and firms in which the officer or they have a part.</summary>
public enum InterestKind
{
    Spouse,
    Parent,
    Child,
    Sibling,
    InLaw,
    Firm,
}

/// <summary>What an officer has declared: whoever it is, the officer does not act on his papers.</summary>
/// <param name="Number">from 1, in the order of declaring</param>
/// <param name="Relative">whose document holds name and hash; null for a firm</param>
/// <param name="Firm">its name; null for a relative</param>
public sealed record Interest(int Number, InterestKind Kind, PersonId? Relative, string? Firm);
