using Transparency.Contracts;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Publishing.Tests.Tree;
using Transparency.Publishing.Tree;
using Transparency.Samples;

namespace Transparency.Publishing.Tests.Whole;

/// <summary>
/// The run that brings an approval to the public is broken off after every single step, once each. What then lies on disk is a tree of whole files,
/// and the next normal run makes it exactly what an undisturbed run would have made.
/// </summary>
public sealed class EveryPrefixTests : IDisposable
{
    private static readonly SiteSettings Settings = new("http://127.0.0.1:8080", [Language.Zh, Language.En]);

    private readonly string folder = Directory.CreateTempSubdirectory("sunshine-prefix-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void After_any_step_the_next_run_repairs_the_tree()
    {
        var (before, after) = (Rendered(Site(SampleDeclarations.All.Take(2), [])), Rendered(Site(SampleDeclarations.All.Skip(1).Take(3), SampleAgreements.All)));
        var (from, to) = (new Imprint(1, new(2026, 9, 17), "test"), new Imprint(2, new(2026, 9, 18), "test"));
        var expected = Undisturbed("expected", before, from, after, to);
        for (var taken = 0; ; taken++)
        {
            var place = Path.Combine(folder, $"{taken}");
            Apply(place, before, from);
            var steps = StepsIn(place, after, to, out var tree);
            tree.Apply([.. steps.Take(taken)]);
            Assert.All(Files(place).Where(f => f.Key.EndsWith(".html", StringComparison.Ordinal)), f => Assert.EndsWith("</html>", f.Value.TrimEnd(), StringComparison.Ordinal));
            Apply(place, after, to);
            Assert.Equal(expected, Files(place));
            Assert.Empty(TreeVerifier.Verify(place).Findings);
            Directory.Delete(place, recursive: true);
            if (taken == steps.Count) break;
        }
    }

    private Dictionary<string, string> Undisturbed(string name, List<Output> before, Imprint from, List<Output> after, Imprint to)
    {
        var place = Path.Combine(folder, name);
        Apply(place, before, from);
        Apply(place, after, to);
        return Files(place);
    }

    private static void Apply(string place, List<Output> outputs, Imprint imprint)
    {
        var steps = StepsIn(place, outputs, imprint, out var tree);
        Assert.Null(tree.Apply(steps).Failure);
    }

    private static IReadOnlyList<TreeStep> StepsIn(string place, List<Output> outputs, Imprint imprint, out PublishedTree tree)
    {
        tree = new PublishedTree(place);
        Assert.Null(tree.Scan());
        return WholeTree.Steps(tree.Files, outputs, imprint);
    }

    // One declaration goes (as no real one ever does), so that removal is broken off too; two come, with their agreements.
    private static SiteModel Site(IEnumerable<DeclarationOnRegister> declarations, IEnumerable<AgreementOnRegister> agreements) =>
        new(PublicRegister.Of(SampleTown.OnRegister with { Villages = [.. SampleTown.Villages.Take(2)] }, [.. declarations, .. agreements]), SampleTown.AsOf, Settings);

    private static List<Output> Rendered(SiteModel site) => [.. WholeSite.Outputs(site).Select(o => { var bytes = o.Render(); return o with { Render = () => bytes }; })];

    private static Dictionary<string, string> Files(string place) =>
        Directory.EnumerateFiles(place, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(place, f), File.ReadAllText);
}
