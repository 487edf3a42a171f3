using Transparency.Contracts.Declarations;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Files;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Declarations;

public static class Redraft
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct) =>
        WriteDeclaration.ChangeAsync(ledger, r, async (entry, file, content, fields) =>
            fields.Fault ?? (await StoredFiles.FaultInAsync(entry.Documents, content.Attachments, entry.Cancelled))?.At("attachments") ?? entry.Decide(file, new DeclarationCommand.Redraft(content, r.By, r.At)), alone: false, ct);
}
