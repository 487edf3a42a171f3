using Transparency.Contracts.Declarations;
using Transparency.Portal.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Declarations;

public static class Redraft
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct) =>
        WriteDeclaration.ChangeAsync(ledger, r, (entry, file, content, fields) =>
            Task.FromResult(fields.Fault ?? entry.Decide(file, new DeclarationCommand.Redraft(content, r.By, r.At))), alone: false, ct);
}
