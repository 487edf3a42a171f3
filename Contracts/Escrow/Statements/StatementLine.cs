using Transparency.Contracts.Declarations;
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
public sealed record StatementLine(
    string Number, DateOnly Date, Text Summary, IReadOnlyList<VoucherLine> Parts, Yuan In,
    Yuan Out, PartyKind? PayeeKind, PublicName? Payee, IReadOnlyList<Approver> Approvers,
    AgreementId? Agreement, TenderId? Tender, DeclarationNumber? Declaration, DeliberationId? Deliberation, VoucherKey? Reverses)
{
    public static StatementLine Escrow(Voucher v) => Of(v, v.In, v.Out, a => !a.IsEscrow);

    public static StatementLine Cash(Voucher v) => Of(v, v.CashIn, v.CashOut, a => !a.IsCash);

    private static StatementLine Of(Voucher v, Yuan @in, Yuan @out, Func<AccountCode, bool> isOther) => new(
        v.Number, v.Date, v.Summary, [.. v.Lines.Where(l => isOther(l.Account))],
        v.Reverses is null ? @in : Yuan.Zero - @out, v.Reverses is null ? @out : Yuan.Zero - @in, v.Payee?.Kind, v.Payee?.Name, v.Approvers,
        v.Agreement, v.Tender, v.Declaration, v.Deliberation, v.Reverses);
}
