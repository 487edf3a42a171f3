using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Deliberations;

/// <summary>实施结果公开; the field <c>declaration</c> names the approved declaration that rests on the decision by its internal id.</summary>
public static class PostResult
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        var (on, result, evidence, declaration) = (DeliberationFields.Day(fields), fields.Text("result"), DeliberationFields.Files(fields, "evidence"), fields.Line("declaration"));
        return WriteDeliberation.ActAsync(ledger, r, fields, async entry =>
        {
            var declared = declaration.Length == 0 ? new Declaration.None() : (await entry.LoadAsync(StreamKey.Of(new DeclarationId(declaration)), DeclarationDecider.Law)).State;
            return new DeliberationCommand.PostResult(on, result, evidence, declared, r.By, r.At);
        }, ct);
    }
}
