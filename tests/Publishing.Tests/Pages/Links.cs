using AngleSharp.Dom;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Samples;

namespace Transparency.Publishing.Tests.Pages;

public sealed class Links
{
    // What others put into the tree.
    private static readonly string[] Elsewhere = ["notice.pdf", "result.pdf", "statement.pdf", "certificate.pdf", "feed.atom", "late.atom", "feed.json", "calendar.ics", "datapackage.json", "checkpoint", ".csv"];

    public static TheoryData<string> Paths => RenderedSite.PagePaths();

    [Theory, MemberData(nameof(Paths))]
    public void Every_link_leads_to_an_output(string path)
    {
        foreach (var address in Addresses(RenderedSite.Pages[path]).Where(a => !IsOutside(a)))
        {
            var (target, fragment) = Target(path, address);
            if (Elsewhere.Any(e => target.EndsWith(e, StringComparison.Ordinal))) continue;
            if (AttachedFile.All(RenderedSite.Model).Any(file => file.Path == target)) continue;
            Assert.True(RenderedSite.Files.ContainsKey(target), $"{path}: {address} leads to {target}, which is not there");
            if (fragment.Length > 0) Assert.True(RenderedSite.Pages[target].GetElementById(fragment) is not null, $"{path}: {address} has no such place");
        }
    }

    [Fact]
    public void Links_are_relative_except_to_what_the_public_may_do_and_on_the_page_for_what_is_not_there()
    {
        foreach (var (path, page) in RenderedSite.Pages.Where(p => !p.Key.EndsWith("404.html", StringComparison.Ordinal)))
            Assert.All(Addresses(page).Where(a => a.StartsWith(SampleTown.Settings.PublicAddress, StringComparison.Ordinal)),
                a => Assert.StartsWith($"{SampleTown.Settings.PublicAddress}/act/", a, StringComparison.Ordinal));
        Assert.All(Addresses(RenderedSite.Pages["404.html"]).Where(a => a != "#main"), a => Assert.StartsWith(SampleTown.Settings.PublicAddress, a, StringComparison.Ordinal));
    }

    [Fact]
    public void Only_an_open_window_can_be_commented_on()
    {
        string Buttons(DeclarationOnRegister d) => RenderedSite.Pages[SiteMap.Declaration(d.Number)].QuerySelector(".buttons")!.InnerHtml;
        Assert.Contains("https://yangzi.example/act/objection?declaration=2026-0012", Buttons(SampleDeclarations.Road), StringComparison.Ordinal);
        foreach (var d in SampleDeclarations.All.Where(d => d.Status != PublicStatus.InPublicity))
            Assert.DoesNotContain("/act/", Buttons(d), StringComparison.Ordinal);
    }

    internal static (string Path, string Fragment) Target(string from, string address)
    {
        var at = new Uri(new Uri("https://yangzi.example/"), from);
        var to = new Uri(at, address);
        return (Uri.UnescapeDataString(to.AbsolutePath[1..]), to.Fragment.TrimStart('#'));
    }

    private static IEnumerable<string> Addresses(IDocument page) => page
        .QuerySelectorAll("[href], [src], [action]")
        .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src") ?? e.GetAttribute("action")!);

    private static bool IsOutside(string address) =>
        address.StartsWith($"{SampleTown.Settings.PublicAddress}/act/", StringComparison.Ordinal)
        || (address.StartsWith("http", StringComparison.Ordinal) && !address.StartsWith(SampleTown.Settings.PublicAddress, StringComparison.Ordinal));
}
