using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Agreements.Rent;
using Transparency.Portal.Importing;
using Transparency.Portal.Store;
using static Transparency.Portal.Importing.Column;

namespace Transparency.Portal.Cases.Rent;

/// <summary>
/// Rent, one row per instalment, by agreement and due day. Rows of one agreement and year make up its schedule; a later file may add
/// instalments, or the money that has come in for one, but not change what is known.
/// </summary>
public static class RentRows
{
    public static readonly IReadOnlyList<Column> Columns =
    [
        Must("agreement"), Must("due_day"), Must("due_amount"), May("received_on"), May("received_amount"), May("voucher"),
    ];

    public static (RentSubject Subject, RentDue Due, RentReceipt? Receipt) Read(RowReader row)
    {
        var id = AgreementId.Parse(Crooked.Fold(row.Must("agreement")).ToUpperInvariant());
        if (id is null && row.Has("agreement")) row.Refuse("agreement", Refusal.Mend(null, "agreement.id", row.Must("agreement")));
        var due = new RentDue(row.Day("due_day"), row.Amount("due_amount"));
        return (new(id ?? new("00-0000-L-0000"), due.Day.Year), due, Receipt(row, due.Day));
    }

    public static async Task<int> EnterAsync(ImportRun run)
    {
        var stored = 0;
        var sound = new List<(RowReader Row, RentSubject Subject, RentDue Due, RentReceipt? Receipt)>();
        foreach (var row in run.Rows)
        {
            var (subject, due, receipt) = Read(row);
            if (run.IsSound(row, "due_day", $"{subject.Agreement} {Iso(due.Day)}")) sound.Add((row, subject, due, receipt));
        }
        foreach (var year in sound.GroupBy(x => x.Subject))
            stored += await EnterYearAsync(run, year.Key, [.. year.Select(x => (x.Row, x.Due, x.Receipt))]);
        return stored;
    }

    /// <summary>One agreement's year: the schedule once, then each receipt, all on one stream.</summary>
    private static async Task<int> EnterYearAsync(
        ImportRun run, RentSubject subject, IReadOnlyList<(RowReader Row, RentDue Due, RentReceipt? Receipt)> rows)
    {
        var file = await run.Entry.LoadAsync(subject.Key, RentDecider.Law);
        var known = (file.State as RentYear.Known)?.Book;
        var fresh = rows.Where(r => known is null || known.Dues.All(d => d.Day != r.Due.Day)).ToList();
        foreach (var row in rows.Where(r => known is not null && known.Dues.Any(d => d.Day == r.Due.Day && d != r.Due)))
            row.Row.Refuse("due_amount", Refusal.Mend(null, "import.differs", $"{subject.Agreement} {Iso(row.Due.Day)}"));

        var acts = new List<(RowReader Row, RentCommand Act)>();
        if (fresh.Count > 0)
        {
            var agreement = (await run.Entry.LoadAsync(StreamKey.Of(subject.Agreement), AgreementDecider.Law)).State;
            acts.Add((fresh[0].Row,
                new RentCommand.Schedule(
                    subject.Agreement, agreement, subject.Year, [.. known?.Dues ?? [], .. fresh.Select(r => r.Due)],
                    run.By, run.At)));
        }
        foreach (var (row, _, receipt) in rows)
        {
            if (receipt is null || known?.Receipts.Contains(receipt) == true) continue;
            if (known?.Receipts.Any(r => r.For == receipt.For) == true)
                row.Refuse("received_amount", Refusal.Mend(null, "import.differs", $"{subject.Agreement} {Iso(receipt.For!.Value)}"));
            else
            {
                var basis = await ReceiptBases.OfAsync(run.Entry, subject, receipt);
                acts.Add((row, new RentCommand.Receive(receipt, basis, run.By, run.At)));
            }
        }
        Enter(run, file, acts);
        return acts.Select(a => a.Row).Union(fresh.Select(r => r.Row)).Count();
    }

    /// <summary>Decided one after the other, appended at once. What comes after a refusal would only be refused for want of it.</summary>
    private static void Enter(
        ImportRun run, Loaded<RentYear, RentCommand, RentEvent> file, IEnumerable<(RowReader Row, RentCommand Act)> acts)
    {
        var (state, events) = (file.State, new List<RentEvent>());
        foreach (var (row, act) in acts)
        {
            switch (file.Law.Decide(run.Entry.Rules, state, act))
            {
                case Decision<RentEvent>.Refused no:
                    row.Refuse(null, no.Why);
                    return;
                case Decision<RentEvent>.Accepted yes:
                    events.AddRange(yes.Events);
                    state = yes.Events.Aggregate(state, file.Law.Evolve);
                    break;
            }
        }
        run.Entry.Append(file.Key, file.Version, [.. events]);
    }

    /// <summary>Day and sum together or none: a receipt half filled in is a fault, not none.</summary>
    private static RentReceipt? Receipt(RowReader row, DateOnly due) =>
        row.Has("received_on") || row.Has("received_amount") || row.Has("voucher")
            ? new(
                row.Day("received_on"), row.Amount("received_amount"),
                row.May("voucher") is { } voucher ? Crooked.Fold(voucher) : null, due)
            : null;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
