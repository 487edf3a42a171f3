using Transparency.Contracts;
using Transparency.Contracts.Agreements.CleanUp;
using Transparency.Contracts.Agreements.Rent;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Months;

/// <summary>
/// Rent that is public as received, and what clean-ups say that they recovered, are traced to booked vouchers of the village: they name the
/// agreement, and no yuan of them counts twice. Months before a village's books came under escrow have no vouchers here.
/// </summary>
internal sealed class IncomeCheck : IStoreCheck
{
    private readonly Dictionary<(VillageMonth Of, string Number), Income> entered = [];
    private readonly HashSet<(VillageMonth Of, string Number)> booked = [];
    private readonly Dictionary<VillageCode, Month> first = [];
    private readonly Dictionary<string, RentSection> rents = new(StringComparer.Ordinal);
    private readonly List<(string Stream, CleanUpDone Done)> recovered = [];

    /// <param name="Amount">yuan that came in</param>
    private readonly record struct Income(AgreementId? Agreement, Yuan Amount);

    public IEnumerable<Refusal> Next(StoredEvent e)
    {
        switch (e.Data)
        {
            case BookOpened x:
                first[x.Village] = x.Month;
                break;
            case VouchersEntered x:
                foreach (var v in x.Vouchers) Entered(new(x.Village, x.Month), v);
                break;
            case VoucherReworded x when VillageMonth.Parse(StreamKey.IdOf(e.Stream)) is { } of:
                Entered(of, x.Voucher);
                break;
            case VouchersBooked x when Month.Parse(StreamKey.IdOf(e.Stream)) is { } month:
                foreach (var v in x.Vouchers.Where(v => v.From is null)) booked.Add((new(x.Village, month), v.Number));
                break;
            case RentDisclosed x:
                rents[e.Stream] = x.Section;
                break;
            case CleanUpDone { Recovered.Fen: > 0 } x:
                recovered.Add((e.Stream, x));
                break;
        }
        return [];
    }

    public IEnumerable<Refusal> Findings() => OfRents().Concat(OfCleanUps());

    private void Entered(VillageMonth of, Voucher v)
    {
        if (v.Agreement is not null && v.Reverses is null && v.In + v.CashIn is { Fen: > 0 } sum)
            entered[(of, v.Number)] = new(v.Agreement, sum);
        else entered.Remove((of, v.Number));
    }

    private IEnumerable<Refusal> OfRents()
    {
        var counted = new Dictionary<(VillageMonth, string), Yuan>();
        foreach (var (stream, section) in rents.OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            var village = section.Agreement.Village;
            if (!first.TryGetValue(village, out var from)) continue;
            foreach (var receipt in section.Receipts.Where(r => Month.Of(r.On) >= from))
            {
                var key = (new VillageMonth(village, Month.Of(receipt.On)), receipt.Voucher ?? "");
                counted[key] = counted.GetValueOrDefault(key) + receipt.Amount;
                if (!IsFor(key, section.Agreement) || counted[key] > entered[key].Amount)
                    yield return Refusal.Mend(null, "check.rent-voucher", stream, $"{key.Item1.Month}/{key.Item2}");
            }
        }
    }

    private IEnumerable<Refusal> OfCleanUps()
    {
        var taken = new HashSet<(VillageMonth, string)>();
        foreach (var (stream, done) in recovered)
        {
            if (AgreementOf(stream) is not { } agreement) continue;
            var vouchers = done.Vouchers ?? [];
            var wrong = vouchers.FirstOrDefault(v =>
            {
                var key = (new VillageMonth(agreement.Village, v.Voucher.Month), v.Voucher.Number);
                return !IsFor(key, agreement) || entered[key].Amount != v.Amount || !taken.Add(key);
            });
            if (wrong is not null || vouchers.Sum(v => v.Amount) != done.Recovered)
                yield return Refusal.Mend(null, "check.cleanup-recovered", stream, wrong?.Voucher.ToString() ?? done.Recovered.ToString());
        }
    }

    private bool IsFor((VillageMonth, string) key, AgreementId agreement) =>
        booked.Contains(key) && entered.TryGetValue(key, out var income) && income.Agreement == agreement;

    /// <summary>The agreement of <c>case/{drive}/{agreement}</c>.</summary>
    private static AgreementId? AgreementOf(string stream) => AgreementId.Parse(stream[(stream.LastIndexOf('/') + 1)..]);
}
