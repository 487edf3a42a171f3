using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Declarations;

/// <summary>批准, pinned by the hash of the published section. Its subjects are disclosed with it, all or none.</summary>
public static class Approve
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        var seen = fields.Hash();
        return fields.Fault is { } no ? Outcome.No(no) : ledger.WriteAsync(r.Writer, async entry =>
        {
            var file = await entry.LoadAsync(WriteDeclaration.IdOf(r));
            if (entry.Decide(file, new DeclarationCommand.Approve(seen, r.By, r.At)) is { } refused) return refused;
            return file.State is Declaration.WindowClosed closed ? await DiscloseAsync(entry, closed, r) : null;
        }, ct);
    }

    private static async Task<Refusal?> DiscloseAsync(Entry entry, Declaration.WindowClosed closed, ActRequest r)
    {
        foreach (var subject in closed.Section.Subjects)
        {
            var agreement = await entry.LoadAsync(StreamKey.Of(subject.Id), AgreementDecider.Law);
            var disclose = new AgreementCommand.Disclose(closed.Case.Id, closed.Case.Number!.ToString(), subject.Hash, r.By, r.At);
            if (entry.Decide(agreement, disclose) is { } no) return no;
        }
        foreach (var plan in closed.Section.Plans ?? [])
        {
            var tender = await entry.LoadAsync(StreamKey.Of(plan.Id), TenderDecider.Law);
            var disclose = new TenderCommand.Disclose(closed.Case.Id, closed.Case.Number!.ToString(), plan.Hash, r.By, r.At);
            if (entry.Decide(tender, disclose) is { } no) return no;
        }
        return null;
    }
}
