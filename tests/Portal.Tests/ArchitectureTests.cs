using System.Xml.Linq;
using ArchUnitNET.Domain;
using ArchUnitNET.Fluent.Slices;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnit;
using Transparency.Contracts;
using Transparency.Portal.Store;
using Transparency.Publishing.Site;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Transparency.Portal.Tests;

/// <summary>
/// Who may know whom. A rule has no exceptions: what breaks it is moved. The build itself refuses a namespace that is not its folder's
/// (IDE0130) and the machine's own clock, culture and chance (<c>BannedSymbols.txt</c>).
/// </summary>
public sealed class ArchitectureTests
{
    // Read when the first rule asks, not while the tests are being listed.
    private static readonly Lazy<Architecture> House =
        new(() => new ArchLoader().LoadAssemblies(typeof(Refusal).Assembly, typeof(SiteModel).Assembly, typeof(Ledger).Assembly).Build());

    [Fact]
    public void The_law_knows_nobody() => MayNot("Transparency.Contracts", "Transparency.Publishing", "Transparency.Portal", "Microsoft", "Marten", "Npgsql");

    [Fact]
    public void The_law_waits_for_nothing_and_asks_nothing() =>
        MayNot("Transparency.Contracts", "System.TimeProvider", "System.IO", "System.Net", "System.Threading", "System.Data", "System.Diagnostics.Process");

