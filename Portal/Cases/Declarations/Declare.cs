using Transparency.Contracts.Declarations;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Declarations;

/// <summary>申报: the content goes to review as its section stands now.</summary>
public static class Declare
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct) =>
        WriteDeclaration.PinnedAsync(ledger, r, new Fields(r.Fields), async (entry, file, section) =>
        {
            var basis = await SectionNow.BasisAsync(entry.Documents, ((Declaration.Known)file.State).Case.Content, entry.Cancelled);
            return r.Stale(file.Version) ?? entry.Decide(file, new DeclarationCommand.Declare(section, basis, r.By, r.At));
        }, ct);
}
