using Transparency.Contracts;
using Transparency.Contracts.Objections;
using Transparency.Portal.Cases.Letters;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;

namespace Transparency.Portal.Cases.Declarations.Publicity;

/// <summary>
/// 提出异议: by anybody, named or not. The words go into a deletable private document; the stream says only that one arrived.
/// </summary>
public static class RaiseObjection
{
    /// <summary>Longest objection, in UTF-16 units.</summary>
    public const int Longest = 5000;

    public static readonly LetterKind Letter = new(
        "raise-objection",
        (ledger, key, f, at, ct) =>
            RunAsync(ledger, NewId.FromKey(key), f["words"], f.GetValueOrDefault("name"), f.GetValueOrDefault("contact"), at, ct),
        ObjectionReceipts.FindAsync);

    public static async Task<Sent> RunAsync(
        Ledger ledger, DeclarationId declaration, string words, string? name, string? contact, DateTimeOffset at,
        CancellationToken ct = default)
    {
        if (Fault(words, name, contact) is { } no) return new(new Outcome.Refused(no), null);
        var (id, receipt) = (new ObjectionId(NewId.At(at)), Receipt.NewCode());
        var letter = new ObjectionLetter(
            id.Value, StreamKey.Of(declaration), at, Clean(words)!, Clean(name), Clean(contact), Receipt.HashOf(receipt));
        var outcome = await ledger.WriteAsync(new("public", "public"), async entry =>
        {
            // Shared: many may object at once, but none while the window is being closed.
            await entry.LockAsync(StreamKey.Of(declaration), shared: true);
            var file = await entry.LoadAsync(declaration);
            var objection = await entry.LoadAsync(StreamKey.Of(id), ObjectionDecider.Law);
            if (entry.Decide(objection, new ObjectionCommand.Raise(id, declaration, file.State, at)) is { } refused) return refused;
            entry.Documents.Insert(letter);
            return null;
        }, ct);
        return new(outcome, outcome is Outcome.Done ? receipt : null);
    }

    private static Refusal? Fault(string words, string? name, string? contact) =>
        new Text(words).IsEmpty ? Refusal.Mend("words", "objection.words-missing")
        : words.Length > Longest || name?.Length > 100 || contact?.Length > 200 ? Refusal.Mend("words", "objection.too-long", Longest)
        : Unsound("words", words) ?? Unsound("name", name) ?? Unsound("contact", contact);

    private static Refusal? Unsound(string field, string? text) => Characters.FaultIn(Clean(text) ?? "")?.At(field);

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").Trim();
}
