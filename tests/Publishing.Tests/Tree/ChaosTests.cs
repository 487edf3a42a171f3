using Transparency.Publishing.OpenData;
using Transparency.Publishing.Site;
using Transparency.Publishing.Site.Kinds;
using Transparency.Publishing.Tests.Pages;
using Transparency.Publishing.Tree;

namespace Transparency.Publishing.Tests.Tree;

/// <summary>Whatever throws, and wherever: everything else goes out, and what cannot be made is left as it stood.</summary>
public sealed class ChaosTests(ChaosTests.WholeTown whole) : IClassFixture<ChaosTests.WholeTown>
{
    private static readonly IReadOnlyDictionary<string, byte[]> Whole = WholeSite.Outputs(RenderedSite.Model).ToDictionary(o => o.Path, o => o.Render());

    /// <summary>Kinds with a page of their own; the others have none that could fail.</summary>
    public static TheoryData<string> Kinds =>
        [.. PublicKinds.All.Where(kind => Parts().Any(part => IsOf(part, kind.Stream) && part.Outputs().Any())).Select(kind => kind.Stream)];

    [Theory, MemberData(nameof(Kinds))]
    public void A_kind_whose_outputs_cannot_be_told(string kind) => Proves(
        part => IsOf(part, kind),
        part => part with { Outputs = () => part.Outputs().Select((output, i) => i == 0 ? output : throw new FormatException("half way")) });

    [Theory, MemberData(nameof(Kinds))]
    public void A_kind_whose_outputs_cannot_be_rendered(string kind) => TakesNothing(part => IsOf(part, kind), Unrenderable);

    /// <summary>What is not one row's own: assets, overviews, years of a kind, works, villages, feeds, calendars, each data file's kind, indexes.</summary>
    public static TheoryData<string> Groups => [.. Parts().Where(part => !IsRow(part) && part.Outputs().Any()).Select(GroupOf).Distinct()];

    [Theory, MemberData(nameof(Groups))]
    public void A_group_of_lists_that_cannot_be_told(string group) => Proves(
        part => !IsRow(part) && GroupOf(part) == group, part => part with { Outputs = () => throw new OverflowException("a year too many") });

    [Theory, MemberData(nameof(Groups))]
    public void A_group_of_lists_that_cannot_be_rendered(string group) => TakesNothing(part => !IsRow(part) && GroupOf(part) == group, Unrenderable);

    public static TheoryData<string> Sorts => [.. Whole.Keys.Select(SortOf).Distinct()];

    /// <summary>Whoever makes it: every page, every feed, every calendar, every CSV and so on.</summary>
    [Theory, MemberData(nameof(Sorts))]
    public void A_sort_of_file_that_cannot_be_rendered(string sort)
    {
        var lost = Whole.Keys.Where(path => SortOf(path) == sort).ToHashSet(StringComparer.Ordinal);
        Part Hit(Part part) => part with { Outputs = () => part.Outputs().Select(output => lost.Contains(output.Path) ? Unrenderable(output) : output) };
        Proves(lost, Hit);
    }

    [Fact]
    public void All_sorts_and_groups_are_there()
    {
        Assert.Equal([".atom", ".css", ".csv", ".html", ".ics", ".js", ".json", ".svg", ".txt", ".xlsx", ".xml"], Whole.Keys.Select(SortOf).Distinct().Order(StringComparer.Ordinal));
        string[] fixedGroups = ["assets", "calendar", "data/package", "feeds", "glances", "indexes", "late-feeds", "overviews", "village", "works"];
        Assert.Empty(fixedGroups.Concat(DataKind.All.Select(kind => $"data/{kind.Kind}")).Except(Parts().Where(part => part.Outputs().Any()).Select(GroupOf)));
    }

    [Fact]
    public void A_path_that_cannot_be_and_one_that_another_has_fail_alone()
    {
        var attempts = new Attempts();
        var made = attempts.Of([new("good", () => [TreeFolder.Page("a.html", "1")]), new("bad", () => [TreeFolder.Page("../b.html", "2"), TreeFolder.Page("a.html", "3"), TreeFolder.Page("c.html", "4")])]);
        Assert.Equal(["a.html", "c.html"], made.Select(output => output.Path));
        Assert.Equal(["../b.html", "a.html"], attempts.Failed.Select(why => why.Arguments[0]));
    }

    private void Proves(Func<Part, bool> isHit, Func<Part, Part> hit) => Proves(
        Parts().Where(isHit).SelectMany(part => part.Outputs()).Select(output => output.Path).ToHashSet(StringComparer.Ordinal),
        part => isHit(part) ? hit(part) : part);

    private void Proves(HashSet<string> lost, Func<Part, Part> hit)
    {
        Assert.NotEmpty(lost);

        // A tree that did not exist: all but what was hit stands.
        using var fresh = new TreeFolder();
        Publish(fresh, hit);
        var stands = fresh.Opened().Files.Keys.ToHashSet(StringComparer.Ordinal);
        Assert.Empty(Whole.Keys.Except(lost).Except(stands));
        Assert.DoesNotContain(stands, path => !Whole.ContainsKey(path));

        TakesNothing(hit);
    }

    private void TakesNothing(Func<Part, bool> isHit, Func<Part, Part> hit) => TakesNothing(part => isHit(part) ? hit(part) : part);

    /// <summary>A whole tree: nothing of it goes.</summary>
    private void TakesNothing(Func<Part, Part> hit)
    {
        Publish(whole.Folder, hit);
        Assert.Equal(whole.Files, whole.Folder.PublicFiles());
    }

    private static void Publish(TreeFolder folder, Func<Part, Part> through)
    {
        var (tree, attempts) = (folder.Opened(), new Attempts());
        var outputs = attempts.Of(Parts().Select(through));
        var leaving = attempts.Failed.Count > 0 ? [] : tree.Files.Keys.Except(outputs.Select(output => output.Path)).ToHashSet(StringComparer.Ordinal);
        Assert.Null(tree.Apply(TreeDiff.Steps(outputs, leaving, TreeFolder.First)).Failure);
        folder.AssertSound();
    }

    /// <summary>The samples' town as it stands whole; every test leaves it so.</summary>
    public sealed class WholeTown : IDisposable
    {
        public WholeTown()
        {
            Publish(Folder, part => part);
            Files = Folder.PublicFiles();
        }

        internal TreeFolder Folder { get; } = new();

        internal SortedDictionary<string, string> Files { get; }

        public void Dispose() => Folder.Dispose();
    }

    /// <summary>Rendered once for all tests.</summary>
    private static IEnumerable<Part> Parts() => WholeSite.Parts(RenderedSite.Model).Select(part => part with
    {
        Outputs = () => part.Outputs().Select(output => output with { Render = () => Whole[output.Path] }),
    });

    private static Part Unrenderable(Part part) => part with { Outputs = () => part.Outputs().Select(Unrenderable) };

    private static Output Unrenderable(Output output) => output with { Render = () => throw new ArgumentOutOfRangeException(output.Path) };

    private static bool IsRow(Part part) => RenderedSite.Model.Register.Rows.ContainsKey(part.Name);

    /// <summary>Without the village and the language.</summary>
    private static string GroupOf(Part part) => part.Name.StartsWith("data/", StringComparison.Ordinal) ? part.Name : part.Name.Split('/')[0];

    private static string SortOf(string path) => Path.GetExtension(path);

    private static bool IsOf(Part part, string stream) =>
        part.Name.StartsWith($"{stream}/", StringComparison.Ordinal) || part.Name.StartsWith($"{stream}-lists/", StringComparison.Ordinal);
}
