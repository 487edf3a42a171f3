using System.Text.Json;

namespace Transparency.Contracts.Declarations;

/// <summary>One value that differs between two sections.</summary>
/// <param name="Path">as in the canonical JSON: <c>sources.0.amountFen</c></param>
/// <param name="Before">null when it was not there</param>
/// <param name="After">null when it is gone</param>
public sealed record FieldChange(string Path, string? Before, string? After);

public static class SectionDifference
{
    /// <summary>Every changed value, in the order of the canonical JSON; empty exactly when the hashes are equal.</summary>
    public static IReadOnlyList<FieldChange> Between(DeclarationSection before, DeclarationSection after)
    {
        var (was, now) = (Leaves(before), Leaves(after));
        var paths = now.Keys.Concat(was.Keys.Where(p => !now.ContainsKey(p)));
        return [.. from path in paths
                   let b = was.GetValueOrDefault(path)
                   let a = now.GetValueOrDefault(path)
                   where b != a
                   select new FieldChange(path, b, a)];
    }

    private static Dictionary<string, string> Leaves(DeclarationSection section)
    {
        using var json = JsonDocument.Parse(CanonicalJson.Of(section));
        var leaves = new Dictionary<string, string>();
        Collect(json.RootElement, "", leaves);
        return leaves;
    }

    private static void Collect(JsonElement element, string path, Dictionary<string, string> leaves)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var p in element.EnumerateObject()) Collect(p.Value, path.Length == 0 ? p.Name : $"{path}.{p.Name}", leaves);
                break;
            case JsonValueKind.Array:
                foreach (var (i, item) in element.EnumerateArray().Index()) Collect(item, $"{path}.{i}", leaves);
                break;
            default:
                leaves[path] = element.ToString();
                break;
        }
    }
}
