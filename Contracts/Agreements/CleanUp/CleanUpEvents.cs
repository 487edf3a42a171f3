using Transparency.Contracts.Escrow.Ledgers;

namespace Transparency.Contracts.Agreements.CleanUp;

/// <summary>
/// What happened to one agreement in one drive, on the stream <c>case/{drive}/{agreement}</c>, in order of life.
/// All of it is public by the act.
/// </summary>
public abstract record CleanUpEvent : ISigned
{
    public abstract Signature By { get; init; }

    public virtual Text? Said => null;
}

/// <summary>登记: as the agreement was found.</summary>
/// <param name="DriveTitle">so that the agreement's own page can name the drive</param>
public sealed record CleanUpListed(DriveId Drive, Text DriveTitle, CleanUpSubject Before, Signature By) : CleanUpEvent;

/// <summary>核实: what was found on looking.</summary>
public sealed record CleanUpVerified(Text Findings, Signature By) : CleanUpEvent
{
    public override Text? Said => Findings;
}

/// <summary>定性, by another person than the one who looked.</summary>
/// <param name="Problems">none when the agreement is in order; the case then ends here</param>
public sealed record CleanUpClassified(IReadOnlyList<Problem> Problems, Signature By) : CleanUpEvent;

/// <summary>整改: under an approved declaration that carries the agreement as it shall be.</summary>
/// <param name="Recovered">arrears and differences that the remedy claims, in yuan, zero or more</param>
/// <param name="Number">the declaration's public number</param>
/// <param name="After">the agreement as approved</param>
public sealed record CleanUpRemedied(
    IReadOnlyList<Remedy> Remedies, Yuan Recovered, DeclarationId Declaration,
    string Number, CleanUpSubject After, Signature By) : CleanUpEvent;

/// <summary>销号, by another person than the one who reported the remedy.</summary>
/// <param name="Recovered">what has really come in, in yuan, zero or more: the sum of the vouchers</param>
/// <param name="Vouchers">null in records from before they were asked for</param>
public sealed record CleanUpDone(Yuan Recovered, Signature By, IReadOnlyList<RecoveredBy>? Vouchers = null) : CleanUpEvent;

/// <summary>A booked voucher of the village that brought in what a clean-up recovered.</summary>
/// <param name="Amount">yuan, all of it</param>
public sealed record RecoveredBy(VoucherKey Voucher, Yuan Amount);

/// <summary>回头看: a year or more after it was done, by another person than who closed it.</summary>
/// <param name="Holds">whether the contract is kept as it was mended</param>
public sealed record CleanUpRechecked(Text Findings, bool Holds, Signature By) : CleanUpEvent
{
    public override Text? Said => Findings;
}

/// <summary>暂缓: may be taken up again where it stopped.</summary>
public sealed record CleanUpDeferred(Text Reason, Signature By) : CleanUpEvent
{
    public override Text? Said => Reason;
}

/// <summary>进入诉讼: may be taken up again where it stopped.</summary>
public sealed record CleanUpLitigated(Text Reason, Signature By) : CleanUpEvent
{
    public override Text? Said => Reason;
}

/// <summary>An agreement in its public form, as far as a clean-up looks at it.</summary>
/// <param name="Yearly">rent of one year in yuan, or null where it is not paid by the year</param>
public sealed record CleanUpSubject(
    AgreementId Agreement, Text Title, VillageCode Village, Text VillageName, PartyKind WithKind,
    PublicName With, Mu? Area, Yuan? Yearly, DateOnly Start, [property: EndOfContract] DateOnly End)
{
    public static CleanUpSubject Of(AgreementSection s) =>
        new(s.Id, s.Title, s.Village, s.VillageName, s.WithKind, s.With, s.Area, s.Yearly, s.Start, s.End);
}
