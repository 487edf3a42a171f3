namespace Transparency.Portal.Cases.Suppressions;

/// <summary>An address as people copy it, made into a folder or a file from the tree's root.</summary>
internal static class PublicAddress
{
    private static readonly string[] Languages = ["en/", "zh-Hans/"];

    /// <summary>
    /// Of a page, its folder: <c>declarations/2026/0012/e/1/</c>; of an attachment, the file: <c>files/{sha256}.pdf</c>. What is no such
    /// address comes back as it is, for the refusal.
    /// </summary>
    public static string Of(string typed)
    {
        var path = typed.Split('#', '?')[0];
        if (Uri.TryCreate(path, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https") path = whole.AbsolutePath;
        path = path.TrimStart('/');
        foreach (var language in Languages)
            if (path.StartsWith(language, StringComparison.Ordinal)) path = path[language.Length..];
        var (folder, name) = (path[..(path.LastIndexOf('/') + 1)], path[(path.LastIndexOf('/') + 1)..]);
        return folder == "files/" ? path : name.Contains('.', StringComparison.Ordinal) || name.Length == 0 ? folder : $"{path}/";
    }
}
