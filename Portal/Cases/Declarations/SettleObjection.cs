using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Objections;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Declarations;

/// <summary>Answers an objection, or sets it aside with a public reason: on the objection's stream and on the declaration's, or on neither.</summary>
public static class SettleObjection
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        var id = new ObjectionId(fields.Line("objection"));
        var (aside, summary, answer) = (fields.Flag("set_aside"), fields.Text("summary"), fields.Text("answer"));
        return fields.Fault is { } no ? Outcome.No(no) : ledger.WriteAsync(r.Writer, async entry =>
        {
            var file = await entry.LoadAsync(WriteDeclaration.IdOf(r));
            if (r.Stale(file.Version) is { } stale) return stale;
            var objection = await entry.LoadAsync(StreamKey.Of(id), ObjectionDecider.Law);
            if (objection.State is Objection.Raised raised && raised.Declaration != WriteDeclaration.IdOf(r)) return Refusal.NotNow("objection.unknown");
            var (round, received, due) = objection.State is Objection.Raised x ? (x.Round, Shanghai.DayOf(x.At), x.Due?.Last) : (0, default, null);
            return entry.Decide(file, new DeclarationCommand.SettleObjection(id, round, received, due, aside, summary, answer, r.By, r.At))
                ?? entry.Decide(objection, new ObjectionCommand.Settle(aside, r.By, r.At));
        }, ct);
    }
}
