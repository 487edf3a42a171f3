namespace Transparency.Contracts;

/// <summary>
/// A named "no": a stable code (<c>declaration.own-declaration</c>) and the facts its sentence needs.
/// The sentence itself stands in Publishing/Texts under the code <c>refusal.{Code}</c>, in every language.
/// Arguments are texts, whole numbers, <see cref="DateOnly"/>s or <see cref="Yuan"/>s.
/// </summary>
public sealed record Refusal(string Code, params IReadOnlyList<object> Arguments)
{
    public bool Equals(Refusal? other) =>
        other is not null && Code == other.Code && Arguments.SequenceEqual(other.Arguments);

    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => $"{Code}({string.Join(", ", Arguments)})";
}
