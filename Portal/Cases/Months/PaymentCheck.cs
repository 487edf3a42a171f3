using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Payments;
using Transparency.Contracts.Tenders;
using Transparency.Contracts.Treasury;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Months;

/// <summary>
/// Every payment under a contract is traced to its voucher in the payer's book, a village's or the town's, and every booked voucher to the
/// payments that it makes: the same contract, lot, sum and day, booked and not refused, taken back where its voucher was, never more than
/// the contract says.
/// </summary>
internal sealed class PaymentCheck : IStoreCheck
{
    private readonly Dictionary<(PayerMonth Of, string Number), Paper> entered = [];
    private readonly HashSet<(PayerMonth Of, string Number)> booked = [];
    private readonly Dictionary<(string Stream, PayerMonth Of, string Number), Line> lines = [];
    private readonly Dictionary<(string Stream, int Lot), Yuan> sums = [];
    private readonly Dictionary<string, int> onlyLot = new(StringComparer.Ordinal);
    private readonly List<Refusal> findings = [];

    /// <summary>A voucher, as far as contracts have to do with it.</summary>
    /// <param name="PaidOut">yuan; what takes another one back pays nothing</param>
    private sealed record Paper(Yuan PaidOut, DateOnly Date, PaidUnder Under, VoucherKey? Reverses)
    {
        public bool IsPayment => PaidOut > Yuan.Zero && Under.IsAny;

        public static Paper Of(Voucher v) => new(v.PaidOut, v.Date, v.Under, v.Reverses);

        public static Paper Of(TreasuryPayment p) => new(p.Reverses is null ? p.Amount : Yuan.Zero, p.On, p.Under, p.Reverses);
    }

    /// <summary>A payment as its contract's stream tells it.</summary>
    private sealed record Line(int Lot, Yuan Amount, DateOnly On, VoucherKey? Reversal);

    public IEnumerable<Refusal> Next(StoredEvent e)
    {
        switch (e.Data)
        {
            case VouchersEntered x:
                foreach (var v in x.Vouchers) Entered((new(x.Village, x.Month), v.Number), Paper.Of(v));
                break;
            case VoucherReworded x when VillageMonth.Parse(StreamKey.IdOf(e.Stream)) is { } of:
                Entered((of, x.Voucher.Number), Paper.Of(x.Voucher));
                break;
            case TreasuryPaymentEntered x:
                Entered((new(null, x.Month), x.Payment.Number), Paper.Of(x.Payment));
                break;
            case TreasuryDisclosed x:
                foreach (var line in x.Section.Lines) booked.Add((new(null, x.Section.Month), line.Number));
                break;
            case VouchersBooked x when Month.Parse(StreamKey.IdOf(e.Stream)) is { } month:
                foreach (var v in x.Vouchers.Where(v => v.From is null)) booked.Add((new(x.Village, month), v.Number));
                break;
            case AgreementRegistered x:
                sums[(e.Stream, 0)] = x.Content.Total;
                break;
            case AgreementChanged x:
                sums[(e.Stream, 0)] = x.Content.Total;
                break;
            case TenderPlanned x when x.Content.Lots is [var only]:
                onlyLot[e.Stream] = only.Number;
                break;
            case TenderReplanned x when x.Content.Lots is [var only]:
                onlyLot[e.Stream] = only.Number;
                break;
            case TenderContractSigned x:
                sums[(e.Stream, x.Lot)] = x.Total;
                break;
            case TenderContractChanged x:
                sums[(e.Stream, x.Lot)] = x.Total;
                break;
            case TenderPaid x:
                Paid(e.Stream, x.Lot, x.Of, x.Voucher, x.Amount, x.On);
                break;
            case TenderPaymentReversed x:
                Reversed(e.Stream, new(x.Village, x.Month), x.Voucher, x.Reversal);
                break;
            case AgreementPaid x:
                Paid(e.Stream, 0, x.Of, x.Voucher, x.Amount, x.On);
                break;
            case AgreementPaymentReversed x:
                Reversed(e.Stream, x.Of, x.Voucher, x.Reversal);
                break;
        }
        return [];
    }

