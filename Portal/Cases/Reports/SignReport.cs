using Transparency.Contracts.Disclosure;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Reports;

/// <summary>村务监督委员会审核签字, pinned by the hash: public from here on.</summary>
public static class SignReport
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        var seen = fields.Hash();
        return WriteReport.RunAsync(ledger, r, fields, _ => new ReportCommand.Sign(seen, r.By, r.At), pinned: true, ct);
    }
}
