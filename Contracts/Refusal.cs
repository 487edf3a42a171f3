namespace Transparency.Contracts;

/// <summary>What kind of "no" a refusal is. Pages, forms and HTTP answers follow from it alone.</summary>
public enum Nature
{
    /// <summary>This person may not: another role, another village, or the same pair of eyes.</summary>
    NotYours,

    /// <summary>The act does not belong to this state of the case, or there is no such case.</summary>
    NotNow,

    /// <summary>Something else comes first: a day, another person's act, a sum that is not there yet.</summary>
    Wait,

    /// <summary>What was given is wrong or missing, and whoever gave it can put it right.</summary>
    Mend,

    /// <summary>What the person looked at has changed since.</summary>
    Moved,

    /// <summary>It was done already.</summary>
    Twice,

    /// <summary>The store does not answer, and whether the act was stored is unknown.</summary>
    Away,
}

/// <summary>
/// A named "no": a stable code (<c>declaration.own-declaration</c>), its nature, and the facts its sentence needs.
/// The sentence itself stands in Publishing/Texts under the code <c>refusal.{Code}</c>, in every language.
/// Arguments are texts, whole numbers, <see cref="DateOnly"/>s, <see cref="Yuan"/>s or another refusal, whose sentence stands within.
/// </summary>
public sealed record Refusal
{
    private Refusal(Nature nature, string code, IReadOnlyList<object> arguments) => (Nature, Code, Arguments) = (nature, code, arguments);

    public Nature Nature { get; }

    public string Code { get; }

    public IReadOnlyList<object> Arguments { get; init; }

    /// <summary>The act's field that it is about, by the name that the law has for it; null when it is about none or several.</summary>
    public string? Field { get; init; }

    public static Refusal NotYours(string code, params IReadOnlyList<object> arguments) => new(Nature.NotYours, code, arguments);

    public static Refusal NotNow(string code, params IReadOnlyList<object> arguments) => new(Nature.NotNow, code, arguments);

    public static Refusal Wait(string code, params IReadOnlyList<object> arguments) => new(Nature.Wait, code, arguments);

    /// <param name="field">null when no single field can be named</param>
    public static Refusal Mend(string? field, string code, params IReadOnlyList<object> arguments) =>
        new(Nature.Mend, code, arguments) { Field = field };

    public static Refusal Moved(string code, params IReadOnlyList<object> arguments) => new(Nature.Moved, code, arguments);

    public static Refusal Twice(string code, params IReadOnlyList<object> arguments) => new(Nature.Twice, code, arguments);

    public static Refusal Away(string code, params IReadOnlyList<object> arguments) => new(Nature.Away, code, arguments);

    /// <summary>The same, about this field.</summary>
    public Refusal At(string? field) => this with { Field = field };

    public bool Equals(Refusal? other) =>
        other is not null && Code == other.Code && Arguments.SequenceEqual(other.Arguments);

    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => $"{Code}({string.Join(", ", Arguments)})";
}
