using Transparency.Contracts.Escrow;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Months;

/// <summary>A villager's question in an officer's words; public. Fields: <c>question, question_en</c>.</summary>
public static class AskAboutStatement
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        var question = fields.Text("question");
        return WriteEscrow.OnStatementAsync(ledger, r, fields, new StatementCommand.Ask(question, r.By, r.At), ct);
    }
}
