using Transparency.Contracts;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Tenders;

/// <summary>变更公告: what changes, with more time where it is needed.</summary>
public static class AmendTender
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var f = new Fields(r.Fields);
        var (what, deadline) = (f.Text("what"), f.Optional("deadline", "moment", TenderTables.Moment));
        return WriteTender.ActAsync(ledger, r, f, new TenderCommand.Amend(what, deadline, r.By, r.At), ct);
    }
}
