using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Agreements;

/// <summary>Enters an agreement in the office; the public sees it with the approval of a declaration that carries it.</summary>
public static class RegisterAgreement
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        if (AgreementId.Parse(r.Subject) is not { } id) return Outcome.No(Refusal.Mend(null, "agreement.id", r.Subject));
        var fields = new Fields(r.Fields);
        var (content, person) = AgreementFields.Read(fields, id, null);
        return fields.Fault is { } no ? Outcome.No(no) : ledger.WriteAsync(r.Writer, async entry =>
        {
            if (await PublicNumber.TakenAsync(entry, id) is { } taken) return taken;
            var file = await entry.LoadAsync(StreamKey.Of(id), AgreementDecider.Law);
            if (r.Stale(file.Version) is { } stale) return stale;
            if (person is not null) entry.Documents.Store(person);
            return entry.Decide(file, new AgreementCommand.Register(id, content, r.By, r.At));
        }, ct);
    }
}