    public IEnumerable<Refusal> Findings() => findings.Concat(OfLines()).Concat(OfVouchers()).Concat(OfSums());

    /// <summary>Most vouchers neither pay under a contract nor take anything back.</summary>
    private void Entered((PayerMonth, string) key, Paper v)
    {
        if (v.IsPayment || v.Reverses is not null) entered[key] = v;
        else entered.Remove(key);
    }

    private void Paid(string stream, int lot, PayerMonth of, string number, Yuan amount, DateOnly on)
    {
        if (!lines.TryAdd((stream, of, number), new(lot, amount, on, null)))
            findings.Add(Refusal.Mend(null, "check.paid-twice", stream, $"{of}", number));
    }

    private void Reversed(string stream, PayerMonth of, string number, VoucherKey reversal)
    {
        if (lines.GetValueOrDefault((stream, of, number)) is { Reversal: null } line)
            lines[(stream, of, number)] = line with { Reversal = reversal };
        else findings.Add(Refusal.Mend(null, "check.reversal-unknown", stream, $"{of}", number));
    }

    /// <summary>From the contract to the book.</summary>
    private IEnumerable<Refusal> OfLines()
    {
        foreach (var ((stream, of, number), line) in lines)
        {
            // A voucher whose reversal of a later month was booked first counts with it.
            var known = booked.Contains((of, number)) || line.Reversal is not null ? entered.GetValueOrDefault((of, number)) : null;
            if (known is null || !Purposes(known).Contains((stream, line.Lot)) || (known.PaidOut, known.Date) != (line.Amount, line.On))
                yield return Refusal.Mend(null, "check.paid-without-voucher", stream, $"{of}", number);
            if (line.Reversal is { } reversal && !TakesBack(new(of.Village, reversal.Month), reversal.Number, of, number))
                yield return Refusal.Mend(null, "check.reversal-unknown", stream, $"{of}", number);
        }
    }

    /// <summary>From the book to the contract.</summary>
    private IEnumerable<Refusal> OfVouchers()
    {
        foreach (var (of, number) in booked)
        {
            if (entered.GetValueOrDefault((of, number)) is not { } v) continue;
            foreach (var (stream, _) in Purposes(v).Where(p => !lines.ContainsKey((p.Stream, of, number))))
                yield return Refusal.Mend(null, "check.voucher-not-paid", stream, $"{of}", number);
            if (v.Reverses is not { } key) continue;
            var month = new PayerMonth(of.Village, key.Month);
            if (entered.GetValueOrDefault((month, key.Number)) is not { } original) continue;
            bool Stands((string Stream, int Lot) p) => lines.GetValueOrDefault((p.Stream, month, key.Number)) is { Reversal: null };
            foreach (var (stream, _) in Purposes(original).Where(Stands))
                yield return Refusal.Mend(null, "check.voucher-not-reversed", stream, $"{of}", number);
        }
    }

    private IEnumerable<Refusal> OfSums() =>
        from paid in lines.Where(l => l.Value.Reversal is null).GroupBy(l => (l.Key.Stream, l.Value.Lot))
        let sum = paid.Sum(l => l.Value.Amount)
        where sum > sums.GetValueOrDefault(paid.Key)
        select Refusal.Mend(null, "check.paid-over", paid.Key.Stream, sum, sums.GetValueOrDefault(paid.Key));

    private bool TakesBack(PayerMonth of, string number, PayerMonth month, string original) =>
        booked.Contains((of, number)) && entered.GetValueOrDefault((of, number))?.Reverses == new VoucherKey(month.Month, original);

    /// <summary>The contracts under which a voucher pays.</summary>
    private IEnumerable<(string Stream, int Lot)> Purposes(Paper v)
    {
        if (!v.IsPayment) yield break;
        if (v.Under.Tender is { } tender && StreamKey.Of(tender) is var key)
            yield return (key, v.Under.Lot ?? onlyLot.GetValueOrDefault(key));
        if (v.Under.Contract is { } contract) yield return (StreamKey.Of(contract), 0);
    }
}
