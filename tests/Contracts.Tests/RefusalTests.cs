using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Transparency.Publishing.Texts;

namespace Transparency.Contracts.Tests;

/// <summary>Every refusal that the three projects can give, as their sources and the bench make it: one nature, one sentence in both languages, one way to be made.</summary>
public partial class RefusalTests
{
    /// <summary>Codes that are handed to the place that makes the refusal: of settings, of a sheet's cells, of a file's bytes, of the typesetter.</summary>
    private static readonly string[] Handed = ["settings", "cell", "file", "typesetter", "form.row"];

    private static readonly string Sources = SourcesOf("Contracts", "Publishing", "Portal", "tests/Bench");

    private static readonly IReadOnlyList<(string Nature, string Field, string Code)> Made = MadeIn(Sources);

    [Fact]
    public void Every_refusal_has_one_nature_wherever_it_is_made()
    {
        Assert.True(Made.Select(m => m.Code).Distinct().Count() > 400);
        Assert.All(Made.GroupBy(m => m.Code), same => Assert.True(same.Select(m => m.Nature).Distinct().Count() == 1, same.Key));
    }

    [Fact]
    public void Every_refusal_has_its_sentence_and_every_sentence_its_refusal()
    {
        var handed = Literal().Matches(Sources).Select(m => m.Groups[1].Value).Where(code => Handed.Any(family => code.StartsWith($"{family}.", StringComparison.Ordinal) || code.StartsWith($"{family}-", StringComparison.Ordinal)));
        var codes = Made.Select(m => m.Code).Concat(handed).Select(code => $"refusal.{code}").ToHashSet(StringComparer.Ordinal);
        Assert.Equal(codes.Order(StringComparer.Ordinal), Catalogue.Codes.Where(code => code.StartsWith("refusal.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_field_that_the_law_names_has_its_word() =>
        Assert.All(MadeIn(SourcesOf("Contracts")).Where(m => m.Field.Length > 0), m => Assert.True(Catalogue.Has($"field.{m.Field}") || Catalogue.Has($"office.label.{m.Field}"), $"{m.Code} at {m.Field}"));

    /// <summary>The constructor is private; a code that is put together from pieces would escape the tests above.</summary>
    [Fact]
    public void No_code_is_put_together() => Assert.Empty(Pieced().Matches(Sources).Select(m => m.Value));

    private static string SourcesOf(params string[] projects) => string.Join('\n',
        from project in projects
        from path in Directory.EnumerateFiles(Path.GetFullPath(Path.Combine(Here(), "../..", project)), "*.*", SearchOption.AllDirectories)
        where path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal)
        where !path.Contains("/obj/", StringComparison.Ordinal)
        select File.ReadAllText(path));

    private static IReadOnlyList<(string Nature, string Field, string Code)> MadeIn(string sources) =>
        [.. Making().Matches(sources).Select(m => (m.Groups["nature"].Value, m.Groups["field"].Value, m.Groups["code"].Value))];

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    /// <summary>Up to the closing bracket, and the field that comes after it.</summary>
    [GeneratedRegex("""
        Refusal\.(?<nature>Mend)\(\s*(?:null|\w+|"(?<field>\w+)"),\s*"(?<code>[a-z-]+\.[a-z.-]+)"
        | Refusal\.(?<nature>NotYours|NotNow|Wait|Moved|Twice|Away)\(\s*"(?<code>[a-z-]+\.[a-z.-]+)"
            (?:[^()]|(?<open>\()|(?<-open>\)))*? (?(open)(?!)) \) (?:\.At\("(?<field>\w+)"\))?
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Making();

    [GeneratedRegex("""Refusal\.(?:Mend\([^,]*,\s*\$"|(?:NotYours|NotNow|Wait|Moved|Twice|Away)\((?!\s*"))[^)]*""")]
    private static partial Regex Pieced();

    [GeneratedRegex("\"([a-z]+\\.[a-z-]+)\"")]
    private static partial Regex Literal();
}
