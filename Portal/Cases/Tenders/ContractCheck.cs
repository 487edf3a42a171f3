using Transparency.Contracts;
using Transparency.Contracts.Tenders;
using Transparency.Contracts.Town;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Tenders;

/// <summary>
/// Every contract follows its award in sum and day, changes only by what another person proposed, within the town's limit or under a
/// declaration, and is paid only what it grants as an advance or what was accepted. Coal is paid by delivery and is not looked at here.
/// </summary>
internal sealed class ContractCheck : IStoreCheck
{
    private readonly Dictionary<(string Stream, int Lot), Contract> contracts = [];
    private readonly HashSet<string> coal = new(StringComparer.Ordinal);
    private IReadOnlyList<PercentLimit> limits = [];

    /// <summary>One lot from its award on. Yuan.</summary>
    private sealed class Contract
    {
        public DateOnly AwardedOn;
        public Yuan Awarded, Signed, Total, Advance, Parts, Paid;
        public (Yuan Total, PersonId By)? Proposed;
        public bool IsAccepted;

        public Yuan Payable => IsAccepted ? Total : Advance + Parts;
    }

    public IEnumerable<Refusal> Next(StoredEvent e)
    {
        switch (e.Data)
        {
            case PercentLimitsSet x:
                limits = x.Limits;
                break;
            case TenderPlanned x when x.Content.Lots.Any(l => l.Coal is not null):
                coal.Add(e.Stream);
                break;
            case TenderAwarded x:
                foreach (var a in x.Awards) contracts[(e.Stream, a.Lot)] = new() { Awarded = a.Total, AwardedOn = Shanghai.DayOf(x.By.At) };
                break;
            case TenderReawarded { Next: { } a } x:
                contracts[(e.Stream, a.Lot)] = new() { Awarded = a.Total, AwardedOn = Shanghai.DayOf(x.By.At) };
                break;
            case TenderReawarded x:
                contracts.Remove((e.Stream, x.Lot));
                break;
            case TenderContractSigned x:
                return Signed(e.Stream, x);
            case TenderContractChangeProposed x when Of(e.Stream, x.Lot) is { } c:
                c.Proposed = (x.Total, x.By.Person);
                break;
            case TenderContractChanged x:
                return Changed(e.Stream, x);
            case TenderPartAccepted x when Of(e.Stream, x.Lot) is { } c:
                c.Parts += x.Amount;
                break;
            case TenderAccepted x when Of(e.Stream, x.Lot) is { } c:
                c.IsAccepted = true;
                break;
            case TenderPaid x when Of(e.Stream, x.Lot) is { } c:
                c.Paid += x.Amount;
                return c.Paid > c.Payable && !coal.Contains(e.Stream)
                    ? [Refusal.Mend(null, "check.paid-before-accepted", e.Stream, x.Lot, c.Paid, c.Payable)] : [];
            case TenderPaymentReversed x when Of(e.Stream, x.Lot) is { } c:
                c.Paid -= x.Amount;
                break;
        }
        return [];
    }

    private Contract? Of(string stream, int lot) => contracts.GetValueOrDefault((stream, lot));

    private IEnumerable<Refusal> Signed(string stream, TenderContractSigned x)
    {
        if (Of(stream, x.Lot) is not { } c || x.On < c.AwardedOn || x.Total != c.Awarded)
            yield return Refusal.Mend(null, "check.contract-without-award", stream, x.Lot);
        else (c.Signed, c.Total, c.Advance) = (x.Total, x.Total, x.Advance ?? Yuan.Zero);
    }

    private IEnumerable<Refusal> Changed(string stream, TenderContractChanged x)
    {
        if (Of(stream, x.Lot) is not { } c) yield break;
        if (c.Proposed is not { } p || p.Total != x.Total || p.By == x.By.Person || x.Before != c.Total)
            yield return Refusal.Mend(null, "check.change-by-one", stream, x.Lot);
        var moved = x.Total > c.Signed ? x.Total - c.Signed : c.Signed - x.Total;
        var limit = limits.FirstOrDefault(l => l.Code == PercentLimit.Change && l.IsInForce(Shanghai.DayOf(x.By.At)));
        if (x.Declaration is null && limit is not null && moved > limit.Of(c.Signed))
            yield return Refusal.Mend(null, "check.change-over", stream, x.Lot);
        (c.Total, c.Proposed) = (x.Total, null);
    }
}
