using System.Security.Cryptography;
using System.Text.Json;

namespace Transparency.Publishing.Notices;

/// <summary>Data of an edition as a program before published them, held against what this one makes of the same events.</summary>
public static class FrozenData
{
    /// <summary>
    /// True when both say the same: of one format, and whatever the earlier says stands in the later with the same value. A format only
    /// grows; whoever gives a field another meaning gives the format another name, and says here how the two compare.
    /// </summary>
    /// <param name="before">JSON; what cannot be read says nothing that is the same</param>
    public static bool Agree(ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> now)
    {
        try
        {
            using var earlier = JsonDocument.Parse(before);
            using var later = JsonDocument.Parse(now);
            return HoldsItsHash(earlier.RootElement) && IsIn(earlier.RootElement, later.RootElement);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The section, byte for byte, hashes to what stands beside it; so with a format that carries one.</summary>
    private static bool HoldsItsHash(JsonElement notice) =>
        notice.ValueKind == JsonValueKind.Object
        && notice.TryGetProperty("format", out _)
        && (!notice.TryGetProperty("section", out var section)
            || (notice.TryGetProperty("contentHash", out var hash) && hash.ValueKind == JsonValueKind.String
                && hash.GetString() == Convert.ToHexStringLower(SHA256.HashData(JsonBytes(section)))));

    private static byte[] JsonBytes(JsonElement element) => System.Text.Encoding.UTF8.GetBytes(element.GetRawText());

    private static bool IsIn(JsonElement before, JsonElement now) => (before.ValueKind, now.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) =>
            before.EnumerateObject().All(one => now.TryGetProperty(one.Name, out var same) && IsIn(one.Value, same)),
        (JsonValueKind.Array, JsonValueKind.Array) =>
            before.GetArrayLength() == now.GetArrayLength()
            && before.EnumerateArray().Zip(now.EnumerateArray()).All(pair => IsIn(pair.First, pair.Second)),
        _ => JsonElement.DeepEquals(before, now),
    };
}
