using Transparency.Contracts.Declarations;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Declarations;

/// <summary>审核通过, pinned by the hash of what the reviewer saw.</summary>
public static class PassReview
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        var seen = fields.Hash();
        return WriteDeclaration.PinnedAsync(ledger, r, fields, (entry, file, section) =>
            Task.FromResult(entry.Decide(file, new DeclarationCommand.PassReview(section, seen, r.By, r.At))), ct);
    }
}
