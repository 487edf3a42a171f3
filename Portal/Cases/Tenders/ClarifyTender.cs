using Transparency.Contracts;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Tenders;

/// <summary>澄清: a question and its answer, to all alike.</summary>
public static class ClarifyTender
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var f = new Fields(r.Fields);
        var (question, answer) = (f.Text("question"), f.Text("answer"));
        return WriteTender.ActAsync(ledger, r, f, new TenderCommand.Clarify(question, answer, r.By, r.At), ct);
    }
}
