using Transparency.Contracts.Agreements.Rent;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Rent;

/// <summary>应收: the instalments of one year as <c>rows</c>, one per line: <c>2026-07-31 = 252000.00</c>. They replace those before.</summary>
public static class ScheduleRent
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        var dues = Tables.Dues(fields.Line("rows"));
        if (dues is null) fields.Refuse("rows", fields.Line("rows"), "dues");
        return WriteRent.ActAsync(ledger, r, fields, pinned: false, async (entry, subject) =>
            new RentCommand.Schedule(subject.Agreement, await entry.AgreementAsync(subject.Agreement), subject.Year, dues ?? [], r.By, r.At), ct);
    }
}
