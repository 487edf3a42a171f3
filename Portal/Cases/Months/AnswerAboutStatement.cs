using Transparency.Contracts.Escrow;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Months;

/// <summary>The answer, public. Fields: <c>ordinal</c> of the question, <c>answer, answer_en</c>.</summary>
public static class AnswerAboutStatement
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        var (ordinal, answer) = (fields.Required("ordinal", "count", Fields.Count), fields.Text("answer"));
        return WriteEscrow.OnStatementAsync(ledger, r, fields, new StatementCommand.Answer(ordinal, answer, r.By, r.At), ct);
    }
}
