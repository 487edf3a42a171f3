using Transparency.Contracts.Deliberations;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Deliberations;

/// <summary>村民（代表）会议决议, carried or not.</summary>
public static class ResolveDeliberation
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        var (body, meeting) = (fields.Required("body", "body", Fields.Choice<VillageBody>), DeliberationFields.Meeting(fields));
        var (called, mandate) = (fields.Optional("called", "day", Fields.Day), DeliberationFields.Optional(fields, "mandate"));
        return WriteDeliberation.ActAsync(ledger, r, fields, new DeliberationCommand.Resolve(body, meeting, called, mandate, r.By, r.At), ct);
    }
}
