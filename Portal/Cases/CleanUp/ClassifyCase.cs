using Transparency.Contracts.Agreements.CleanUp;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.CleanUp;

/// <summary>定性: codes of the problems, or <c>none</c> for an agreement that is in order.</summary>
public static class ClassifyCase
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        if (fields.Line("problems").Length == 0) fields.Refuse("problems", "", "problems");
        var problems = fields.Line("problems") == "none" ? [] : WriteCleanUp.Codes<Problem>(fields, "problems");
        return WriteCleanUp.ActAsync(ledger, r, fields, new CleanUpCommand.Classify(problems, r.By, r.At), ct);
    }
}
