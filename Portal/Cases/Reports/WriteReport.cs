using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Disclosure;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Reports;

/// <summary>What acts on a village report have in common: read the subject (<c>grants/09/2026-Q2</c>), load, compare what was seen, decide.</summary>
internal static class WriteReport
{
    /// <param name="pinned">carries the hash of what was seen, so a moved version alone does not refuse it</param>
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, Fields fields, Func<ReportKey, ReportCommand> command, bool pinned, CancellationToken ct) =>
        ReportKey.Parse(r.Subject) is not { } of ? Outcome.No(Refusal.Mend(null, "report.subject", r.Subject))
        : fields.Fault is { } no ? Outcome.No(no)
        : ledger.WriteAsync(r.Writer, async entry =>
        {
            var file = await entry.LoadAsync(StreamKey.Of(of), ReportDecider.Law);
            return (pinned ? null : r.Stale(file.Version)) ?? entry.Decide(file, command(of));
        }, ct);

    /// <summary>What signing must carry; null when nothing waits for it.</summary>
    public static async Task<ContentHash?> HashToPinAsync(IQuerySession session, RuleBook rules, string subject, CancellationToken ct) =>
        ReportKey.Parse(subject) is { } of && (await Entry.LoadAsync(session, StreamKey.Of(of), ReportDecider.Law, ct)).State is Report.Prepared s ? s.Section.Hash : null;
}
