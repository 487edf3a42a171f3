using Transparency.Contracts.Disclosure;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Reports;

/// <summary>退回报告, by the supervision committee. Fields: <c>reason, reason_en</c>.</summary>
public static class ReturnReport
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        var reason = fields.Text("reason");
        return WriteReport.RunAsync(ledger, r, fields, _ => new ReportCommand.Return(reason, r.By, r.At), pinned: false, ct);
    }
}
