using Transparency.Contracts;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Tenders;

/// <summary>招标公告: until when, where, how known and by which rules.</summary>
public static class AnnounceTender
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var f = new Fields(r.Fields);
        var deadline = f.Required("deadline", "moment", TenderTables.Moment);
        var (place, channels, rules) = (f.Text("place"), f.Text("channels"), f.Text("rules"));
        return WriteTender.ActAsync(ledger, r, f, new TenderCommand.Announce(deadline, place, channels, rules, r.By, r.At), ct);
    }
}
