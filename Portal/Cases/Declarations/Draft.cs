using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Files;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Declarations;

/// <summary>A new draft; its subject is its internal id, or empty for one that is minted now.</summary>
public static class Draft
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        var content = ContentFields.Read(fields, null);
        if (fields.Fault is { } no) return Outcome.No(no);
        var id = new DeclarationId(r.Subject.Length > 0 ? r.Subject : NewId.At(r.At));
        return ledger.WriteAsync(r.Writer, async entry =>
        {
            var file = await entry.LoadAsync(id);
            return r.Stale(file.Version) ?? (await StoredFiles.FaultInAsync(entry.Documents, content.Attachments, entry.Cancelled))?.At("attachments") ?? entry.Decide(file, new DeclarationCommand.Draft(id, content, r.By, r.At));
        }, ct);
    }
}
