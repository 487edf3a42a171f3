using System.Security.Cryptography;
using System.Text;
using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;

namespace Transparency.Portal.Cases.Declarations.Publicity;

/// <summary>A receipt lets an unnamed author see what became of the objection. Only its hash is stored.</summary>
public static class Receipts
{
    // 31 signs of which none looks like another; twelve of them are 59 bits.
    private const string Signs = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /// <param name="Settled">null while it waits for an answer</param>
    public sealed record Found(DeclarationId Declaration, DateTimeOffset ReceivedAt, DeclarationObjectionSettled? Settled);

    /// <summary>For example <c>7KQ2-M9XA-RT4E</c>.</summary>
    public static string NewCode() => string.Join('-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString(Signs, 4)));

    /// <summary>Case, spaces and dashes do not matter.</summary>
    public static string HashOf(string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes([.. code.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)])));

    /// <summary>Null when no such receipt exists, or its letter was deleted.</summary>
    public static async Task<Found?> LookUpAsync(IQuerySession session, string code, CancellationToken ct = default)
    {
        var hash = HashOf(code);
        var letter = await session.Query<ObjectionLetter>().Where(l => l.ReceiptHash == hash).SingleOrDefaultAsync(ct);
        if (letter is null) return null;
        var history = await session.Events.FetchStreamAsync(letter.Declaration, token: ct);
        var settled = history.Select(e => e.Data).OfType<DeclarationObjectionSettled>().FirstOrDefault(s => s.Objection.Value == letter.Id);
        return new(new(StreamKey.IdOf(letter.Declaration)), letter.ReceivedAt, settled);
    }
}
