using System.Collections.Frozen;
using Transparency.Contracts;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Agreements;
using Transparency.Portal.Cases.Declarations;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases;

/// <summary>Every act of officers by its name. Closing a window is not among them: only the system does that.</summary>
public static class ActTable
{
    public static readonly FrozenDictionary<string, Act> All =
        DeclarationActs.All.Concat(AgreementActs.All)
            .Concat(CaseKinds.All.SelectMany(room => room.Acts))
            .ToFrozenDictionary(act => act.Name);

    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest request, CancellationToken ct = default) =>
        All.TryGetValue(request.Act, out var act) ? act.RunAsync(ledger, request, ct)
        : Outcome.No(Refusal.Mend(null, "act.unknown", request.Act));
}
