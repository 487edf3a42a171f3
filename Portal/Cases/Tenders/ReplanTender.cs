using Transparency.Contracts;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Tenders;

/// <summary>Changes the plan while it is not public; fields that are not given keep what stands.</summary>
public static class ReplanTender
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct) => ledger.WriteAsync(r.Writer, async entry =>
    {
        var file = await entry.LoadAsync(WriteTender.IdOf(r));
        if (file.State is not Tender.Known known) return Refusal.NotNow("tender.unknown");
        if (r.Stale(file.Version) is { } stale) return stale;
        var fields = new Fields(r.Fields);
        var content = TenderFields.Read(fields, known.File.Id, known.File.Content);
        return fields.Fault ?? entry.Decide(file, new TenderCommand.Replan(content, r.By, r.At));
    }, ct);
}
