using System.Globalization;
using Transparency.Contracts;

namespace Transparency.Portal.Acts;

/// <summary>Reads an act's fields and keeps the first fault: which field, what stood there, what was expected.</summary>
public sealed class Fields(IReadOnlyDictionary<string, string> given)
{
    private readonly HashSet<string> read = [];
    private Refusal? fault;

    /// <summary>Ask after reading: a name that nobody read is a fault too, so that a slip of the pen is never passed over in silence.</summary>
    public Refusal? Fault => fault ?? (given.Keys.FirstOrDefault(k => !read.Contains(k)) is { } unread ? Refusal.Mend(null, "field.unknown", unread) : null);

    public bool Has(string name)
    {
        read.Add(name);
        return given.ContainsKey(name);
    }

    /// <summary>Without outer white space, line ends as <c>\n</c>; empty when it is not given.</summary>
    public string Line(string name) => Has(name) ? given[name].ReplaceLineEndings("\n").Trim() : "";

    /// <summary>The field and its English, <c>{name}_en</c>.</summary>
    /// <param name="otherwise">stands when neither is given; when one is given, the other keeps what it was</param>
    public Text Text(string name, Text? otherwise = null)
    {
        var zh = Has(name) ? Line(name) : otherwise?.Zh ?? "";
        var en = Has($"{name}_en") ? Line($"{name}_en") : otherwise?.En ?? "";
        return new(zh, en.Length == 0 ? null : en);
    }

    /// <param name="expected">code of the words that say what was expected: <c>expected.{expected}</c></param>
    public T? Optional<T>(string name, string expected, Func<string, T?> parse) where T : struct
    {
        var line = Line(name);
        return line.Length == 0 ? null : parse(line) ?? Wrong<T>(name, line, expected);
    }

    public T Required<T>(string name, string expected, Func<string, T?> parse) where T : struct
    {
        if (Line(name).Length == 0) fault ??= Refusal.Mend(name, "field.missing", WordOf(name));
        return Optional(name, expected, parse) ?? default;
    }

    public void Refuse(string name, string value, string expected) => fault ??= Refusal.Mend(name, "field.invalid", WordOf(name), value, new Word($"expected.{expected}"));

    /// <summary>The hash of what the officer saw.</summary>
    public ContentHash Hash() => Required("hash", "hash", t => t.Length == 64 && t.All(char.IsAsciiHexDigitLower) ? (ContentHash?)new ContentHash(t) : null);

    public bool Flag(string name) => Required<bool>(name, "yes-no", t => t switch { "yes" or "是" => true, "no" or "否" => false, _ => null });

    public static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static int? Count(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    /// <summary><c>villagers-meeting</c> for <c>VillagersMeeting</c>.</summary>
    public static T? Choice<T>(string text) where T : struct, Enum =>
        Enum.TryParse<T>(text.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var value) && !char.IsAsciiDigit(text[0]) ? value : null;

    /// <summary><c>villagers-meeting</c> for <c>VillagersMeeting</c>: what <see cref="Choice"/> reads.</summary>
    public static string NameOf<T>(T value) where T : struct, Enum =>
        string.Concat(value.ToString().Select((c, i) => char.IsAsciiLetterUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : $"{c}"));

    private T? Wrong<T>(string name, string value, string expected) where T : struct
    {
        Refuse(name, value, expected);
        return null;
    }

    private static Word WordOf(string name) => new($"field.{name}");
}
