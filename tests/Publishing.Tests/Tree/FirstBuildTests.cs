using Transparency.Publishing.Tree;

namespace Transparency.Publishing.Tests.Tree;

/// <summary>The first tree grows out of sight and comes to light whole.</summary>
public sealed class FirstBuildTests : IDisposable
{
    private static readonly (string Path, string Words)[] Pages =
        [("index.html", "home"), ("declarations/2026/0012/index.html", "page"), ("declarations/2026/0012/e/1/notice.pdf", "frozen"), ("assets/site.css", "css")];

    private readonly TreeFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Broken_off_before_its_checkpoint_it_shows_nothing_and_is_begun_again()
    {
        for (var taken = 0; ; taken++)
        {
            var tree = folder.Opened();
            var steps = WholeTree.Steps(tree.Files, TreeFolder.Pages(Pages.ToDictionary(p => p.Path, p => p.Words)), TreeFolder.First);
            if (steps[taken] is TreeStep.WriteCheckpoint) break;
            Assert.Null(tree.Apply([.. steps.Take(taken + 1)]).Failure);
            Assert.DoesNotContain(folder.PublicFiles().Keys, path => path[0] != '.');
        }
        folder.Publish(Pages);
        Assert.Equal(Pages.Select(p => p.Path).Order(StringComparer.Ordinal), folder.PublicFiles().Keys);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Root, ".*"));
    }

    [Fact]
    public void Killed_while_it_comes_to_light_it_is_completed()
    {
        folder.Publish(Pages);
        var whole = folder.Everything();
        // As the disk looks when only the first folder had been given its place.
        foreach (var name in new[] { "index.html", "checkpoint" }) File.Delete(folder[name]);
        Directory.Delete(folder["declarations"], recursive: true);
        Directory.Delete(folder["manifests"], recursive: true);
        Directory.CreateDirectory(folder["manifests"]);
        Directory.CreateDirectory(folder[".sunshine-first/manifests"]);
        File.WriteAllText(folder[".sunshine-first/index.html"], "home");

        folder.Publish(Pages);
        Assert.Equal(whole, folder.Everything());
    }

    [Fact]
    public void An_empty_folder_keeps_its_owner_s_rights()
    {
        Assert.True(OperatingSystem.IsLinux());
        Directory.CreateDirectory(folder.Root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute);
        var before = File.GetUnixFileMode(folder.Root);
        folder.Publish(Pages);
        Assert.Equal(before, File.GetUnixFileMode(folder.Root));
    }
}
