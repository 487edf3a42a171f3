using Transparency.Contracts;
using Transparency.Contracts.Coal;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Demo;

/// <summary>
/// What the made-up town paid from its own budget. No form and no post reaches it: a payment that no book shows cannot be entered by
/// anybody. It goes once the town's treasury has a book of its own, from which these payments follow.
/// </summary>
internal static class TownPayment
{
    public static readonly Act Act = new("pay-from-treasury", DoAsync)
    {
        Leaves = (subject, _) => TenderId.Parse(subject) is { } id ? StreamKey.Of(id) : null,
    };

    private static async Task<Refusal?> DoAsync(Doing a)
    {
        if (TenderId.Parse(a.Subject) is not { } id) return Refusal.Mend(null, "tender.id", a.Subject);
        var f = a.Fields;
        var (lot, amount) = (f.Required("lot", "count", Fields.Count), f.Required("amount", "yuan", Yuan.Parse));
        var (on, voucher) = (f.Required("date", "day", Fields.Day), f.Line("voucher"));
        if (f.Fault is { } no) return no;
        var delivered = await a.Entry.LoadAsync(StreamKey.Delivery(id, lot), DeliveryDecider.Law);
        var file = await a.Entry.LoadAsync(StreamKey.Of(id), TenderDecider.Law);
        return a.Entry.Decide(file, new TenderCommand.PayFromTreasury(lot, amount, on, voucher, delivered.State, a.By, a.At));
    }
}
