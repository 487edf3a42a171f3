using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Portal.Acts;
using Transparency.Portal.Office.Declarations;
using Transparency.Portal.Screens;
using Transparency.Publishing.Texts;
using Transparency.Samples;

namespace Transparency.Portal.Tests.Office;

/// <summary>Every sentence of a screen stands in the texts, and every text of the screens is used.</summary>
public partial class ScreenTextTests
{
    private static readonly string[] Folders = ["Office", "Act", "Screens"];

    [Fact]
    public void Every_code_that_a_screen_names_has_its_text() =>
        Assert.All(Sources().SelectMany(s => Said().Matches(s).Select(m => m.Groups[1].Value)).Concat(Families()), code => Assert.True(Catalogue.Has(code), code));

    [Fact]
    public void Every_text_of_the_screens_is_used()
    {
        var sources = string.Concat(Sources());
        var families = Families().ToHashSet();
        var own = Catalogue.Codes.Where(c => c.StartsWith("office.", StringComparison.Ordinal) || c.StartsWith("form.", StringComparison.Ordinal) || (c.StartsWith("act.", StringComparison.Ordinal) && char.IsLower(c[4])));
        Assert.All(own, code => Assert.True(
            families.Contains(code) || sources.Contains($"\"{code}\"", StringComparison.Ordinal)
            || (code.EndsWith(".why", StringComparison.Ordinal) && sources.Contains($"\"{code[..^4]}\"", StringComparison.Ordinal))
            || Dynamic().IsMatch(code), code));
    }

    [Fact]
    public void Every_value_of_a_section_has_a_label()
    {
        var here = new Screen(Language.Zh, SampleRules.Book, "/office", Language.Zh, null, null, "", default);
        var lease = new AgreementSection(new("04-2026-L-0001"), Both, AgreementKind.Lease, new("04"), Both, PartyKind.Person, new("李某", "L"), Both, new(1), new(2026, 1, 1), new(2027, 1, 1), new(1), new(1), Both, Both);
        var full = new DeclarationSection(Both, "works-large", Both, "law", new("04"), Both, Both, Both, Both, Both, [new(Both, new(1))], [new(Both, Both, new(1), new(1))], Both, new(VillageBody.Committee, new(2026, 1, 1), 3, 3, 3), [], [lease]);
        var empty = full with { Title = new("x"), Matter = "y", MatterName = new("y"), Law = "z", Village = null, Discloser = new("y"), Town = new("y"), What = new("y"), ForWhom = new("y"), Ask = new("y"), Sources = [], Budget = [], Body = new("y"), Decision = null, Subjects = [] };
        foreach (var language in Enum.GetValues<Language>())
            foreach (var change in SectionDifference.Between(empty, full))
                Assert.NotEmpty(DifferenceWords.Label(here with { Language = language }, change.Path) + DifferenceWords.Value(here, change.Path, change.After));
        Assert.All(SectionDifference.Between(empty, full), c => Assert.True(Catalogue.Has($"field.{c.Path.Split('.')[0]}"), c.Path));
    }

    private static Text Both => new("中", "en");

    private static IEnumerable<string> Families() =>
    [
        .. ActTable.All.Keys.Where(a => !a.EndsWith("-agreement", StringComparison.Ordinal)).Select(a => $"office.done.{a}"),
        .. ActTable.All.Keys.Where(a => !a.EndsWith("-agreement", StringComparison.Ordinal) && a is not "draft" and not "settle-objection").SelectMany(a => new[] { $"office.act.{a}", $"office.act.{a}.means" }),
        .. new[] { "return", "refuse-review", "refuse", "withdraw", "revoke" }.Select(a => $"office.act.{a}.reason"),
        .. new[] { "draft", "redraft", "fix-wording", "restart" }.SelectMany(a => new[] { $"office.write.{a}", $"office.write.{a}.title", $"office.write.{a}.means" }),
        .. new[] { "fix-wording", "restart" }.Select(a => $"office.write.{a}.note"),
        .. new[] { "finish", "mend", "review", "open", "answer", "approve", "running" }.SelectMany(k => new[] { $"office.task.{k}", $"office.task.{k}.next" }),
        .. typeof(DeclarationEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(DeclarationEvent))).Select(t => $"office.history.{t.Name}"),
        "office.window.Working", "office.window.Calendar",
    ];

    private static IEnumerable<string> Sources() =>
        Folders.SelectMany(folder => Directory.EnumerateFiles(Path.GetFullPath(Path.Combine(ThisFolder(), "../../../Portal", folder)), "*.*", SearchOption.AllDirectories))
            .Where(f => f.EndsWith(".razor", StringComparison.Ordinal) || f.EndsWith(".cs", StringComparison.Ordinal)).Select(File.ReadAllText);

    private static string ThisFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    [GeneratedRegex("Say\\((?:Language\\.\\w+, )?\"([a-z][A-Za-z.-]+)\"")]
    private static partial Regex Said();

    /// <summary>Hints by field, parts of a section, and the private values of a party are found by name.</summary>
    [GeneratedRegex(@"^office\.(hint|agreement\.hint|part|party|with)[._]")]
    private static partial Regex Dynamic();
}
