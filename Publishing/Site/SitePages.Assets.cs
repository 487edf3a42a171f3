using System.Reflection;

namespace Transparency.Publishing.Site;

/// <summary>Styles, icon and the search script, as they stand in the folder Assets.</summary>
public static partial class SitePages
{
    private const string Prefix = "Transparency.Publishing.Assets.";

    private static IEnumerable<Output> Assets() =>
        from name in Assembly.GetExecutingAssembly().GetManifestResourceNames()
        where name.StartsWith(Prefix, StringComparison.Ordinal)
        orderby name
        select new Output(SiteMap.Asset(name[Prefix.Length..]), Stage.Leaf, [], () => Asset(name));

    private static byte[] Asset(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
