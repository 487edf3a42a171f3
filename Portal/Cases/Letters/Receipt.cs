using System.Security.Cryptography;
using System.Text;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Letters;

/// <summary>A receipt lets an unnamed author see what became of a letter. Only its hash is stored.</summary>
public static class Receipt
{
    // 31 signs of which none looks like another; twelve of them are 59 bits.
    private const string Signs = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /// <summary>For example <c>7KQ2-M9XA-RT4E</c>.</summary>
    public static string NewCode() => string.Join('-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString(Signs, 4)));

    /// <summary>Case, spaces and dashes do not matter.</summary>
    public static string HashOf(string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes([.. code.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)])));
}

/// <param name="Receipt">the code that its author keeps; null when it was refused</param>
public sealed record Sent(Outcome Outcome, string? Receipt);
