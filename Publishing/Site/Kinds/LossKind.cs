using Transparency.Contracts.Losses;
using Transparency.Publishing.Components;
using Transparency.Publishing.Pages;
using Transparency.Publishing.Register;

namespace Transparency.Publishing.Site.Kinds;

/// <summary>Accepted losses: a page of each, and one at every lost address that says so, beside the files as they stood.</summary>
internal sealed class LossKind() : PublicKind<LossOnRegister>("loss", 1, typeof(LossAccepted), LossOnRegister.Evolve)
{
    protected override IEnumerable<Output> Outputs(SiteModel site, LossOnRegister loss)
    {
        var pages = loss.Pages.Except(StandingAgain(site, loss)).ToList();
        foreach (var language in site.Settings.Languages)
        {
            yield return Page(SiteMap.Loss(loss.Ordinal), here => PageRenderer.Render<LossPage>(here, ("Loss", loss)));
            foreach (var page in pages)
                yield return Page(page, here => PageRenderer.Render<LostPage>(here, ("Loss", loss), ("Address", page)));

            Output Page(string path, Func<PageContext, byte[]> render) =>
                SitePages.Page(site, language, path, Stage.Page, [Slices.Town, Slices.Loss(loss.Ordinal)], render);
        }
    }

    protected override IEnumerable<AttachedFile> Files(LossOnRegister loss) =>
        loss.Files.Select(kept => new AttachedFile(kept.File, [Slices.Loss(loss.Ordinal)]) { Path = kept.Path });

    /// <summary>A month that was lost may be published anew at the same address.</summary>
    private static IEnumerable<string> StandingAgain(SiteModel site, LossOnRegister loss) =>
        from row in site.Register.Rows.Values
        where SiteCase.Of(row) is { } found
            && loss.Pages.Any(page => page.StartsWith(Folder(found.Path), StringComparison.Ordinal))
        from output in SitePages.Of(site, row)
        select output.Path;

    private static string Folder(string page) => page[..(page.LastIndexOf('/') + 1)];
}
