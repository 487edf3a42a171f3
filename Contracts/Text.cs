namespace Transparency.Contracts;

/// <summary>What a person typed, in Chinese and, where given, in English.</summary>
public sealed record Text(string Zh, string? En = null)
{
    /// <summary>Longest text of one language, in UTF-16 units.</summary>
    public const int Longest = 20_000;

    public string In(Language language) => language == Language.En && En is not null ? En : Zh;

    /// <summary>Nothing to see: white space and signs without a shape say nothing.</summary>
    public bool IsEmpty => !Characters.IsSeen(Zh);

    /// <summary>False for what <see cref="Characters.FaultIn"/> refuses in either language.</summary>
    public bool IsClean => Characters.FaultIn(Zh) is null && (En is null || Characters.FaultIn(En) is null);

    public override string ToString() => Zh;
}

/// <summary>The languages that pages are made in; BCP 47 <c>zh-Hans</c> and <c>en</c>.</summary>
public enum Language
{
    Zh,
    En,
}

/// <summary>An argument of a refusal that is itself a text of the catalogue (a state, an act, a field).</summary>
public readonly record struct Word(string Code)
{
    public override string ToString() => Code;
}

/// <summary>Several <see cref="Word"/>s in a row; equal when their codes are.</summary>
public sealed record Words(params IReadOnlyList<string> Codes)
{
    public bool Equals(Words? other) => other is not null && Codes.SequenceEqual(other.Codes);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    public override string ToString() => string.Join(", ", Codes);
}
