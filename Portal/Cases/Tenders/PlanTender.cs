using Transparency.Contracts;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Tenders;

/// <summary>立项: entered in the office; public with the approval of a declaration that carries it, or by the signature of another person.</summary>
public static class PlanTender
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        if (TenderId.Parse(r.Subject) is not { } id) return Outcome.No(Refusal.Mend(null, "tender.id", r.Subject));
        var fields = new Fields(r.Fields);
        var content = TenderFields.Read(fields, id, null);
        return fields.Fault is { } no ? Outcome.No(no) : ledger.WriteAsync(r.Writer, async entry =>
        {
            if (await WriteTender.NumberTakenAsync(entry, id.Value, StreamKey.Of(new AgreementId(id.Value))) is { } taken) return taken;
            var file = await entry.LoadAsync(id);
            return r.Stale(file.Version) ?? entry.Decide(file, new TenderCommand.Plan(id, content, r.By, r.At));
        }, ct);
    }
}
