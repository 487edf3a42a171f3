using Transparency.Portal.Office.Frame;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;

namespace Transparency.Portal.Villagers;

/// <summary>Where a notice stands for the public.</summary>
public static class NoticePath
{
    public static string Of(Screen here, DeclarationOnRegister notice) => Of(here, SiteMap.DeclarationFolder(notice.Number));

    /// <param name="path">in the tree, without the language</param>
    public static string Of(Screen here, string path) =>
        $"/{(here.Language == here.First ? "" : $"{SiteMap.Folder(here.Language)}/")}{path}";
}
