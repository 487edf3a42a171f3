using System.Text.RegularExpressions;

namespace Transparency.Portal.Tests.Publication;

/// <summary>Public files of one kind bear the same name in folders that differ by numbers and keys only.</summary>
public static partial class Kinds
{
    public static IEnumerable<string> FirstAndLast(IEnumerable<string> paths, int ofEach) =>
        from path in paths
        group path by Number().Replace(path, "#") into kind
        from chosen in kind.Take(ofEach).Concat(kind.TakeLast(ofEach)).Distinct()
        select chosen;

    [GeneratedRegex(@"(?<=works/)[a-z0-9-]+|(?<=files/)[0-9a-f]+|[0-9]+")]
    private static partial Regex Number();
}
