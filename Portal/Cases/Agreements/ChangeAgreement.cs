using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Agreements;

/// <summary>Changes the working copy; fields that are not given keep what stands. Public only with a further declaration.</summary>
public static class ChangeAgreement
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct) => ledger.WriteAsync(r.Writer, async entry =>
    {
        var id = new AgreementId(r.Subject);
        var file = await entry.LoadAsync(StreamKey.Of(id), AgreementDecider.Law);
        if (file.State is not Agreement.Registered known) return Refusal.NotNow("agreement.unknown");
        if (r.Stale(file.Version) is { } stale) return stale;
        var fields = new Fields(r.Fields);
        var (content, person) = AgreementFields.Read(fields, id, known.Content);
        if (fields.Fault is { } no) return no;
        if (person is not null) entry.Documents.Store(person);
        return entry.Decide(file, new AgreementCommand.Change(content, r.By, r.At));
    }, ct);
}
