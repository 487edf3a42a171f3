namespace Transparency.Contracts.Losses;

/// <summary>A file of a lost record, as it stood in public. Nobody can make it again, so its bytes are kept.</summary>
/// <param name="Path">where it stands, from the tree's root; <c>files/{sha256}.{ext}</c> when another file has its old address now</param>
/// <param name="Was">where it stood</param>
public sealed record KeptFile(string Path, string Was, Attachment File);

/// <summary>
/// What the store no longer knew and the tree still showed, accepted by name: the last way on after records are lost for good.
/// On the stream <c>loss/{ordinal}</c>.
/// </summary>
/// <param name="Ordinal">1, 2, 3… in the order of acceptance</param>
/// <param name="Pages">addresses of lost pages in the first language, from the tree's root</param>
public sealed record LossAccepted(
    int Ordinal, Text Reason, IReadOnlyList<string> Pages, IReadOnlyList<KeptFile> Files, Signature By) : ISigned;

/// <param name="By">an administrator</param>
public sealed record AcceptLoss(
    int Ordinal, Text Reason, IReadOnlyList<string> Pages, IReadOnlyList<KeptFile> Files, Officer By, DateTimeOffset At);

/// <summary>Open until it is accepted, once.</summary>
public sealed record Loss(bool IsAccepted)
{
    /// <summary>Refuses <c>loss.not-yours</c>, <c>loss.reason</c>, <c>text.unclean</c>, <c>loss.accepted</c>.</summary>
    public static readonly Decider<Loss, AcceptLoss, LossAccepted> Law =
        new(new(IsAccepted: false), Decide, (_, _) => new(IsAccepted: true));

    private static Decision<LossAccepted> Decide(RuleBook rules, Loss now, AcceptLoss x) =>
        now.IsAccepted ? Refusal.Moved("loss.accepted")
        : !x.By.Holds(Role.Administrator, village: null) ? Refusal.NotYours("loss.not-yours")
        : x.Reason.IsEmpty ? Refusal.Mend("reason", "loss.reason")
        : !x.Reason.IsClean ? Refusal.Mend("reason", "text.unclean")
        : new LossAccepted(x.Ordinal, x.Reason, x.Pages, x.Files, x.By.Sign(x.At));
}
