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

/// <summary>Who may know whom. A rule has no exceptions: what breaks it is moved.</summary>
public sealed class ArchitectureTests
{
    private static readonly Architecture House =
        new ArchLoader().LoadAssembliesIncludingDependencies(typeof(Refusal).Assembly, typeof(SiteModel).Assembly, typeof(Ledger).Assembly).Build();

    [Fact]
    public void The_law_knows_nobody() => MayNot("Transparency.Contracts", "Transparency.Publishing", "Transparency.Portal", "Microsoft", "Marten", "Npgsql");

    [Fact]
    public void The_press_knows_no_store_no_request_and_no_office() =>
        MayNot("Transparency.Publishing", "Transparency.Portal", "Marten", "Npgsql", "Hangfire", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Builder");

    [Fact]
    public void The_store_names_no_case() => MayNot("Transparency.Portal.Store", "Transparency.Portal.Cases", "Transparency.Portal.Office", "Transparency.Portal.Press");

    [Fact]
    public void The_law_has_no_packages()
    {
        var project = XDocument.Load(Path.Combine(Root, "Contracts/Contracts.csproj"));
        Assert.Empty(project.Descendants("PackageReference"));
        Assert.Empty(project.Descendants("ProjectReference"));
    }

    public static TheoryData<string> Rooms => [.. RoomNames];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_knows_no_other(string room) =>
        MayNot($"Transparency.Portal.Cases.{room}", [.. RoomNames.Where(other => other != room).Select(other => $"Transparency.Portal.Cases.{other}")]);

    [Fact]
    public void Folders_of_the_portal_form_no_cycle() =>
        SliceRuleDefinition.Slices().Matching("Transparency.Portal.(**)").Should().BeFreeOfCycles().Check(House);

    /// <summary>What all rooms may use.</summary>
    private static readonly string[] Shared = ["Acts", "Pages", "Letters", "Desk"];

    private static IEnumerable<string> RoomNames =>
        Directory.GetDirectories(Path.Combine(Root, "Portal/Cases")).Select(folder => Path.GetFileName(folder)).Except(Shared);

    private static string Root => Path.GetFullPath(Path.Combine(ThisFolder(), "../.."));

    private static void MayNot(string folder, params string[] others) =>
        Types().That().ResideInNamespaceMatching(Below(folder)).Should()
            .NotDependOnAny(Types(includeReferenced: true).That().ResideInNamespaceMatching(string.Join('|', others.Select(Below))))
            .WithoutRequiringPositiveResults().Check(House);

    private static string Below(string folder) => $@"^{folder.Replace(".", @"\.", StringComparison.Ordinal)}(\.|$)";

    private static string ThisFolder([System.Runtime.CompilerServices.CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
