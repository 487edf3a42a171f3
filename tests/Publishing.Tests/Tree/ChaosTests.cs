using Transparency.Publishing.Site;
using Transparency.Publishing.Site.Kinds;
using Transparency.Publishing.Tests.Pages;
using Transparency.Publishing.Tree;

namespace Transparency.Publishing.Tests.Tree;

/// <summary>Whatever throws, and wherever: everything else goes out, and what cannot be made is left as it stood.</summary>
public sealed class ChaosTests : IDisposable
{
    private static readonly IReadOnlyDictionary<string, byte[]> Whole = WholeSite.Outputs(RenderedSite.Model).ToDictionary(o => o.Path, o => o.Render());

    private readonly TreeFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>Kinds with a page of their own; the others have none that could fail.</summary>
    public static TheoryData<string> Kinds =>
        [.. PublicKinds.All.Where(kind => Parts().Any(part => IsOf(part, kind.Stream) && part.Outputs().Any())).Select(kind => kind.Stream)];

    [Theory, MemberData(nameof(Kinds))]
    public void A_kind_whose_outputs_cannot_be_told(string kind) => Proves(
        part => IsOf(part, kind),
        part => part with { Outputs = () => part.Outputs().Select((output, i) => i == 0 ? output : throw new FormatException("half way")) });

    [Theory, MemberData(nameof(Kinds))]
    public void A_kind_whose_outputs_cannot_be_rendered(string kind) => Proves(part => IsOf(part, kind), Unrenderable);

    [Fact]
    public void Lists_feeds_calendars_and_data_that_cannot_be_told() => Proves(
        part => !RenderedSite.Model.Register.Rows.ContainsKey(part.Name), part => part with { Outputs = () => throw new OverflowException("a year too many") });

    [Fact]
    public void Lists_feeds_calendars_and_data_that_cannot_be_rendered() => Proves(part => !RenderedSite.Model.Register.Rows.ContainsKey(part.Name), Unrenderable);

    [Fact]
    public void A_path_that_cannot_be_and_one_that_another_has_fail_alone()
    {
        var attempts = new Attempts();
        var made = attempts.Of([new("good", () => [TreeFolder.Page("a.html", "1")]), new("bad", () => [TreeFolder.Page("../b.html", "2"), TreeFolder.Page("a.html", "3"), TreeFolder.Page("c.html", "4")])]);
        Assert.Equal(["a.html", "c.html"], made.Select(output => output.Path));
        Assert.Equal(["../b.html", "a.html"], attempts.Failed.Select(why => why.Arguments[0]));
    }

    private void Proves(Func<Part, bool> isHit, Func<Part, Part> hit)
    {
        var lost = Parts().Where(isHit).SelectMany(part => part.Outputs()).Select(output => output.Path).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(lost);

        // A tree that did not exist: all but what was hit stands.
        Publish(part => isHit(part) ? hit(part) : part);
        var stands = folder.PublicFiles().Keys.ToHashSet(StringComparer.Ordinal);
        Assert.Empty(Whole.Keys.Except(lost).Except(stands));
        Assert.DoesNotContain(stands, path => !Whole.ContainsKey(path));

        // A whole tree: nothing of it goes.
        Publish(part => part);
        var before = folder.PublicFiles();
        Publish(part => isHit(part) ? hit(part) : part);
        Assert.Equal(before, folder.PublicFiles());
    }

    private void Publish(Func<Part, Part> through)
    {
        var (tree, attempts) = (folder.Opened(), new Attempts());
        var outputs = attempts.Of(Parts().Select(through));
        var leaving = attempts.Failed.Count > 0 ? [] : tree.Files.Keys.Except(outputs.Select(output => output.Path)).ToHashSet(StringComparer.Ordinal);
        Assert.Null(tree.Apply(TreeDiff.Steps(outputs, leaving, TreeFolder.First)).Failure);
        folder.AssertSound();
    }

    /// <summary>Rendered once for all tests.</summary>
    private static IEnumerable<Part> Parts() => WholeSite.Parts(RenderedSite.Model).Select(part => part with
    {
        Outputs = () => part.Outputs().Select(output => output with { Render = () => Whole[output.Path] }),
    });

    private static Part Unrenderable(Part part) =>
        part with { Outputs = () => part.Outputs().Select(output => output with { Render = () => throw new ArgumentOutOfRangeException(output.Path) }) };

    private static bool IsOf(Part part, string stream) =>
        part.Name.StartsWith($"{stream}/", StringComparison.Ordinal) || part.Name.StartsWith($"{stream}-lists/", StringComparison.Ordinal);
}
