using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Tests.Pages;

public sealed partial class TextCodes
{
    private static readonly string Publishing = Path.GetFullPath(Path.Combine(Here(), "../../../Publishing"));

    /// <summary>Files in which words of pages stand beside those of the law and of the office.</summary>
    private static readonly string[] Files = ["pages.tsv", "leases.tsv", "tenders.tsv", "deadlines.tsv", "certificates.tsv", "attachments.tsv", "deliberations.tsv", "duties.tsv", "inspections.tsv", "proposals.tsv"];

    private static readonly string[] NotOfPages = ["refusal", "office", "field", "expected", "column", "guide", "tender-act", "tender-state", "rent-act", "rent-state", "cleanup-act", "cleanup-state", "deliberation-act", "deliberation-state", "body", "quorum", "report-act", "report-state", "inspection-act", "proposal-act", "proposal-state", "act", "inspection-state", "village-check", "cure"];

    private static readonly IReadOnlyList<string> Lines =
        [.. Files.SelectMany(file => File.ReadLines(Path.Combine(Publishing, "Texts", file))).Where(l => l.Length > 0 && l[0] != '#')];

    private static readonly IReadOnlyList<string> Codes = [.. Lines.Select(l => l.Split('\t')[0]).Where(c => !NotOfPages.Contains(c.Split('.')[0]))];

    private static readonly string Sources = string.Join('\n',
        from folder in new[] { "Components", "Pages", "Notices", "Site", "Feeds", "OpenData", "Calendars" }
        let path = Path.Combine(Publishing, folder)
        where Directory.Exists(path)
        from file in Directory.EnumerateFiles(path, "*.*", SearchOption.AllDirectories)
        where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal)
        select File.ReadAllText(file));

    [Fact]
    public void Every_code_that_is_said_has_a_text()
    {
        var families = Codes.Select(c => c.Split('.')[0]).ToHashSet(StringComparer.Ordinal);
        var said = Literal().Matches(Sources).Select(m => m.Groups[1].Value).Where(c => families.Contains(c.Split('.')[0]) && !IsFile(c)).Distinct();
        Assert.All(said, c => Assert.True(Catalogue.Has(c), $"'{c}' has no text"));
    }

    [Fact]
    public void Every_text_is_said_somewhere()
    {
        var families = Family().Matches(Sources).Select(m => m.Groups[1].Value).Distinct().ToList();
        Assert.All(Codes, c => Assert.True(Sources.Contains($"\"{c}\"", StringComparison.Ordinal) || families.Any(f => c.StartsWith(f, StringComparison.Ordinal)), $"'{c}' is said nowhere"));
    }

    [Fact]
    public void Both_languages_take_the_same_arguments()
    {
        foreach (var line in Lines)
        {
            var parts = line.Split('\t');
            Assert.Equal(Arguments(parts[1]), Arguments(parts[2]));
            Assert.Equal(line.TrimEnd(), line);
        }
    }

    [Fact]
    public void No_component_holds_a_Chinese_sentence_of_its_own()
    {
        var found = Directory.EnumerateFiles(Publishing, "*.razor", SearchOption.AllDirectories)
            .SelectMany(f => File.ReadLines(f).Where(l => !l.TrimStart().StartsWith("///", StringComparison.Ordinal) && !l.TrimStart().StartsWith("//", StringComparison.Ordinal)))
            .Where(l => l.Any(c => c is >= '\u4e00' and < '\ua000'));
        Assert.Empty(found);
    }

    private static IEnumerable<string> Arguments(string text) => Place().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal);

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    private static bool IsFile(string literal) => Path.GetExtension(literal) is ".html" or ".ics" or ".js" or ".json" or ".pdf" or ".css" or ".svg" or ".atom";

    [GeneratedRegex("(?<!=)\"([a-z][a-z-]*\\.[A-Za-z0-9.-]+)\"")]
    private static partial Regex Literal();

    [GeneratedRegex("""\$"([a-z][a-z-]*\.[A-Za-z0-9.-]*)\{""")]
    private static partial Regex Family();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
