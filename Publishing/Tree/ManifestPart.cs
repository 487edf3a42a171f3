using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Transparency.Publishing.Tree;

/// <summary>Where the list of all files is cut, so that a change of one case touches few manifests and none lists thousands.</summary>
internal static class ManifestPart
{
    private const int CasesPerPart = 50;
    private const string Rest = "site";

    public static string Of(string path)
    {
        string[] names = path.Split('/');
        return names.Length > 1 && IsLanguage(names[0]) ? $"{names[0]}-{Of(names.AsSpan(1))}" : Of(names.AsSpan());
    }

    private static string Of(ReadOnlySpan<string> names) => names switch
    {
        ["declarations", var year, var number, _, ..] when IsYear(year) && IsNumber(number) => $"declarations-{year}-{Bucket(number)}",
        ["declarations", var year, _, ..] when IsYear(year) => $"declarations-{year}",
        ["agreements" or "tenders" or "works", var id, _, ..] => $"{names[0]}-{OfCase(id)}",
        ["villages", var code, "escrow", var month, _, ..] when IsCode(code) && IsMonth(month) => $"villages-{code}-{month[..4]}",
        ["villages", var code, _, ..] when IsCode(code) => $"villages-{code}",
        ["data", "ocds", "records", var ocid] => $"data-records-{OfCase(Path.GetFileNameWithoutExtension(ocid))}",
        ["data", "ocds", "imported", var file] => $"data-imported-{FirstByte(file)}",
        ["data", _, ..] => "data",
        ["files", var file] => $"files-{FirstByte(file)}",
        _ => Rest,
    };

    /// <summary>
    /// Our own ids end in <c>{village}-{yyyy}-{kind}-{seq}</c>, alone or as the local part of an ocid; foreign ones are spread by their
    /// hash.
    /// </summary>
    private static string OfCase(string id) => id.Split('-') switch
    {
        [.., var village, var year, [>= 'A' and <= 'Z'], var number] when IsCode(village) && IsYear(year) && IsNumber(number) =>
            $"{village}-{year}-{Bucket(number)}",
        [var year] when IsYear(year) => year,
        _ => HashedByte(id),
    };

    private static string Bucket(string number)
    {
        int value = int.Parse(number, CultureInfo.InvariantCulture);
        return (value - value % CasesPerPart).ToString("D4", CultureInfo.InvariantCulture);
    }

    private static string FirstByte(string file) =>
        file.Length > 2 && char.IsAsciiHexDigitLower(file[0]) && char.IsAsciiHexDigitLower(file[1]) ? file[..2] : HashedByte(file);

    private static string HashedByte(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..2];

    // No folder of the first language has a name of two letters.
    private static bool IsLanguage(string name) =>
        name.Length >= 2 && char.IsAsciiLetterLower(name[0]) && char.IsAsciiLetterLower(name[1])
        && (name.Length == 2 || (name[2] == '-' && name.Skip(3).All(char.IsAsciiLetterOrDigit)));

    private static bool IsYear(string name) => name.Length == 4 && name.All(char.IsAsciiDigit);

    private static bool IsMonth(string name) => name.Length == 7 && name[4] == '-' && IsYear(name[..4]);

    private static bool IsNumber(string name) => name.Length is > 0 and < 10 && name.All(char.IsAsciiDigit);

    private static bool IsCode(string name) => name.Length is > 0 and <= 16 && name.All(char.IsAsciiLetterOrDigit);
}
