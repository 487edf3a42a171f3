using Transparency.Contracts.Deliberations;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Deliberations;

/// <summary>党支部提议; its subject is the new number. With <c>merged=yes</c> the same meeting was the two committees' discussion.</summary>
public static class ProposeDeliberation
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        var (content, meeting) = (DeliberationFields.Content(fields), DeliberationFields.Meeting(fields));
        var merged = fields.Line("merged").Length > 0 && fields.Flag("merged");
        return WriteDeliberation.ActAsync(ledger, r, fields, new DeliberationCommand.Propose(new(r.Subject), content, meeting, merged, r.By, r.At), ct);
    }
}
