using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Coal;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Payments;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Acts;

/// <summary>
/// From the book to the contracts that it pays: each step of a voucher is told to the tender and the agreement that it names, in the
/// transaction of the step itself. So a payment has one voucher, its sum and two persons, or there is no payment.
/// </summary>
internal static class PaymentSteps
{
    /// <param name="Under">the contracts that the payment itself names, or what is taken back</param>
    /// <param name="Number">of the voucher at which a refusal is to be mended</param>
    public sealed record Told(PaymentStep Step, PaidUnder Under, string Number);

    public static IReadOnlyList<Told> OfEntry(
        VillageMonth of, IReadOnlyList<Voucher> vouchers, IReadOnlyDictionary<VoucherKey, EnteredVoucher> originals,
        Officer by, DateTimeOffset at)
    {
        var told = new List<Told>();
        foreach (var v in vouchers)
        {
            if (v.IsPayment) told.Add(Entering(of, v, by, at));
            if (v.Reverses is { } key && Original(of, key, vouchers, originals) is { IsPayment: true } original)
            {
                var paidIn = new VillageMonth(of.Village, key.Month);
                var step = new PaymentStep.EnterReversal(new(of.Month, v.Number), paidIn, key.Number, by, at);
                told.Add(new(step, original.Under, v.Number));
            }
        }
        return told;
    }

    public static IReadOnlyList<Told> OfReword(VillageMonth of, Voucher before, Voucher after, Officer by, DateTimeOffset at) =>
        before.Under == after.Under ? [] :
        [
            .. OfRefusal(of, before, by, at),
            .. after.IsPayment ? [Entering(of, after, by, at)] : Array.Empty<Told>(),
        ];

    public static IReadOnlyList<Told> OfRefusal(VillageMonth of, Voucher v, Officer by, DateTimeOffset at) =>
        v.IsPayment ? [new(new PaymentStep.Drop(of, v.Number, by, at), v.Under, v.Number)] : [];

    /// <summary>What has just been booked of a month becomes public under its contracts.</summary>
    /// <param name="before">the ledgers as they stood</param>
    public static async Task<Refusal?> BookAsync(Entry entry, VillageMonth of, Ledgers before, Officer by, DateTimeOffset at)
    {
        var settled = before.Trust.Settled;
        var now = (await entry.LoadAsync(StreamKey.Trust(of.Month), TrustDecider.Law)).State.Of(of.Village);
        foreach (var v in before.Entered.Select(e => e.Voucher).Where(v => !settled.Contains(v.Number) && now.Has(v.Number)))
        {
            if (await DecideAsync(entry, await OfBookingAsync(entry, of, v, by, at)) is { } no) return no;
        }
        return null;
    }

    /// <summary>Whether the contracts would take all of these, one after the other; nothing is appended.</summary>
    public static async Task<Refusal?> JudgeAsync(Entry entry, IReadOnlyList<Told> steps)
    {
        var (tenders, agreements) = (new Dictionary<TenderId, Tender>(), new Dictionary<AgreementId, Agreement>());
        foreach (var told in steps)
        {
            if (told.Under.Tender is { } tender)
            {
                var file = await entry.LoadAsync(StreamKey.Of(tender), TenderDecider.Law);
                var state = tenders.GetValueOrDefault(tender, file.State);
                var next = file.Law.Next(entry.Rules, state, await CommandAsync(entry, tender, state, told));
                if (next is Result<Tender>.Refused { Why: var no }) return Unpayable(told, tender.Value, no);
                tenders[tender] = ((Result<Tender>.Of)next).Value;
            }
            if (told.Under.Contract is { } agreement)
            {
                var file = await entry.LoadAsync(StreamKey.Of(agreement), AgreementDecider.Law);
                var next = file.Law.Next(entry.Rules, agreements.GetValueOrDefault(agreement, file.State), CommandOf(told));
                if (next is Result<Agreement>.Refused { Why: var no }) return Unpayable(told, agreement.Value, no);
                agreements[agreement] = ((Result<Agreement>.Of)next).Value;
            }
        }
        return null;
    }

    public static async Task<Refusal?> DecideAsync(Entry entry, IReadOnlyList<Told> steps)
    {
        foreach (var told in steps)
        {
            if (told.Under.Tender is { } tender)
            {
                var file = await entry.LoadAsync(StreamKey.Of(tender), TenderDecider.Law);
                if (entry.Decide(file, await CommandAsync(entry, tender, file.State, told)) is { } no)
                    return Unpayable(told, tender.Value, no);
            }
            if (told.Under.Contract is { } agreement)
            {
                var file = await entry.LoadAsync(StreamKey.Of(agreement), AgreementDecider.Law);
                if (entry.Decide(file, CommandOf(told)) is { } no) return Unpayable(told, agreement.Value, no);
            }
        }
        return null;
    }

    private static async Task<IReadOnlyList<Told>> OfBookingAsync(Entry entry, VillageMonth of, Voucher v, Officer by, DateTimeOffset at)
    {
        if (v.IsPayment) return [new(new PaymentStep.Book(of, v.Number, by, at), v.Under, v.Number)];
        if (v.Reverses is not { } key) return [];
        var month = new VillageMonth(of.Village, key.Month);
        var book = (await entry.LoadAsync(StreamKey.Book(month), BookDecider.Law)).State as Book.Kept;
        return book?.Entered.FirstOrDefault(e => e.Voucher.Number == key.Number)?.Voucher is { IsPayment: true } original
            ? [new(new PaymentStep.BookReversal(new(of.Month, v.Number), v.Date, month, key.Number, by, at), original.Under, v.Number)]
            : [];
    }

    private static Told Entering(VillageMonth of, Voucher v, Officer by, DateTimeOffset at) =>
        new(new PaymentStep.Enter(v.PaidOut, v.Date, of, v.Number, by, at), v.Under, v.Number);

    private static Voucher? Original(
        VillageMonth of, VoucherKey key, IReadOnlyList<Voucher> beside, IReadOnlyDictionary<VoucherKey, EnteredVoucher> originals) =>
        originals.GetValueOrDefault(key)?.Voucher
            ?? (key.Month == of.Month ? beside.FirstOrDefault(v => v.Number == key.Number) : null);

    private static async Task<TenderCommand> CommandAsync(Entry entry, TenderId id, Tender state, Told told)
    {
        var lot = (state as Tender.Known)?.File.LotNumber(told.Under.Lot);
        var delivered = told.Step is PaymentStep.Enter && lot is { } number
            ? (await entry.LoadAsync(StreamKey.Delivery(id, number), DeliveryDecider.Law)).State
            : Deliveries.None;
        return new TenderCommand.ByVoucher(told.Step, told.Under.Lot, told.Under.Contract, delivered);
    }

    private static AgreementCommand CommandOf(Told told) => new AgreementCommand.ByVoucher(told.Step, told.Under.Tender);

    /// <summary>The contract's own words, at the field of the voucher that can be mended.</summary>
    private static Refusal Unpayable(Told told, string contract, Refusal why)
    {
        var field = why.Field switch
        {
            "amount" => "lines",
            "lot" or "agreement" or "date" or "voucher" => why.Field,
            _ => told.Under.Tender is null ? "agreement" : "tender",
        };
        return Refusal.Mend(field, "voucher.cannot-pay", told.Number, contract, why);
    }
}
