using System.Security.Cryptography;
using System.Text;
using Transparency.Contracts.Officers;

namespace Transparency.Portal.Disk;

/// <summary>
/// The secret under which identity numbers are compared. It lies among the keys of the data folder and not in the store, so that who has
/// the store alone cannot try all numbers; every backup holds it. Made when it is first needed.
/// </summary>
public sealed class IdentityKey(string dataFolder)
{
    private const int Bytes = 32;

    private readonly string path = Path.Combine(dataFolder, "keys", "identity.key");
    private byte[]? known;

    /// <summary>False before it was needed, and when it was lost.</summary>
    public bool Exists => File.Exists(path);

    /// <summary>HMAC-SHA-256 in hex: the same for the same human being, and nothing can be read from it.</summary>
    public string HashOf(IdentityNumber number) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(known ??= Read(), Encoding.ASCII.GetBytes(number.Value)));

    private byte[] Read()
    {
        if (!Exists) Make();
        return File.ReadAllBytes(path) is { Length: Bytes } key ? key : throw new InvalidDataException($"{path} is cut");
    }

    /// <summary>Whole or not at all; of two who make it at once, the first one's stands.</summary>
    private void Make()
    {
        OwnFiles.Make(Path.GetDirectoryName(path)!, OwnFiles.Closed);
        var fresh = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";
        File.WriteAllBytes(fresh, RandomNumberGenerator.GetBytes(Bytes));
        try
        {
            File.Move(fresh, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(fresh);
        }
    }
}
