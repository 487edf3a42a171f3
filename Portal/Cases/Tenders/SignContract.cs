using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Tenders;

/// <summary>签订合同 for one lot, at the sum of the award. Where the agreement is registered, its sum is the same.</summary>
public static class SignContract
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var f = new Fields(r.Fields);
        var (lot, agreement) = (TenderFields.Lot(f), f.Optional("agreement", "agreement-id", AgreementId.Parse));
        var (on, total) = (f.Required("date", "day", Fields.Day), f.Required("total", "yuan", Yuan.Parse));
        return f.Fault is { } no ? Outcome.No(no) : ledger.WriteAsync(r.Writer, async entry =>
        {
            var file = await entry.LoadAsync(WriteTender.IdOf(r));
            if (r.Stale(file.Version) is { } stale) return stale;
            if (agreement is { } id && await FaultOfAsync(entry, id, total) is { } fault) return fault;
            return entry.Decide(file, new TenderCommand.SignContract(lot, agreement, total, on, r.By, r.At));
        }, ct);
    }

    private static async Task<Refusal?> FaultOfAsync(Entry entry, AgreementId id, Yuan total) =>
        (await entry.LoadAsync(StreamKey.Of(id), AgreementDecider.Law)).State is not Agreement.Registered known ? Refusal.NotNow("agreement.unknown").At("agreement")
        : known.Content.Total != total ? Refusal.Mend("agreement", "tender.agreement-differs", id.Value, known.Content.Total, total)
        : null;
}
