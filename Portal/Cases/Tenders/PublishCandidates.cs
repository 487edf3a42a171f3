using Transparency.Contracts.Tenders;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Tenders;

/// <summary>中标候选人公示: the first three of each lot, for the days of the rule.</summary>
public static class PublishCandidates
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var f = new Fields(r.Fields);
        return WriteTender.ActAsync(ledger, r, f, new TenderCommand.PublishCandidates(r.By, r.At), ct);
    }
}
