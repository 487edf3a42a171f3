using Transparency.Contracts.Disclosure;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Reports;

/// <summary>填报村务公开事项, by the village. Fields: <c>nothing</c> (yes for a zero report), <c>words, words_en</c>, <c>note, note_en</c> (obligatory in a correction).</summary>
public static class PrepareReport
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        var (nothing, words, note) = (fields.Flag("nothing"), fields.Text("words"), fields.Text("note"));
        return WriteReport.RunAsync(ledger, r, fields, of => new ReportCommand.Prepare(of, new(nothing, words, note.IsEmpty ? null : note), r.By, r.At), pinned: false, ct);
    }
}