    [Fact]
    public void The_press_knows_no_store_no_request_and_no_office() =>
        MayNot("Transparency.Publishing", "Transparency.Portal", "Marten", "Npgsql", "Hangfire", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Builder");

    [Fact]
    public void The_press_has_no_clock_and_no_database() =>
        MayNot("Transparency.Publishing", "System.TimeProvider", "System.Diagnostics.Stopwatch", "System.Data", "System.Net.Http", "System.Net.Sockets");

    [Fact]
    public void Only_the_typesetter_starts_a_process() =>
        OnlyIn(["Transparency.Publishing.Typesetting"], "System.Diagnostics.Process", "System.Diagnostics.ProcessStartInfo");

    [Fact]
    public void Only_tree_and_typesetter_touch_files() =>
        OnlyIn(
            ["Transparency.Publishing.Tree", "Transparency.Publishing.Typesetting"],
            "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo", "System.IO.StreamWriter");

    [Fact]
    public void The_store_names_no_case() => MayNot("Transparency.Portal.Store", "Transparency.Portal.Cases", "Transparency.Portal.Office", "Transparency.Portal.Press");

    public static TheoryData<string> Rooms => [.. RoomNames];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_knows_no_other(string room) =>
        MayNot($"Transparency.Portal.Cases.{room}", [.. RoomNames.Where(other => other != room).Select(other => $"Transparency.Portal.Cases.{other}")]);

    public static TheoryData<string> Machines => [.. Shared];

    [Theory]
    [MemberData(nameof(Machines))]
    public void What_all_rooms_use_knows_none(string machine) =>
        MayNot($"Transparency.Portal.Cases.{machine}", [.. RoomNames.Select(room => $"Transparency.Portal.Cases.{room}")]);

    /// <summary>A rule that finds nothing where there is something would be green for ever.</summary>
    [Theory]
    [InlineData("Transparency.Portal.Store", "Marten")]
    [InlineData("Transparency.Portal.Press", "Transparency.Portal.Store")]
    [InlineData("Transparency.Publishing.Tree", "System.IO.File")]
    [InlineData("Transparency.Publishing.Typesetting", "System.Diagnostics.Process")]
    public void The_rules_see_what_is_there(string folder, string other) => Assert.Throws<FailedArchRuleException>(() => MayNot(folder, other));

    [Fact]
    public void Folders_of_the_portal_form_no_cycle() =>
        SliceRuleDefinition.Slices().Matching("Transparency.Portal.(**)").Should().BeFreeOfCycles().Check(House.Value);

    /// <summary>All that a project may name: other projects, frameworks and packages. What it does not name, it does not get by hand.</summary>
    public static TheoryData<string, string> Projects => new()
    {
        { "Contracts", "" },
        { "Publishing", "Contracts Markdig Microsoft.AspNetCore.App QRCoder" },
        { "Portal", "CsvHelper DistributedLock.Postgres Hangfire.AspNetCore Hangfire.PostgreSql Marten MiniExcel Npgsql Publishing" },
        { "tests/Samples", "Publishing" },
        { "tests/Bench", "Microsoft.AspNetCore.App Portal" },
    };

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_names_only_what_it_may(string project, string named) => Assert.Equal(
        named.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        Named(Directory.GetFiles(Path.Combine(Root, project), "*.csproj").Single()));

    [Fact]
    public void All_projects_are_listed_and_share_one_analyzer()
    {
        var programs = Directory.GetFiles(Root, "*.csproj", SearchOption.AllDirectories).Where(file => !file.EndsWith(".Tests.csproj", StringComparison.Ordinal));
        Assert.Equal(
            Projects.Select(row => (string)row[0]).Order(StringComparer.Ordinal),
            programs.Select(file => Path.GetRelativePath(Root, Path.GetDirectoryName(file)!)).Order(StringComparer.Ordinal));
        Assert.Equal(["Microsoft.CodeAnalysis.BannedApiAnalyzers"], Named(Path.Combine(Root, "Directory.Build.props")));
    }

    /// <summary>In characters; texts and templates are not code.</summary>
    [Fact]
    public void No_line_is_wider_than_140_and_no_file_longer_than_400()
    {
        var code = new[] { "Contracts", "Publishing", "Portal" }.SelectMany(project => new[] { "*.cs", "*.razor" }.SelectMany(
            end => Directory.GetFiles(Path.Combine(Root, project), end, SearchOption.AllDirectories))).Where(file => !IsMade(file)).ToList();
        Assert.True(code.Count > 400, $"only {code.Count} files found");
        Assert.All(code, file =>
        {
            var lines = File.ReadAllLines(file);
            Assert.True(lines.Length <= 400, $"{file}: {lines.Length} lines");
            Assert.Empty(lines.Index().Where(x => x.Item.Length > 140).Select(x => $"{file}:{x.Index + 1}: {x.Item.Length} columns"));
        });
    }

    /// <summary>What all rooms may use.</summary>
    private static readonly string[] Shared = ["Acts", "Pages", "Letters", "Desk"];

    private static IEnumerable<string> RoomNames =>
        Directory.GetDirectories(Path.Combine(Root, "Portal/Cases")).Select(folder => Path.GetFileName(folder)).Except(Shared);

    private static string Root => Path.GetFullPath(Path.Combine(ThisFolder(), "../.."));

    private static bool IsMade(string file) => Path.GetRelativePath(Root, file).Split('/').Any(folder => folder is "bin" or "obj" or "node_modules");

    private static IEnumerable<string> Named(string project) => XDocument.Load(project).Descendants()
        .Where(e => e.Name.LocalName is "PackageReference" or "ProjectReference" or "FrameworkReference" or "Reference")
        .Select(e => (string)e.Attribute("Include")!).Select(name => name.EndsWith(".csproj", StringComparison.Ordinal) ? Path.GetFileNameWithoutExtension(name) : name)
        .Order(StringComparer.Ordinal);

    /// <param name="others">namespaces with all below them, or types</param>
    private static void MayNot(string folder, params string[] others) =>
        Types().That().ResideInNamespaceMatching(Below(folder)).Should().NotDependOnAny(Any(others)).WithoutRequiringPositiveResults().Check(House.Value);

    /// <summary>Of the press.</summary>
    private static void OnlyIn(string[] folders, params string[] types) =>
        Types().That().ResideInNamespaceMatching(Below("Transparency.Publishing"))
            .And().DoNotResideInNamespaceMatching(string.Join('|', folders.Select(Below)))
            .Should().NotDependOnAny(Any(types)).Check(House.Value);

    private static IObjectProvider<IType> Any(string[] names) =>
        Types(includeReferenced: true).That().HaveFullNameMatching(string.Join('|', names.Select(Below)));

    private static string Below(string folder) => $@"^{folder.Replace(".", @"\.", StringComparison.Ordinal)}(\.|$)";

    private static string ThisFolder([System.Runtime.CompilerServices.CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
