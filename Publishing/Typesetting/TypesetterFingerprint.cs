using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Transparency.Publishing.Typesetting;

/// <summary>What a PDF is a function of besides its notice: templates, program, compiler version, fonts.</summary>
internal static class TypesetterFingerprint
{
    private const string Compiler = "@myriaddreamin/typst-ts-node-compiler";

    internal static string Of(TypesetterOptions options)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Sources(options.Folder).Concat(options.FontFolders.SelectMany(Files)))
        {
            // Names without their folders: the same sheet comes out wherever the program is installed.
            Append(hash, Path.GetFileName(file));
            Append(hash, FileHash(file));
        }
        Append(hash, CompilerVersion(options.Folder));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<string> Sources(string folder) =>
        [Path.Combine(folder, "typeset.mjs"), Path.Combine(folder, "fonts.conf"), .. Files(Path.Combine(folder, "templates"))];

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static string CompilerVersion(string folder)
    {
        using var package = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "package.json")));
        return package.RootElement.GetProperty("dependencies").GetProperty(Compiler).GetString()!;
    }

    private static string FileHash(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static void Append(IncrementalHash hash, string text)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        hash.AppendData([0]);
    }
}
