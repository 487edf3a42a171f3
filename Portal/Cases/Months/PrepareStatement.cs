using Transparency.Contracts.Escrow;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Months;

/// <summary>编制月报, by the bookkeeper. Fields: <c>receivables, debts</c> (lines of who = amount), <c>note, note_en</c> (obligatory in a correction).</summary>
public static class PrepareStatement
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        var note = fields.Text("note");
        var words = new StatementWords(Owed(fields, "receivables"), Owed(fields, "debts"), note.IsEmpty ? null : note);
        return WriteEscrow.OnLedgersAsync(ledger, r, fields, (entry, file, now) =>
            r.Stale(file.Version) ?? entry.Decide(file, new StatementCommand.Prepare(now.Ledgers, words, r.By, r.At)), ct);
    }

    private static IReadOnlyList<Owed> Owed(Fields f, string name)
    {
        if (Tables.Sources(f.Line(name)) is { } rows) return [.. rows.Select(s => new Owed(s.Source, s.Amount))];
        f.Refuse(name, f.Line(name), "owed");
        return [];
    }
}
