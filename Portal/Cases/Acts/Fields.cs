using System.Globalization;
using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Publishing.Texts;

namespace Transparency.Portal.Cases.Acts;

/// <summary>Reads an act's fields and keeps the first fault: which field, what stood there, what was expected.</summary>
/// <param name="today">the act's own day, from which its days are measured</param>
/// <param name="act">by whose words for them the fields are named</param>
public sealed class Fields(IReadOnlyDictionary<string, string> given, DateOnly today, string act)
{
    private readonly HashSet<string> read = [];
    private Refusal? fault;

    /// <summary>
    /// Ask after reading: a name that nobody read is a fault too, so that a slip of the pen is never passed over in silence.
    /// </summary>
    public Refusal? Fault => fault
        ?? (given.Keys.FirstOrDefault(k => !read.Contains(k)) is { } unread ? Refusal.Mend(null, "field.unknown", unread) : null);

    public bool Has(string name)
    {
        read.Add(name);
        return given.ContainsKey(name);
    }

    /// <summary>Without outer white space, line ends as <c>\n</c>; empty when it is not given.</summary>
    public string Line(string name) => Line(name, int.MaxValue);

    /// <summary>The field and its English, <c>{name}_en</c>.</summary>
    /// <param name="otherwise">stands when neither is given; when one is given, the other keeps what it was</param>
    public Text Text(string name, Text? otherwise = null)
    {
        var zh = Has(name) ? Line(name, Contracts.Text.Longest) : otherwise?.Zh ?? "";
        var en = Has($"{name}_en") ? Line($"{name}_en", Contracts.Text.Longest) : otherwise?.En ?? "";
        return new(zh, en.Length == 0 ? null : en);
    }

    /// <param name="expected">code of the words that say what was expected: <c>expected.{expected}</c></param>
    /// <param name="yearsAhead">of a day: see <see cref="Days"/></param>
    public T? Optional<T>(string name, string expected, Func<string, T?> parse, int yearsAhead = Days.YearsAhead) where T : struct
    {
        var line = Line(name);
        if (line.Length == 0) return null;
        if (parse(line) is not { } value) Refuse(name, line, expected);
        else if (Days.FaultInValue(value, today, yearsAhead) is { } outside) Refuse(name, outside);
        else return value;
        return null;
    }

    public T Required<T>(string name, string expected, Func<string, T?> parse, int yearsAhead = Days.YearsAhead) where T : struct
    {
        if (Line(name).Length == 0) fault ??= Refusal.Mend(name, "field.missing", WordOf(name));
        return Optional(name, expected, parse, yearsAhead) ?? default;
    }

    /// <param name="now">what stands when the field is not given; null where it must be</param>
    public T Given<T>(
        string name, string expected, Func<string, T?> parse, T? now, int yearsAhead = Days.YearsAhead) where T : struct =>
        !Has(name) && now is { } kept ? kept : Required(name, expected, parse, yearsAhead);

    /// <summary>A number among the values whose commas stand in the wrong places is named by itself.</summary>
    public void Refuse(string name, string value, string expected)
    {
        if (Tables.Rows(value).SelectMany(row => row).Select(Commas.FaultIn).FirstOrDefault(no => no is not null) is { } commas)
            Refuse(name, commas);
        fault ??= Refusal.Mend(name, "field.invalid", WordOf(name), value, new Word($"expected.{expected}"));
    }

    /// <summary>A table; when a line cannot be read it is named, and no row is returned.</summary>
    /// <param name="expected">as for <see cref="Optional"/>; the field's own name when not given</param>
    public IReadOnlyList<T> Rows<T>(string name, Func<string, IReadOnlyList<T>?> parse, string? expected = null)
    {
        if (parse(Line(name)) is { } rows) return rows;
        Refuse(name, Line(name), expected ?? name);
        return [];
    }

    /// <summary>Values parted by white space, none twice; one that cannot be read is named.</summary>
    public IReadOnlyList<T> Several<T>(string name, string expected, Func<string, T?> parse) where T : struct
    {
        var words = Line(name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        if (words.Find(w => parse(w) is null) is { } wrong) Refuse(name, wrong, expected);
        return [.. words.Select(parse).OfType<T>()];
    }

    /// <summary>Attached files with their names.</summary>
    public IReadOnlyList<Attachment> Files(string name) => Rows(name, AttachmentRows.Read, "attachments");

    /// <summary>Null when neither language is given.</summary>
    public Text? TextOrNone(string name) => Text(name) is var text && text is { IsEmpty: true, En: null } ? null : text;

    /// <summary>The hash of what the officer saw.</summary>
    public ContentHash Hash() =>
        Required("hash", "hash", t => t.Length == 64 && t.All(char.IsAsciiHexDigitLower) ? (ContentHash?)new ContentHash(t) : null);

    public bool Flag(string name) =>
        Required<bool>(name, "yes-no", t => t switch { "yes" or "是" => true, "no" or "否" => false, _ => null });

    /// <summary>What <see cref="Day"/> reads.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static int? Count(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    /// <summary>Zero or more, at most two decimals, without the noughts that say nothing.</summary>
    public static decimal? Figure(string text) =>
        Commas.FaultIn(text) is null && decimal.TryParse(
            text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var figure)
        && figure is >= 0 and <= 10_000_000 && decimal.Truncate(figure * 100) == figure * 100
            ? figure / 1.0000000000000000000000000000m : null;

    /// <summary><c>2026-09-18 10:00</c>, local; UTC from here on.</summary>
    public static DateTimeOffset? Moment(string text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? Shanghai.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local))
            : null;

    /// <summary>What is bought or let: the letter of the public id, or the word.</summary>
    public static AgreementKind? Kind(string text) => text switch
    {
        "W" => AgreementKind.Works,
        "G" => AgreementKind.Goods,
        "S" => AgreementKind.Services,
        "L" => AgreementKind.Lease,
        _ => Choice<AgreementKind>(text),
    };

    /// <summary><c>villagers-meeting</c> for <c>VillagersMeeting</c>.</summary>
    public static T? Choice<T>(string text) where T : struct, Enum =>
        Enum.TryParse<T>(text.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var value) && !char.IsAsciiDigit(text[0])
            ? value
            : null;

    /// <summary><c>villagers-meeting</c> for <c>VillagersMeeting</c>: what <see cref="Choice"/> reads.</summary>
    public static string NameOf<T>(T value) where T : struct, Enum =>
        string.Concat(value.ToString().Select(
            (c, i) => char.IsAsciiLetterUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : $"{c}"));

    private string Line(string name, int longest)
    {
        var line = Has(name) ? given[name].ReplaceLineEndings("\n").Trim() : "";
        if (Characters.FaultIn(line, longest) is { } unsound) Refuse(name, unsound);
        return line;
    }

    private void Refuse(string name, Refusal why) => fault ??= Refusal.Mend(name, "field.at", WordOf(name), why);

    /// <summary>A field and its English bear one name; without one of its own, the name that stands over its input.</summary>
    private Word WordOf(string name)
    {
        var of = name.EndsWith("_en", StringComparison.Ordinal) ? name[..^3] : name;
        return new(Catalogue.Has($"field.{of}") ? $"field.{of}" : FormField.LabelOf(act, of));
    }
}
