using Marten;
using Marten.Services.BatchQuerying;
using Transparency.Contracts;
using Transparency.Contracts.Escrow.Cover;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Months;

/// <summary>What one month's book paid, by account and payee, so that instalments over a year add up; private.</summary>
public sealed record PaidOnDesk(string Id, IReadOnlyList<PaidTo> Paid)
{
    public static PaidOnDesk? Next(PaidOnDesk? now, string id, object e) => e switch
    {
        VouchersEntered x => new(id, [.. now?.Paid ?? [], .. x.Vouchers.SelectMany(PaidTo.Of)]),
        VoucherReworded x when now is not null =>
            now with { Paid = [.. now.Paid.Where(p => p.Voucher != x.Voucher.Number), .. PaidTo.Of(x.Voucher)] },
        _ => now,
    };

    /// <summary>Of the eleven months before, oldest first.</summary>
    public static async Task<IReadOnlyList<PaidTo>> EarlierAsync(IQuerySession session, VillageMonth of, CancellationToken ct) =>
        InOrder(await session.LoadManyAsync<PaidOnDesk>(ct, MonthsBefore(of)));

    /// <summary>The same with other questions in one.</summary>
    public static async Task<IReadOnlyList<PaidTo>> EarlierAsync(IBatchedQuery batch, VillageMonth of) =>
        InOrder(await batch.LoadMany<PaidOnDesk>().ById(MonthsBefore(of)));

    private static string[] MonthsBefore(VillageMonth of) =>
        [.. Enumerable.Range(1, Spending.Months - 1).Select(back => StreamKey.Book(new(of.Village, new(of.Month.Number - back))))];

    private static IReadOnlyList<PaidTo> InOrder(IEnumerable<PaidOnDesk> months) =>
        [.. months.OrderBy(m => m.Id, StringComparer.Ordinal).SelectMany(m => m.Paid)];
}
