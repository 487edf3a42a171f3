using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Agreements.Rent;
using Transparency.Portal.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Agreements.Rent;

using LoadedRent = Loaded<RentYear, RentCommand, RentEvent>;

/// <summary>What acts on rent have in common: read the subject, load, compare what was seen, decide.</summary>
internal static class WriteRent
{
    public static Task<LoadedRent> LoadAsync(this Entry entry, RentSubject subject) => entry.LoadAsync(subject.Key, RentDecider.Law);

    public static async Task<Agreement> AgreementAsync(this Entry entry, AgreementId id) => (await entry.LoadAsync(StreamKey.Of(id), AgreementDecider.Law)).State;

    /// <param name="pinned">true for an act that carries a hash: a moved version alone does not refuse it</param>
    public static Task<Outcome> ActAsync(Ledger ledger, ActRequest r, Fields fields, bool pinned, Func<Entry, RentSubject, Task<RentCommand>> command, CancellationToken ct)
    {
        if (RentSubject.Parse(r.Subject) is not { } subject) return Outcome.No(Refusal.Mend(null, "rent.subject", r.Subject));
        return fields.Fault is { } no ? Outcome.No(no) : ledger.WriteAsync(r.Writer, async entry =>
        {
            var file = await entry.LoadAsync(subject);
            return (pinned ? null : r.Stale(file.Version)) ?? entry.Decide(file, await command(entry, subject));
        }, ct);
    }

    public static Task<Outcome> ActAsync(Ledger ledger, ActRequest r, Fields fields, bool pinned, RentCommand command, CancellationToken ct) =>
        ActAsync(ledger, r, fields, pinned, (_, _) => Task.FromResult(command), ct);
}
