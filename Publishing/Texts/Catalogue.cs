using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using Transparency.Contracts;

namespace Transparency.Publishing.Texts;

/// <summary>
/// Every sentence that people read, in Chinese and English, by code. The texts stand in the <c>*.tsv</c> files of this folder
/// (code, Chinese, English; arguments as <c>{0}</c>), so that they can be read and mended without knowing the program.
/// </summary>
public static class Catalogue
{
    private static readonly FrozenDictionary<string, Text> All = Load();

    public static IEnumerable<string> Codes => All.Keys;

    public static bool Has(string code) => All.ContainsKey(code);

    /// <summary>The sentence in one language, its arguments formatted as that language writes dates, amounts and words.</summary>
    public static string Say(Language language, string code, params IReadOnlyList<object> arguments)
    {
        if (!All.TryGetValue(code, out var text)) throw new KeyNotFoundException($"no text for '{code}'");
        var pattern = language == Language.En ? text.En! : text.Zh;
        return arguments.Count == 0 ? pattern
            : string.Format(CultureInfo.InvariantCulture, pattern, [.. arguments.Select(a => Argument(language, a))]);
    }

    public static string Say(Language language, Refusal refusal) => Say(language, $"refusal.{refusal.Code}", refusal.Arguments);

    internal static string Argument(Language language, object argument) => argument switch
    {
        DateOnly day => Wording.Day(language, day),
        Yuan yuan => Wording.Money(language, yuan),
        Word word => Say(language, word.Code),
        Words words => string.Join(language == Language.En ? ", " : "、", words.Codes.Select(code => Say(language, code))),
        Text text => text.In(language),
        Refusal why => Say(language, why),
        _ => Convert.ToString(argument, CultureInfo.InvariantCulture) ?? "",
    };

    private static FrozenDictionary<string, Text> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var texts = new Dictionary<string, Text>(StringComparer.Ordinal);
        var tables = assembly.GetManifestResourceNames().Where(n => n.EndsWith(".tsv", StringComparison.Ordinal));
        foreach (var file in tables.Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(file)!);
            for (var number = 1; reader.ReadLine() is { } line; number++)
            {
                if (line.Length == 0 || line[0] == '#') continue;
                if (line.Split('\t') is not [var code, { Length: > 0 } zh, { Length: > 0 } en])
                    throw new InvalidDataException($"{file}:{number}: expected code, Chinese and English");
                if (!texts.TryAdd(code, new(zh, en))) throw new InvalidDataException($"{file}:{number}: '{code}' stands twice");
            }
        }
        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
