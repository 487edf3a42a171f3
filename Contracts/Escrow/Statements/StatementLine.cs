using Transparency.Contracts.Declarations;
using Transparency.Contracts.Escrow.Cover;
using Transparency.Contracts.Escrow.Ledgers;

namespace Transparency.Contracts.Escrow.Statements;

/// <summary>One booked voucher in its public form.</summary>
/// <param name="Parts">the accounts on the other side of the money; of a voucher that moves none, all of them</param>
/// <param name="In">
/// yuan; one of <paramref name="In"/> and <paramref name="Out"/> at most is not zero, none where no money moved; below zero where it takes
/// an earlier line of that side back
/// </param>
/// <param name="Approvers">the offices that signed the payment</param>
/// <param name="Reverses">the earlier voucher that this one takes back</param>
/// <param name="Cover">null where the town's table asked for no decision</param>
public sealed record StatementLine(
    string Number, DateOnly Date, Text Summary, IReadOnlyList<VoucherLine> Parts, Yuan In,
    Yuan Out, PartyKind? PayeeKind, PublicName? Payee, IReadOnlyList<Approver> Approvers,
    AgreementId? Agreement, TenderId? Tender, DeclarationNumber? Declaration, DeliberationId? Deliberation, VoucherKey? Reverses,
    LineCover? Cover = null)
{
    /// <summary>A payment that needed a decision and names none, nor a contract or tender.</summary>
    public bool IsOrphan => Cover is not null && !HasCase;

    private bool HasCase =>
        Tender is not null || Agreement is { IsLease: false } || Declaration is not null || Deliberation is not null;

    public static StatementLine Escrow(Voucher v, LineCover? cover) => Of(v, v.In, v.Out, cover, a => !a.IsEscrow);

    public static StatementLine Cash(Voucher v, LineCover? cover) => Of(v, v.CashIn, v.CashOut, cover, a => !a.IsCash);

    private static StatementLine Of(Voucher v, Yuan @in, Yuan @out, LineCover? cover, Func<AccountCode, bool> isOther) => new(
        v.Number, v.Date, v.Summary, [.. v.Lines.Where(l => isOther(l.Account))],
        v.Reverses is null ? @in : Yuan.Zero - @out, v.Reverses is null ? @out : Yuan.Zero - @in, v.Payee?.Kind, v.Payee?.Name, v.Approvers,
        v.Agreement, v.Tender, v.Declaration, v.Deliberation, v.Reverses, cover);
}
