using Transparency.Contracts;
using Transparency.Contracts.Coal;
using Transparency.Contracts.Deadlines;
using Transparency.Contracts.Tenders;

namespace Transparency.Publishing.Register;

/// <summary>
/// What the public may know of a tender, from the disclosure of its plan to the last payment. Only events that are public are read here;
/// plans in the making never arrive, and of offers nothing before the opening.
/// </summary>
/// <param name="Id">the stream's key; internal, on no page</param>
/// <param name="Declaration">key of the declaration's stream that carried the plan; null on the routine route</param>
/// <param name="DeclarationNumber">its public number, with it</param>
/// <param name="Verdicts">shown with the candidates, the award or the failure, never before</param>
/// <param name="Next">the new call after a failure</param>
/// <param name="Replaced">awards that no longer hold, oldest first; null where none was replaced</param>
public sealed record TenderOnRegister(
    string Id, TenderId Tender, TenderSection Section, ContentHash Hash, TenderStatus Status,
    string? Declaration, string? DeclarationNumber,
    IReadOnlyList<TenderEdition> Editions, IReadOnlyList<TenderLine> Timeline, IReadOnlyList<TenderAnswer> Answers,
    TenderOpening? Opening, IReadOnlyList<BidVerdict> Verdicts, IReadOnlyList<Candidate> Candidates, Deadline? Window,
    IReadOnlyList<LotAward> Awards, IReadOnlyList<PublicContract> Contracts, TenderId? Next, int Acts, DateTimeOffset LastAct,
    IReadOnlyList<EarlierAwards>? Replaced = null) : IPublicRow
{
    public string PublicKey => Tender.Value;

    public TenderEdition Current => Editions[^1];

    /// <summary>The winter that it buys coal for: in which its offers are due, or in which its plan came out; null for others.</summary>
    public HeatingSeason? Season =>
        Section.Matter == HeatingSeason.Matter ? HeatingSeason.Of(Shanghai.DayOf(Current.Notice?.Deadline ?? Editions[0].At)) : null;

    public CaseEntry? Entry => new(CaseKind.Tender, Tender.Value, Section.Village, Tender.Year);

    public IEnumerable<string> OwnSlices() =>
    [
        Slices.Tender(Tender),
        .. Slices.DeclarationOf(Declaration),
        .. Contracts.Select(c => c.Agreement).OfType<AgreementId>().Select(Slices.Agreement),
        .. Slices.TenderOf(Next),
        .. Season is { } season ? [Slices.Season(season)] : Array.Empty<string>(),
        .. Slices.WorkOf(Section.Work),
    ];

    /// <summary>The tender with the awards that this edition shows.</summary>
    public TenderOnRegister AsOf(TenderEdition edition) =>
        Replaced?.FirstOrDefault(r => edition.Ordinal < r.Until) is { } before ? this with { Awards = before.Awards } : this;

    public Lot LotOf(int number) => Section.Lots.First(l => l.Number == number);

    /// <summary>Whether an act of this kind had happened when an edition was made.</summary>
    public bool Had(TenderEdition edition, params TenderEditionKind[] kinds) =>
        Editions.Any(e => e.Ordinal <= edition.Ordinal && kinds.Contains(e.Kind));

    /// <summary>The change of a contract that an edition tells of; null for other editions.</summary>
    public (PublicContract Contract, ContractChange Change)? ChangeIn(TenderEdition edition)
    {
        foreach (var contract in Contracts)
        {
            if (contract.Changes.FirstOrDefault(c => c.Edition == edition.Ordinal) is { } change) return (contract, change);
        }
        return null;
    }

    /// <summary>Ranks and reasons come to light with what they led to.</summary>
    public bool ShowsVerdicts(TenderEdition edition) =>
        Verdicts.Count > 0 && Had(edition, TenderEditionKind.Candidates, TenderEditionKind.Award, TenderEditionKind.Failure);

    public static TenderOnRegister? Evolve(TenderOnRegister? now, string id, object e) => (now, e) switch
    {
        (null, TenderPlanDisclosed x) => Disclosed(id, x),
        (null, _) => null,

        (_, TenderAnnounced x) => Issue(now, TenderStatus.Calling, TenderEditionKind.Call, x.Edition, x.By, null, x.Notice),
        (_, TenderClarified x) => Add(
            now with { Answers = [.. now.Answers, new(Shanghai.DayOf(x.By.At), x.Question, x.Answer)] },
            "Clarified", x.By),
        (_, TenderAmended x) => Issue(now, TenderStatus.Calling, TenderEditionKind.Amendment, x.Edition, x.By, x.What, x.Notice),
        (_, TenderOpened x) => Issue(
            now with { Opening = new(x.By.At, x.Place, x.Attended, x.Bids, x.FailedLots) },
            TenderStatus.Opened, TenderEditionKind.Opening, x.Edition, x.By, null),
        (_, TenderEvaluated x) => Add(now with { Status = TenderStatus.Evaluated, Verdicts = x.Verdicts }, "Evaluated", x.By),
        (_, TenderCandidatesPublished x) => Issue(
            now with { Candidates = x.Candidates, Window = x.Window },
            TenderStatus.Candidates, TenderEditionKind.Candidates, x.Edition, x.By, null),
        (_, TenderAwarded x) => Issue(
            now with { Awards = x.Awards },
            TenderStatus.Awarded, TenderEditionKind.Award, x.Edition, x.By, x.Reason, amount: x.Awards.Sum(a => a.Total)),
        (_, TenderReawarded x) => Issue(
            now with
            {
                Awards = x.Next is { } next
                    ? [.. now.Awards.Select(a => a.Lot == x.Lot ? next : a)] : [.. now.Awards.Where(a => a.Lot != x.Lot)],
                Replaced = [.. now.Replaced ?? [], new(x.Edition, now.Awards)],
            },
            now.Status, TenderEditionKind.Reaward, x.Edition, x.By, x.Reason),

        (_, TenderContractSigned x) => Add(
            now with { Status = TenderStatus.Performing, Contracts = [.. now.Contracts, SignedBy(x)] },
            "Signed", x.By, x.On, x.Lot, x.Total),
        (_, TenderContractChanged x) => Add(
            now.On(x.Lot, c => c with { Changes = [.. c.Changes, ChangeOf(x)] }) with
            {
                Editions = [.. now.Editions, new(x.Edition, TenderEditionKind.Change, x.By.At, x.By.Unit, x.Reason, now.Current.Notice)],
            },
            "Changed", x.By, null, x.Lot, x.Total, x.Reason),
        (_, TenderPartAccepted x) => Add(
            now.On(x.Lot, c => c with { Parts = [.. c.Parts, new(x.On, x.Amount, x.Result)] }),
            "PartAccepted", x.By, x.On, x.Lot, x.Amount, x.Result),
        (_, TenderAccepted x) => Add(
            now.On(x.Lot, c => c with { AcceptedOn = x.On, Result = x.Result }),
            "Accepted", x.By, x.On, x.Lot, null, x.Result),
        (_, TenderPaid x) => Add(
            now.On(x.Lot, c => c with { Payments = [.. c.Payments, new(x.On, x.Amount, x.Voucher, x.Of.Village, x.Of.Month)] }),
            "Paid", x.By, x.On, x.Lot, x.Amount),
        (_, TenderPaymentReversed x) => Add(
            now.On(x.Lot, c => c with { Payments = [.. c.Payments.Select(p => IsOf(p, x) ? p with { Reversal = x.Reversal } : p)] }),
            "Reversed", x.By, x.On, x.Lot, x.Amount),
        (_, TenderClosed x) => Add(now with { Status = TenderStatus.Closed }, "Closed", x.By),

        (_, TenderFailed x) => Issue(now with { Next = x.Next }, TenderStatus.Failed, TenderEditionKind.Failure, x.Edition, x.By, x.Reason),
        (_, TenderCancelled x) => Issue(now, TenderStatus.Cancelled, TenderEditionKind.Cancellation, x.Edition, x.By, x.Reason),
        _ => now,
    };

    private static TenderOnRegister Disclosed(string id, TenderPlanDisclosed x) => new(
        id, x.Section.Id, x.Section, x.Hash, TenderStatus.Planned, x.Declaration is { } d ? $"declaration/{d}" : null, x.Number,
        [new(x.Edition, TenderEditionKind.Plan, x.By.At, x.By.Unit, null, null)],
        [new("Plan", Shanghai.DayOf(x.By.At), x.By.Unit, null, null, null)], [],
        null, [], [], null, [], [], null, 1, x.By.At);

    private static PublicContract SignedBy(TenderContractSigned x) =>
        new(x.Lot, x.Agreement, x.Total, x.Advance, x.On, [], [], null, null, []);

    private static ContractChange ChangeOf(TenderContractChanged x) =>
        new(x.Edition, Shanghai.DayOf(x.By.At), x.Before, x.Total, x.Reason, x.Declaration);

    private static bool IsOf(PublicPayment p, TenderPaymentReversed x) =>
        (p.Village, p.Month, p.Voucher) == ((VillageCode?)x.Village, (Month?)x.Month, x.Voucher);

    private static TenderOnRegister Issue(
        TenderOnRegister now, TenderStatus status, TenderEditionKind kind, int ordinal, Signature by, Text? note,
        TenderNotice? notice = null, Yuan? amount = null)
    {
        var edition = new TenderEdition(ordinal, kind, by.At, by.Unit, Said(note), notice ?? now.Current.Notice);
        return Add(now with { Status = status, Editions = [.. now.Editions, edition] }, kind.ToString(), by, amount: amount, note: note);
    }

    private static TenderOnRegister Add(
        TenderOnRegister now, string kind, Signature by, DateOnly? on = null, int? lot = null, Yuan? amount = null, Text? note = null) =>
        now with
        {
            Timeline = [.. now.Timeline, new(kind, on ?? Shanghai.DayOf(by.At), by.Unit, lot, amount, Said(note))],
            Acts = now.Acts + 1,
            LastAct = by.At,
        };

    private static Text? Said(Text? note) => note is { IsEmpty: true } ? null : note;

    private TenderOnRegister On(int lot, Func<PublicContract, PublicContract> change) =>
        this with { Contracts = [.. Contracts.Select(c => c.Lot == lot ? change(c) : c)] };
}
