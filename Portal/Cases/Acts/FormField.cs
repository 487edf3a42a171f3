using Transparency.Contracts;
using Transparency.Publishing.Texts;

namespace Transparency.Portal.Cases.Acts;

public enum InputKind
{
    Line,

    /// <summary>Text of several lines.</summary>
    Lines,

    /// <summary>Yuan, at most two decimals.</summary>
    Money,

    /// <summary>A number with decimals.</summary>
    Figure,

    /// <summary>A whole number.</summary>
    Count,

    Day,

    /// <summary>Day and time, local.</summary>
    Moment,

    Choice,

    /// <summary>One of few, which all stand open.</summary>
    OneOf,

    /// <summary>One of many: typed, with the choices offered while typing.</summary>
    Pick,

    /// <summary>Any of the choices; the act reads them parted by spaces.</summary>
    Several,

    /// <summary>A table; the act reads one line per row, see <see cref="Acts.Tables"/>.</summary>
    Rows,

    /// <summary>Attached files with their names; the act reads <see cref="Acts.AttachmentRows"/>.</summary>
    Files,

    /// <summary>Column of a table that counts its rows.</summary>
    Ordinal,

    /// <summary>Column of a table that is filled in already and only read.</summary>
    Given,
}

/// <summary>One field of an act, under the act's own name for it.</summary>
/// <param name="Words">choices by value, each with the code of its words; choices that depend on the case come with the act</param>
/// <param name="Columns">of a table</param>
public sealed record FormField(
    string Name, InputKind Kind = InputKind.Line, IReadOnlyList<(string Value, string Code)>? Words = null,
    params IReadOnlyList<FormField> Columns)
{
    public bool Optional { get; init; }

    /// <summary>The law's name for what is typed here, where it has another: see <see cref="Refusal.Field"/>.</summary>
    public string? Stands { get; init; }

    /// <summary>The act takes <c>{Name}_en</c> too.</summary>
    public bool Translated { get; init; }

    /// <summary>Longest entry, in UTF-16 units.</summary>
    public int Longest { get; init; } = 1000;

    /// <summary>
    /// Code of the words behind which it is folded away with its neighbours of the same; <c>{Under}.hint</c> says what they are for.
    /// </summary>
    public string? Under { get; init; }

    /// <summary>Names a declaration: a scenario file writes the key by which it knows it.</summary>
    public bool IsDeclaration { get; init; }

    public static readonly IReadOnlyList<(string Value, string Code)> PartyKinds =
    [
        ("organisation", "office.party.Organisation"), ("sole-trader", "office.party.SoleTrader"),
        ("person", "office.party.Person"), ("household", "office.party.Household"),
    ];

    public static readonly IReadOnlyList<(string Value, string Code)> YesNo = [("yes", "office.yes"), ("no", "office.no")];

    /// <summary>Code of the words over a field: this act's own, or what all acts call it.</summary>
    public static string LabelOf(string act, string name) =>
        new[] { $"office.label.{act}.{name}", $"office.label.{name}" }.FirstOrDefault(Catalogue.Has) ?? $"field.{name}";

    /// <summary>Words of people, in both languages.</summary>
    public static FormField Said(string name, InputKind kind = InputKind.Line) => new(name, kind) { Translated = true };

    /// <summary>Why, in several lines.</summary>
    public static FormField Reason => Said("reason", InputKind.Lines);

    /// <summary>The values of an enumeration as choices, by their written names.</summary>
    public static IReadOnlyList<(string Value, string Code)> Named<T>(string family) where T : struct, Enum =>
        Coded<T>(family, Fields.NameOf);

    /// <inheritdoc cref="Named"/>
    public static IReadOnlyList<(string Value, string Code)> Coded<T>(string family, Func<T, string> code) where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(v => (code(v), $"{family}.{v}"))];
}
